#pragma once

#include <vector>

#include "board/board.h"
#include "layout/panels/headline.h"

namespace kiosk {

// All headlines of a board, one below the other, and what stands with them: the smaller code of a second one, the
// lines for the technician.

// The largest number of details that a headline has: speakers, track and faces.
std::size_t all_details(const Board& board);

// Each headline in an equal share of the height, or of half of it where the board has lines for the technician.
std::vector<HeadlinePanel> headline_panels(const Page& page, const Board& board, float width, float height,
                                           std::size_t details);

// Whether all titles reach the wanted size there, with all their details.
bool titles_as_large_as_wanted(const Page& page, const Board& board, float width, float height);

struct HeadlinesPlace {
  float x = 0;
  float width = 0;
  float top = 0;
  float bottom = 0;
};
// Puts `panels`, made for that width, a little above the middle of the place; with lines for the technician below them,
// at its top.
void place_headlines(const Page& page, const Board& board, const std::vector<HeadlinePanel>& panels,
                     const HeadlinesPlace& where, Layout& layout);

}  // namespace kiosk
