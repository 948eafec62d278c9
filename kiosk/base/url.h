#pragma once

#include <string>
#include <string_view>

namespace kiosk {

// Whether it begins with http:// or https://, in any case. Everything else that names a feed is a path.
bool is_http_url(std::string_view text);

// An address as problems, logs and files may name it: without the user and password that an URL may hold (RFC 3986,
// 3.2.1), and without its query, which may hold a token.
std::string without_credentials(std::string_view address);

}  // namespace kiosk
