#include "feed/fetch.h"

#include "feed/file_source.h"
#include "feed/http_source.h"
#include "feed/nearest.h"

namespace kiosk {

bool is_http_feed(std::string_view feed) {
  const std::string scheme = lower_case(feed.substr(0, 8));
  return scheme.starts_with("http://") || scheme.starts_with("https://");
}

std::string without_credentials(std::string_view feed) {
  const std::size_t scheme = feed.find("://");
  if (scheme == std::string_view::npos || !is_http_feed(feed)) {
    return std::string(feed);
  }
  const std::size_t begin = scheme + 3;
  const std::string_view authority = feed.substr(begin, feed.find_first_of("/?#", begin) - begin);
  const std::size_t at = authority.rfind('@');
  return std::string(feed.substr(0, begin)) +
         std::string(feed.substr(begin + (at == std::string_view::npos ? 0 : at + 1)));
}

std::unique_ptr<FeedSource> open_feed_source(const std::string& feed) {
  return is_http_feed(feed) ? open_http_source(feed) : open_file_source(feed);
}

}  // namespace kiosk
