#include "base/color.h"

#include <charconv>
#include <cmath>

namespace kiosk {

std::optional<Color> parse_color(std::string_view text) {
  if (text.size() != 7 || text.front() != '#') {
    return std::nullopt;
  }
  std::uint32_t hex = 0;
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data() + 1, end, hex, 16);
  return error == std::errc{} && rest == end ? std::optional(rgb(hex)) : std::nullopt;
}

std::string format_color(Color color) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text = "#";
  for (const std::uint8_t channel : {color.r, color.g, color.b}) {
    text += digits[channel / 16];
    text += digits[channel % 16];
  }
  return text;
}

Color mixed(Color one, Color other, std::uint8_t part) {
  const auto mix = [part](std::uint8_t a, std::uint8_t b) {
    return static_cast<std::uint8_t>((a * part + b * (255 - part) + 127) / 255);
  };
  return {mix(one.r, other.r), mix(one.g, other.g), mix(one.b, other.b), 255};
}

double relative_luminance(Color color) {
  const auto linear = [](std::uint8_t channel) {
    const double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

}  // namespace kiosk
