#pragma once

#include <string>

#include "settings/settings.h"
#include "venue/schedule.h"

namespace kiosk {

// The language a board speaks: the settings' first, else the event's first, else that of the machine's
// locale, else English. `schedule` may be null.
std::string choose_language(const Settings& settings, const Schedule* schedule);

}  // namespace kiosk
