#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "base/color.h"

namespace kiosk {

// What can be read on what, and how little has to be changed until it can. Colours in, colours out.

// The contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio").
double contrast(Color a, Color b);

// What all text of a board reaches on what it is drawn on (WCAG 2.2, 1.4.6).
inline constexpr double enough_contrast = 7.0;

// How much of the text's colour a calm chip lays over its ground, of 255; the words on it have that colour.
inline constexpr std::uint8_t calm_chip_alpha = 43;

// What a text may stand on.
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

// What fills the screen: two colours that shade into each other.
struct PageColors {
  Color background;
  Color glow;
};

// Both colours, and what lies between them.
std::vector<Ground> plain_grounds(const PageColors& page);
// For the text that calm chips are tinted and inscribed with: these, and the chips on them.
std::vector<Ground> grounds_with_chips(const PageColors& page, Color text);

// The best that any text reaches where all of it must be readable: white's or black's.
double best_on(const PageColors& page);
double best_on_chip(Color chip);

// The colour as it is where it has enough contrast by `ratio_of`; else towards white or black, whichever is the
// shorter way; nothing where neither is one. The ratio may not fall again once it is enough.
std::optional<Color> moved_until_readable(Color from, const std::function<double(Color)>& ratio_of);

// Grounds as they are where white or black text can be read on them; else towards the one on which the other can,
// whichever takes less.
PageColors readable_page(const PageColors& page);
Color readable_chip(Color chip);

}  // namespace kiosk
