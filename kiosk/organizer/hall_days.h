#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "venue/local_time.h"
#include "venue/schedule.h"

namespace kiosk {

// A programme seen in one look: what each hall has on each day. Pure.

// Nothing on in a hall for as long as this between two things on one day is a gap: sessions may be missing there.
inline constexpr std::chrono::hours shortest_gap{1};

// One hall's event day (venue/local_time.h), by what begins on it. Cancelled sessions count nowhere, all-day ones do
// not either, and breaks fill gaps but are no sessions.
struct HallDay {
  const Hall* hall;
  date::local_days day;
  std::size_t sessions = 0;  // never 0
  Instant first;             // start of the first session
  Instant last;              // end of the one that ends last
  std::size_t overlaps = 0;  // sessions that start while an earlier one is on
  std::size_t gaps = 0;
};

// In the schedule's order of halls, and by day; days without a session are not among them. They borrow the schedule.
std::vector<HallDay> hall_days(const Schedule& schedule);

// A line of days and a line for each hall, "gorky  12, 10:00–18:30, 1 overlap, 2 gaps", "–" where it has nothing;
// empty where there is no session. Safe to print (base/printable.h). At most 14 days; of more the last line tells how
// many.
std::string hall_days_text(const Schedule& schedule);

// A list of {"hall", "day", "sessions", "first", "last", "overlaps", "gaps"}; the times as RFC 3339.
nlohmann::ordered_json hall_days_json(const Schedule& schedule);

}  // namespace kiosk
