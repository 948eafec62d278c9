#include "feed/feeds_to_follow.h"

#include <algorithm>

#include "base/url.h"

namespace kiosk {

bool FeedsToFollow::any_server() const { return std::any_of(feeds.begin(), feeds.end(), is_http_url); }

bool FeedsToFollow::any_file() const { return !std::all_of(feeds.begin(), feeds.end(), is_http_url); }

FeedContext FeedsToFollow::context(std::size_t feed) const {
  return {.file = without_credentials(feeds[feed]), .time_zone = time_zone, .base = feeds[feed], .addition = feed > 0};
}

}  // namespace kiosk
