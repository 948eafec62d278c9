#include "layout/panels/digits.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kiosk {
namespace {

// Bars in the order a to g: top, upper right, lower right, bottom, lower left, upper left, middle.
constexpr std::array<unsigned, 10> bars_of_digits{0x3F, 0x06, 0x5B, 0x4F, 0x66, 0x6D, 0x7D, 0x07, 0x7F, 0x6F};
constexpr unsigned middle_bar = 0x40;

}  // namespace

Panel digits_panel(std::string_view text, float height, Surface surface) {
  const float bar = std::max(1.0F, std::round(height * 0.13F));
  const float middle = std::round((height - bar) / 2);
  const float gap = std::max(1.0F, std::round(height * 0.16F));
  Panel panel;
  panel.height = std::round(height);
  float x = 0;
  const auto add = [&](float left, float top, float width, float tall) {
    panel.boxes.surfaces.push_back({{x + left, top, width, tall}, surface, std::min(width, tall) * 0.3F});
  };
  const auto add_bars = [&](unsigned bars, float width) {
    const float right = width - bar;
    const std::array<Rect, 7> places{Rect{0, 0, width, bar},
                                     Rect{right, 0, bar, middle + bar},
                                     Rect{right, middle, bar, panel.height - middle},
                                     Rect{0, panel.height - bar, width, bar},
                                     Rect{0, middle, bar, panel.height - middle},
                                     Rect{0, 0, bar, middle + bar},
                                     Rect{0, middle, width, bar}};
    for (std::size_t i = 0; i < places.size(); ++i) {
      if ((bars >> i & 1U) != 0) {
        add(places[i].x, places[i].y, places[i].width, places[i].height);
      }
    }
    return width;
  };
  for (const char c : text) {
    float width = 0;
    if (c >= '0' && c <= '9') {
      // A one in a cell of its own width: as wide as others it seems to stand apart.
      width = add_bars(bars_of_digits[static_cast<std::size_t>(c - '0')], c == '1' ? bar : std::round(height * 0.54F));
    } else if (c == '-') {
      width = add_bars(middle_bar, std::round(height * 0.4F));
    } else if (c == ':') {
      width = bar;
      add(0, std::round(height * 0.27F), bar, bar);
      add(0, std::round(height * 0.73F) - bar, bar, bar);
    } else {
      continue;
    }
    x += width + gap;
  }
  panel.width = std::max(0.0F, x - gap);
  return panel;
}

}  // namespace kiosk
