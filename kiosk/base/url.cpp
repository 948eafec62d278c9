#include "base/url.h"

#include <algorithm>

#include "base/words.h"

namespace kiosk {

bool is_http_url(std::string_view text) {
  const std::string scheme = lower_case(text.substr(0, 8));
  return scheme.starts_with("http://") || scheme.starts_with("https://");
}

std::string without_credentials(std::string_view feed) {
  const std::size_t scheme = feed.find("://");
  if (scheme == std::string_view::npos) {
    return std::string(feed);
  }
  // Three slashes do for two: curl sends the login of https:///user:password@host, too.
  const std::size_t begin = std::min(feed.find_first_not_of('/', scheme + 3), feed.size());
  std::string_view rest = feed.substr(begin);
  const std::string_view authority = rest.substr(0, rest.find_first_of("/?#"));
  const std::size_t colon = authority.rfind(':');
  const bool odd_port = colon != std::string_view::npos && authority.back() != ']' &&
                        authority.find_first_not_of("0123456789", colon + 1) != std::string_view::npos;
  // A password with an unescaped '/', '?' or '#' reaches beyond what is an authority by the letter.
  if (const std::size_t at = (odd_port ? rest : authority).rfind('@'); at != std::string_view::npos) {
    rest.remove_prefix(at + 1);
  }
  std::string shown = std::string(feed.substr(0, begin)) + std::string(rest.substr(0, rest.find('?')));
  return rest.find('?') == std::string_view::npos ? shown : shown + "?…";  // may hold a token
}

}  // namespace kiosk
