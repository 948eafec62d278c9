#include "feed/open_source.h"

#include "base/url.h"
#include "feed/file_source.h"
#include "feed/http_source.h"

namespace kiosk {

std::unique_ptr<FeedSource> open_feed_source(const std::string& feed, const AccessFiles& access) {
  return is_http_url(feed) ? open_http_source(feed, access) : open_file_source(feed);
}

}  // namespace kiosk
