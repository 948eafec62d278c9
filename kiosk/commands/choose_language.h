#pragma once

#include <string>

#include "settings/settings.h"
#include "venue/schedule.h"

namespace kiosk {

// The language a board speaks: the first of the settings', then of the event's, that there is wording in;
// else that of the machine's locale, else English. `schedule` may be null.
std::string choose_language(const Settings& settings, const Schedule* schedule);

}  // namespace kiosk
