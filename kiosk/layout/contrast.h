#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "base/color.h"

namespace kiosk {

// Which colours are readable on which, and the least change that makes them so. Pure.

// The contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio").
double contrast(Color a, Color b);

// The least contrast that any text of a board has with its ground (WCAG 2.2, 1.4.6).
inline constexpr double enough_contrast = 7.0;

// A calm chip is the text's colour over its ground with this alpha, 0 to 255; its words have the text's colour.
inline constexpr std::uint8_t calm_chip_alpha = 43;

// A colour that a text may be drawn on.
struct Ground {
  std::string_view name;  // "theme.glow"
  Color color;
};

// The ground on which a text has the least contrast.
struct Worst {
  std::string_view ground;
  double ratio = 0;
};
Worst worst(Color text, const std::vector<Ground>& grounds);

// The two colours of the background, which shade into each other.
struct PageColors {
  Color background;
  Color glow;
};

// Both colours, and those between them.
std::vector<Ground> plain_grounds(const PageColors& page);
// The plain grounds, and the calm chips on them: all that the page's text stands on.
std::vector<Ground> grounds_with_chips(const PageColors& page, Color text);

// The best contrast that a text can have on the page, or on the chip: that of white or of black.
double best_on(const PageColors& page);
double best_on_chip(Color chip);

// The colour itself where `ratio_of` gives it enough contrast; else mixed with white or black, whichever takes less;
// nothing where neither reaches it. Precondition: the ratio does not fall again once it is enough.
std::optional<Color> moved_until_readable(Color from, const std::function<double(Color)>& ratio_of);

// The grounds themselves where white or black text is readable on them; else mixed with black or white until it is,
// whichever takes less.
PageColors readable_page(const PageColors& page);
Color readable_chip(Color chip);

}  // namespace kiosk
