#pragma once

#include "layout/panels/panel.h"

namespace kiosk {

// The top of the board: the hall's name in the largest letters, the clock at the right, and below the name the event
// with its date and the age of a stale schedule. As high on every board of a screen, with whatever words, but for a
// hall whose name needs a second line: so that what stands below begins at one height.
Panel header_panel(const Page& page, const Board& board, float width);

}  // namespace kiosk
