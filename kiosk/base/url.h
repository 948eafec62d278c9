#pragma once

#include <string_view>

namespace kiosk {

// Whether it begins with http:// or https://, in any case. Everything else that names a feed is a path.
bool is_http_url(std::string_view text);

}  // namespace kiosk
