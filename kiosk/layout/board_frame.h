#pragma once

#include <algorithm>
#include <cmath>
#include <optional>

#include "board/board.h"
#include "layout/panels/panel.h"

namespace kiosk {

// The proportions of a screen, width by height. Each has a plan of its own.
enum class Shape {
  upright,   // under 1.2: all parts one below the other
  squarish,  // under 1.5, such as 4:3 and 5:4: two columns down to the foot
  wide,
  ultrawide  // from 2.1
};

inline Shape shape_of(Size size) {
  const float ratio = static_cast<float>(size.width) / static_cast<float>(size.height);
  return ratio < 1.2F ? Shape::upright : ratio < 1.5F ? Shape::squarish : ratio < 2.1F ? Shape::wide : Shape::ultrawide;
}

// The widest that a landscape card is, but where its code needs more: the same on all boards. In units.
inline constexpr float landscape_card_width = 56;
// A blank band as high as this part of the screen is not left while something in it could be larger.
inline constexpr float most_blank = 1.0F / 6;

// A board on its way to boxes: what is known once its header and its foot stand. Lengths in pixels.
struct BoardFrame {
  const Board& board;
  const Page& page;
  Shape shape;
  float width;
  float height;
  float margin;    // at both sides
  float inner;     // the width between them
  float body_top;  // where the headline begins
  float foot;      // where the lowest panel ends
  Layout& layout;

  // The bottom of what is left above a panel at the foot and its divider.
  float above_foot(const std::optional<Panel>& panel) const {
    return panel ? std::round(foot - panel->height) - 2 * page.units(foot_gap) : foot;
  }

  // With a divider of `divider` above it.
  void place_above_foot(const Panel& panel, float x, float divider) const {
    const float top = std::round(foot - panel.height);
    place(panel, {x, top}, layout);
    const float line = std::max(1.0F, page.units(0.15F));
    layout.surfaces.push_back({{x, top - page.units(foot_gap), divider, line}, Surface::divider, 0});
  }

  static constexpr float foot_gap = 2.2F;  // in units, on each side of the divider
};

}  // namespace kiosk
