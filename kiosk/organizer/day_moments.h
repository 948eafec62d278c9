#pragma once

#include <string_view>
#include <vector>

#include <date/date.h>

#include "venue/schedule.h"

namespace kiosk {

// The instants of an event day at which a hall's screen begins to tell something else: the day's beginning (05:00), and
// each later change of what is on, next, cancelled, moved, or noticed there. What goes on in other halls, and counting
// minutes, is no change. In rising order, never empty; of a hall that the schedule has not, the beginning alone. Pure.
std::vector<Instant> day_moments(const Schedule& schedule, std::string_view hall, date::local_days day);

}  // namespace kiosk
