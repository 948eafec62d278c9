#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include <date/date.h>
#include <date/tz.h>

namespace kiosk {

// A moment in time, the same all over the world. Whole seconds: no conference schedule is finer.
using Instant = std::chrono::sys_seconds;

// What the clock on the venue's wall shows.
using LocalTime = date::local_seconds;

// A zone of the system's tzdata, which outlives every schedule. Null stands for UTC, which is all the time
// a machine without tzdata can tell: every function here takes it.
using TimeZone = const date::time_zone*;

// The zone by its IANA name ("Europe/Moscow"); null when the system's tzdata has none of that name or
// is missing altogether.
TimeZone find_time_zone(std::string_view name);

// Etc/UTC; null, which means the same, where the system's tzdata is missing.
TimeZone utc();

// As tzdata calls it: "Europe/Moscow".
std::string name_of(TimeZone zone);

LocalTime to_local(Instant instant, TimeZone zone);

// A wall-clock time that a daylight-saving jump skipped becomes the instant of the jump; one that comes
// twice is the first of the two.
Instant to_instant(LocalTime local, TimeZone zone);

// Conference days end when the last guests have gone to bed: an evening session that runs past midnight
// belongs to the day it began on. The day turns at 05:00 local.
inline constexpr std::chrono::hours event_day_turn{5};

date::local_days event_day(Instant instant, TimeZone zone);

// The instant at which the event day of `instant` began.
Instant start_of_event_day(Instant instant, TimeZone zone);

// The instant at which the event day of `instant` ends and the next begins.
Instant next_event_day(Instant instant, TimeZone zone);

}  // namespace kiosk
