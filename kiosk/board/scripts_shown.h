#pragma once

#include <set>
#include <span>
#include <string>
#include <vector>

#include "locales/scripts.h"
#include "locales/wording.h"
#include "venue/schedule.h"

namespace kiosk {

// The scripts that boards of this schedule are written in: those of the wordings in `languages`, and those of the
// halls, sessions, speakers and notices as they are shown to readers of these languages. `schedule` may be null.
std::vector<ScriptInUse> scripts_shown(const Schedule* schedule, std::span<const std::string> languages,
                                       Wordings& wordings);

// The characters of those texts of the schedule, spaces and controls left out.
std::set<char32_t> characters_shown(const Schedule& schedule, std::span<const std::string> languages);

}  // namespace kiosk
