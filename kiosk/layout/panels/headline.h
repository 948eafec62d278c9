#pragma once

#include <algorithm>
#include <cstddef>

#include "board/board.h"
#include "layout/panels/panel.h"

namespace kiosk {

// Cap heights of a title, in units: the largest of one or two lines, and of more; the one that other parts are left out
// for; the smallest, at which the title is cut with an ellipsis.
inline constexpr float title_cap_largest_short = 11;
inline constexpr float title_cap_largest = 7.2F;
inline constexpr float title_cap_wanted = 5;
inline constexpr float title_cap_smallest = 3;
// What does not take place is named beneath the chip that says so, and never as loud.
inline constexpr float title_cap_cancelled = 5;

// Where the title is the way to another hall, it takes another line below this size, and the hall's place stands
// beneath it so large.
inline constexpr float way_cap_wanted = 7;
inline constexpr float way_place_cap = 4.5F;
inline float cap_wanted(const Headline& headline) { return headline.way ? way_cap_wanted : title_cap_wanted; }

// Of the row that says until when: the largest at which it stays one line.
inline constexpr float times_cap_largest = 4.8F;
inline constexpr float times_cap_smallest = 3.5F;
// In a column that is too narrow even so: what is small says more than what is cut.
inline constexpr float times_cap_narrow = 2.6F;

// Of speakers and other details: they grow where that costs the title nothing.
inline constexpr float detail_cap_smallest = 2.5F;
inline constexpr float detail_cap_largest = 3.2F;

// How a headline is set, where its board leaves a choice.
struct HeadlineLook {
  std::size_t details = 0;  // how many of them are shown, from the first
  float detail_cap = detail_cap_smallest;
  float title_largest_short = title_cap_largest_short;
  float title_largest = title_cap_largest;
  float title_another_line = title_cap_wanted;  // smaller titles take another line
  bool hyphenated = false;                      // a title smaller than wanted may break its words
};

struct HeadlinePanel {
  Panel panel;
  // The title's cap height in units, to compare layouts by. Of a title that is cut, the share that is shown, under 1;
  // negative where the panel is higher than it should be.
  float title_cap = 0;
  float times_cap = times_cap_largest;  // of the row that says until when
};

// Mark and times, title, details and progress, within width and height. A track that does not fit beside the times is
// the last of the details; the speakers' faces are left out before it. Details are no wider than can be read as a
// line (a measure of some 60 letters).
HeadlinePanel headline_panel(const Page& page, const Headline& headline, float width, float height,
                             const HeadlineLook& look);

}  // namespace kiosk
