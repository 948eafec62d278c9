#pragma once

#include "venue/clock.h"

namespace kiosk {

// The system's clock: the one place where the program asks what time it is. Everything below takes the
// time as a parameter.
Clock::SystemTime system_time();
Instant system_now();  // in whole seconds

}  // namespace kiosk
