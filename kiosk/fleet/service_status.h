#pragma once

#include <string>

#include "player/screen_report.h"

namespace kiosk {

// What the screen says of itself to who asks systemd, in one line: its hall, how old the schedule is that it shows, and
// what is the matter with it. "gorky: schedule 3 s old, 2 problems in the feed". Pure.
std::string service_status(const ScreenReport& report);

}  // namespace kiosk
