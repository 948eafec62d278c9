#pragma once

#include <chrono>
#include <optional>

#include <sys/types.h>

namespace kiosk {

// How long systemd waits for a sign of life, "WATCHDOG=1", before it starts the service anew: what WATCHDOG_USEC and
// WATCHDOG_PID of the environment say to this process, by sd_watchdog_enabled(3). Nothing where they say nothing, no
// number, or nothing to this process.
//
// Not by that function, which listens to WATCHDOG_PID = `self` alone: the unit's main process, which is named there, is
// the Wayland compositor, and the kiosk its child. Null where a variable is not set. Pure.
std::optional<std::chrono::microseconds> service_watchdog(const char* watchdog_usec, const char* watchdog_pid,
                                                          pid_t self, pid_t parent);

// The same by this process's environment. Before any other thread that may change it.
std::optional<std::chrono::microseconds> service_watchdog();

}  // namespace kiosk
