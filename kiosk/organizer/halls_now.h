#pragma once

#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "venue/local_time.h"
#include "venue/schedule.h"

namespace kiosk {

// What is on and what is next in each hall, for other programs: {"at", "time_zone", "halls"}. The zone's name is null
// where nobody says one. Of a hall "id" and "name"; "now", a list of sessions, the latest start first, or the break
// that is on; and "next", one of them or null. Of a session "id", "kind" as in a venue feed, "title", "start" and
// "end", null where it is not said. Texts are in `language`, a BCP 47 tag; times are RFC 3339. Pure.
nlohmann::ordered_json halls_json(const Schedule& schedule, Instant instant, std::string_view language);

}  // namespace kiosk
