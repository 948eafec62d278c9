#pragma once

#include <string>
#include <string_view>

namespace kiosk {

// ASCII letters only: schemes, ids and keys, not text for people.
std::string lower_case(std::string_view text);

// Whether it begins with http:// or https://, in any case. Everything else that names a feed is a path.
bool is_http_url(std::string_view text);

}  // namespace kiosk
