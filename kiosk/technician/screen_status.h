#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "player/screen_report.h"

namespace kiosk {

// What a running screen tells whoever asks it over ssh: its report, as lines of "what: …" or as JSON. Instants are by
// UTC. Pure.
std::string screen_status_text(const ScreenReport& report);
nlohmann::ordered_json screen_status_json(const ScreenReport& report);

// Whether something is wrong that a technician would mend: the settings, the feed, the hall, or a schedule never seen.
bool needs_somebody(const ScreenReport& report);

}  // namespace kiosk
