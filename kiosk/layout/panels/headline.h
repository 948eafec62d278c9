#pragma once

#include "layout/panels/panel.h"

namespace kiosk {

// A title's cap height: as large as it fits up to the first, willingly not under the second, never under
// the third (an ellipsis then), in units.
inline constexpr float title_cap_largest = 7.2F;
inline constexpr float title_cap_wanted = 5;
inline constexpr float title_cap_smallest = 3;

struct HeadlinePanel {
  Panel panel;
  // How well it came out: the title's cap height in units; 0 where the title is cut, less where the panel
  // is higher than it should be.
  float title_cap = 0;
};

// Mark and times, title, the first `details` details (the track is the last of them where it does not fit
// beside the times; the speakers' faces give way before it), progress; within width and height.
HeadlinePanel headline_panel(const Page& page, const Headline& headline, float width, float height,
                             std::size_t details);

}  // namespace kiosk
