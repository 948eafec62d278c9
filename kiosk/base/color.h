#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

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

// "#rrggbb", in any case; opaque. Nothing for any other text, names and "#rgb" among them.
std::optional<Color> parse_color(std::string_view text);

// As parse_color() reads it, in small letters; alpha is left out.
std::string format_color(Color color);

// `part` of 255 of the one and the rest of the other, channel by channel; opaque.
Color mixed(Color one, Color other, std::uint8_t part);

// WCAG 2.2, "relative luminance": 0 of black, 1 of white.
double relative_luminance(Color color);

}  // namespace kiosk
