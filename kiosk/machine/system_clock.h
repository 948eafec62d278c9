#pragma once

#include "venue/clock.h"

namespace kiosk {

// The system's clock: the one place where the program asks what time it is. Everything below takes the
// time as a parameter.
Clock::SystemTime system_time();
Instant system_now();  // in whole seconds

// Whether the kernel reports the system's clock as synchronised by a better one (adjtimex(2), STA_UNSYNC). False, too,
// where asking is forbidden, as by systemd's ProtectClock=.
bool kernel_clock_synchronised();

}  // namespace kiosk
