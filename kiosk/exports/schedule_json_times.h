#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "venue/local_time.h"

namespace kiosk {

// How schedule.json writes times. Its schema (c3voc.de/schedule/schema.json) knows H:MM and RFC 3339; exporters
// know more.

// The shapes of lengths. A writer keeps to one meaning of each.
enum class LengthShape { minutes, hours_minutes, three_parts, iso };

struct SessionLength {
  LengthShape shape = LengthShape::minutes;
  // "45" (minutes), "0:45", "1:02:00" (days, hours, minutes), "PT45M" (ISO 8601). Absent: it cannot be read so,
  // "0:45:00".
  std::optional<std::chrono::minutes> as_written;
  // Where the last part would count seconds, as some writers have it: "2700", "45:00", "0:45:00". Absent: it is none of
  // whole minutes, or longer than longest_session. One of the two is there.
  std::optional<std::chrono::minutes> in_seconds;
  bool has_long_minutes = false;  // "0:90"
  // Longer than longest_session as written, in a way in which nobody writes days: "00:20:00", 2700.
  bool is_odd = false;
};

// No session of a hall that others use in the meantime lasts longer.
inline constexpr std::chrono::hours longest_session{12};

// Nothing for what is no length, or longer than a year.
std::optional<SessionLength> parse_session_length(std::string_view text);

// "9:00", "09:00", "09:00:30": what the wall clock shows. Hours from 24 on are the next day's.
std::optional<std::chrono::seconds> parse_wall_clock(std::string_view text);

// "2013-07-05", or the date a longer time begins with.
std::optional<date::local_days> parse_day(std::string_view text);

}  // namespace kiosk
