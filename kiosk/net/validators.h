#pragma once

#include <string>

namespace kiosk {

// What lets a server answer "nothing new" (RFC 9110, section 8.8). Empty strings: not known.
struct Validators {
  std::string etag{};
  std::string last_modified{};
  friend bool operator==(const Validators&, const Validators&) = default;
};

}  // namespace kiosk
