#include "venue/feed_status.h"

#include <algorithm>

namespace kiosk {

std::optional<Instant> FeedStatus::last_success_by(std::chrono::seconds screen_ahead) const {
  if (!last_success) {
    return kept;
  }
  const Instant polled = *last_success + screen_ahead;
  return kept ? std::min(*kept, polled) : polled;
}

Instant stale_from(Instant last_success, std::chrono::seconds poll_interval) {
  return last_success + std::max<std::chrono::seconds>(std::chrono::minutes(2), 3 * poll_interval);
}

}  // namespace kiosk
