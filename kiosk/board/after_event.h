#pragma once

#include <optional>

#include "board/board.h"
#include "board/hall_words.h"

namespace kiosk {

// What can be watched afterwards, when nothing is on any more.

// The recordings of a hall's last day with any, one a minute; else the event's page.
std::optional<QrCard> recording_or_event_page(const HallWords& words, const Hall& hall);

// This hall's recordings first, then the others': whoever stands here after the event may have missed any. One alone
// has the headline's large code. Precondition: the board has a headline.
void add_recordings(const HallWords& words, const Hall& hall, Board& board);

}  // namespace kiosk
