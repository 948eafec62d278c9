#pragma once

#include "layout/panels/panel.h"

namespace kiosk {

// The top of the board: the hall's name in the largest letters, the clock at the right, and below the name the event
// with its date and the age of a stale schedule. Below the clock it is only `column` wide, so that a tall QR card has
// room beside it.
struct HeaderPanel {
  Panel panel;
  float clock_bottom = 0;
};
HeaderPanel header_panel(const Page& page, const Board& board, float width, float column);

}  // namespace kiosk
