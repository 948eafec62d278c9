#pragma once

#include <cstdint>

namespace kiosk {

// sRGB, straight alpha, 0..255 each.
struct Color {
  std::uint8_t r = 0;
  std::uint8_t g = 0;
  std::uint8_t b = 0;
  std::uint8_t a = 255;
  friend bool operator==(const Color&, const Color&) = default;
};

// 0xRRGGBB, opaque.
constexpr Color rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16U), static_cast<std::uint8_t>(hex >> 8U), static_cast<std::uint8_t>(hex),
          255};
}

// The contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio", "relative luminance").
double contrast(Color a, Color b);

// What all text of a board reaches on what it is drawn on (WCAG 2.2, 1.4.6).
inline constexpr double enough_contrast = 7.0;

}  // namespace kiosk
