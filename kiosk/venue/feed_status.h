#pragma once

#include <chrono>
#include <optional>

#include "venue/local_time.h"

namespace kiosk {

// How far the schedule on the screen can be trusted.
//
// Two clocks stamp what is known. A poll of this run is stamped by the run's clock: the system's at the start,
// continued by the steady one. Nobody sets it, but it may have begun in 1970. What lies on disk was stamped by the
// feed's server. The two can only be compared by whoever knows how far the screen's clock is ahead of the run's.
struct FeedStatus {
  std::optional<Instant> last_success{};   // of a poll in this run, by the run's clock
  std::optional<Instant> failing_since{};  // the first failure after the last success, by the run's clock
  // Until when the schedule that came from disk was known to be true, by the server's clock; nothing once a poll of
  // this run has confirmed or replaced it.
  std::optional<Instant> kept{};

  // Until when all that is shown was known to be true, by the screen's clock. Nothing: nothing was ever seen.
  std::optional<Instant> last_success_by(std::chrono::seconds screen_ahead) const;

  friend bool operator==(const FeedStatus&, const FeedStatus&) = default;
};

// The instant at which a board turns stale, if no poll succeeds before: 2 minutes or three poll intervals after its
// last success, whichever is longer. One lost packet is no news.
Instant stale_from(Instant last_success, std::chrono::seconds poll_interval);

}  // namespace kiosk
