#include "base/url.h"

#include <algorithm>

namespace kiosk {

std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

bool is_http_url(std::string_view text) {
  const std::string scheme = lower_case(text.substr(0, 8));
  return scheme.starts_with("http://") || scheme.starts_with("https://");
}

}  // namespace kiosk
