#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "base/set_aside.h"

namespace kiosk {

// Of each session that is not shown one line, with a line that counts them before: where it is, its title, else its id,
// and why, "  feed.json:57: /sessions/3: \"Opening\": the session has no start yet". Safe to print; empty where there
// is none.
std::string set_aside_text(const SetAsideList& list);

// A list of {"file", "line", "where", "title", "id", "why"}.
nlohmann::ordered_json set_aside_json(const SetAsideList& list);

}  // namespace kiosk
