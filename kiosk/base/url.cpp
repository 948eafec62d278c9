#include "base/url.h"

#include "base/words.h"

namespace kiosk {

bool is_http_url(std::string_view text) {
  const std::string scheme = lower_case(text.substr(0, 8));
  return scheme.starts_with("http://") || scheme.starts_with("https://");
}

}  // namespace kiosk
