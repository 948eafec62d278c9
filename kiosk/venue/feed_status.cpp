#include "venue/feed_status.h"

#include <algorithm>

namespace kiosk {

std::optional<Instant> FeedStatus::stale_from(std::chrono::seconds poll_interval) const {
  if (!last_success) {
    return std::nullopt;
  }
  return *last_success + std::max<std::chrono::seconds>(std::chrono::minutes(2), 3 * poll_interval);
}

bool FeedStatus::stale_at(Instant now, std::chrono::seconds poll_interval) const {
  const std::optional<Instant> from = stale_from(poll_interval);
  return from && now >= *from;
}

}  // namespace kiosk
