#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "settings/settings.h"

namespace kiosk {

// Whether the hours hold at this minute of the venue's day, 0 to 1439: from `from` on, until one minute
// before `until`.
bool holds(const DailyHours& hours, std::chrono::minutes since_midnight);

// "22:00-07:00"; over midnight where the end is the earlier. "24:00" may be an end and is no start. Nothing
// for any other text; equal ends are read, and are the caller's to refuse.
std::optional<DailyHours> parse_daily_hours(std::string_view text);

// "07:00"; 24 h is "24:00".
std::string format_time_of_day(std::chrono::minutes since_midnight);

}  // namespace kiosk
