#pragma once

#include "layout/panels/panel.h"

namespace kiosk {

// Cap heights of a title, in units: the largest; the one that other parts are left out for; the smallest, at which the
// title is cut with an ellipsis.
inline constexpr float title_cap_largest = 7.2F;
inline constexpr float title_cap_wanted = 5;
inline constexpr float title_cap_smallest = 3;

struct HeadlinePanel {
  Panel panel;
  // The title's cap height in units, to compare layouts by: 0 where the title is cut, negative where the panel is
  // higher than it should be.
  float title_cap = 0;
};

// Mark and times, title, the first `details` details and progress, within width and height. A track that does not fit
// beside the times is the last of the details; the speakers' faces are left out before it.
HeadlinePanel headline_panel(const Page& page, const Headline& headline, float width, float height,
                             std::size_t details);

}  // namespace kiosk
