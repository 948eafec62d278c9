#pragma once

#include <chrono>
#include <optional>

#include "venue/local_time.h"

namespace kiosk {

// How far the schedule on the screen can be trusted. Instants are the system clock's.
struct FeedStatus {
  std::optional<Instant> last_success;   // of a poll, or of the one that wrote the cache; nothing: never
  std::optional<Instant> failing_since;  // the first failure after the last success

  // A board is stale when its last success lies as far back as the longer of 2 minutes and three poll
  // intervals: one lost packet is no news.
  bool stale_at(Instant now, std::chrono::seconds poll_interval) const;
  // The instant at which stale_at turns true, if nothing succeeds before.
  std::optional<Instant> stale_from(std::chrono::seconds poll_interval) const;

  friend bool operator==(const FeedStatus&, const FeedStatus&) = default;
};

}  // namespace kiosk
