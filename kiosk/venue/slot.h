#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "venue/local_time.h"

namespace kiosk {

// One session in one hall, at the times it will really take place there: an absent end filled in, the
// hall's delay applied.
struct Slot {
  std::size_t session = 0;  // index into Schedule::sessions
  Instant start;
  Instant end;            // exclusive
  bool end_known = true;  // false: filled in, so no minutes left are promised
  // The start as printed in the programme, where the hall's delay or `originally` moved it; never `start`.
  std::optional<Instant> announced_start;
  bool contains(Instant instant) const { return start <= instant && instant < end; }
  friend bool operator==(const Slot&, const Slot&) = default;
};

// The sessions of one hall in order of start; of equal starts, the longer first. Cancelled ones are in it.
using Timeline = std::vector<Slot>;

}  // namespace kiosk
