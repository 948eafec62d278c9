#pragma once

#include <functional>
#include <vector>

#include "board/board.h"
#include "layout/panels/headline.h"

namespace kiosk {

// The headline of a board as large and as full as its place allows, and the lines for the technician below it.

// The number of details that a headline has: speakers, track and faces.
std::size_t all_details(const Headline& headline);

// The headline in that place, or in half of its height where the board has lines for the technician.
HeadlinePanel headline_in(const Page& page, const Board& board, float width, float height, const HeadlineLook& look);

// Whether the title reaches the wanted size there, with all its details.
bool title_as_large_as_wanted(const Page& page, const Board& board, float width, float height,
                              const HeadlineLook& largest);

struct FittedHeadline {
  HeadlinePanel panel;
  HeadlineLook look;
  int others = 0;  // how many other halls are shown below
};

// The headline in a place of that height, a function of how many other halls are shown below. Where the title is not as
// large as wanted, the speakers are left out first, then other halls, by the numbers in `others` from first to last;
// then words are hyphenated, if `look` says so. Where the title never gets that large, nothing is left out that would
// not make it larger. `look` holds the largest sizes.
FittedHeadline fit_headline(const Page& page, const Board& board, float width, const std::vector<int>& others,
                            const std::function<float(int others)>& height, const HeadlineLook& look);

// Lets the title of more than two lines and then the details grow as long as the title does not shrink by it: the title
// only where else a blank band of more than `most_spare` pixels stayed below.
void grow_headline(const Page& page, const Board& board, float width, float height, float most_spare,
                   FittedHeadline& fitted);

// Puts the headline at the top of its place, and the technician's lines below it.
void place_headline(const Page& page, const Board& board, const Panel& headline, const Rect& where, Layout& layout);

}  // namespace kiosk
