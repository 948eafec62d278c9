#pragma once

#include <cmath>

#include <string>
#include <string_view>

#include "layout/layout.h"
#include "typesetting/fit_text.h"
#include "typesetting/ruler.h"

namespace kiosk {

// Gaps between parts one below the other, and side by side, in units.
inline constexpr float section_gap = 2.6F;
inline constexpr float column_gap = 5;

// What every panel is laid out with. A unit is a hundredth of the screen's short side.
struct Page {
  Ruler& ruler;
  float unit = 0;
  bool right_to_left = false;
  std::string language = {};  // the board's, BCP 47

  float units(float count) const { return std::round(count * unit); }
  TextStyle style(float cap_units, int weight) const {
    TextStyle style;
    style.cap_height = cap_units * unit;
    style.weight = weight;
    style.right_to_left = right_to_left;
    return style;
  }
  // For a small text. Arabic letters are lower and thinner than others of the same capitals: they are set larger and
  // one weight up.
  TextStyle style_of(std::string_view text, float cap_units, int weight) const;
};

// A visible part of the board, laid out at the origin, to be put where there is room for it.
struct Panel {
  Layout boxes;
  float width = 0;
  float height = 0;

  // Adds the text with its top left at `at`; returns the bottom of its box.
  float add(const FittedText& fitted, Point at, Ink ink);
  // Adds one line with the middle of its capitals at `middle`; returns the right side of its box.
  float add_line(const FittedText& fitted, float x, float middle, Ink ink);
};

// A text in one line, cut at a word where it is wider.
FittedText one_line(const Page& page, std::string_view text, const TextStyle& style, float width);

void place(const Panel& panel, Point at, Layout& layout);

}  // namespace kiosk
