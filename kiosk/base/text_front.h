#pragma once

#include <cstddef>
#include <string_view>

namespace kiosk {

// The longest front of a text that has at most so many bytes and breaks no character. Of bytes that are no UTF-8 some
// front.
inline std::string_view front_of(std::string_view text, std::size_t most) {
  std::size_t end = most < text.size() ? most : text.size();
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return text.substr(0, end);
}

}  // namespace kiosk
