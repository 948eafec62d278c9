#pragma once

#include "layout/panels/panel.h"

namespace kiosk {

// Cap heights of a title, in units: the largest of one or two lines, and of more; the one that other parts are left out
// for; the smallest, at which the title is cut with an ellipsis.
inline constexpr float title_cap_largest_short = 11;
inline constexpr float title_cap_largest = 7.2F;
inline constexpr float title_cap_wanted = 5;
inline constexpr float title_cap_smallest = 3;

// Where the title is the way to another hall, it takes another line below this size, and the hall's place stands
// beneath it so large.
inline constexpr float way_cap_wanted = 7;
inline constexpr float way_place_cap = 4.5F;
inline bool shows_way(const Headline& headline) { return headline.mark.icon == Icon::arrow; }
inline float cap_wanted(const Headline& headline) { return shows_way(headline) ? way_cap_wanted : title_cap_wanted; }

// Of the row that says until when: the largest at which it stays one line.
inline constexpr float times_cap_largest = 4.8F;
inline constexpr float times_cap_smallest = 3.5F;
// In a column that is too narrow even so: what is small says more than what is cut.
inline constexpr float times_cap_narrow = 2.6F;

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
