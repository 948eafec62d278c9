#pragma once

#include <optional>

#include "board/board.h"
#include "board/hall_words.h"

namespace kiosk {

// The recordings that a board shows when nothing is on any more.

// The code of a recording in this hall, of the last day that has any; they take turns each minute. Without recordings
// the event's page, if there is one.
std::optional<QrCard> recording_or_event_page(const HallWords& words, const Hall& hall);

// Adds all recordings to the board, this hall's first: a visitor after the event may have missed any of them. A single
// one becomes the headline's large code. Precondition: the board has a headline.
void add_recordings(const HallWords& words, const Hall& hall, Board& board);

}  // namespace kiosk
