#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "venue/local_time.h"

namespace kiosk {

// How schedule.json writes times. Its schema (c3voc.de/schedule/schema.json) knows H:MM and RFC 3339; exporters
// know more.

// "0:45", "00:45", "1:02:00" (days, hours, minutes), "45" (minutes). Nothing for what is none of these, or
// longer than a year.
std::optional<std::chrono::minutes> parse_session_length(std::string_view text);

// "9:00", "09:00", "09:00:30": what the wall clock shows. Hours from 24 on are the next day's.
std::optional<std::chrono::seconds> parse_wall_clock(std::string_view text);

// "2013-07-05", or the date a longer time begins with.
std::optional<date::local_days> parse_day(std::string_view text);

}  // namespace kiosk
