#pragma once

#include "layout/panels/panel.h"

namespace kiosk {

// The door sign: the hall's name, the largest of the three; the clock at the right; below the name the
// event with its date and, where the schedule is old, how old. What is below the clock keeps to
// `column`, so that a tall QR card may rise beside it.
struct HeaderPanel {
  Panel panel;
  float clock_bottom = 0;
};
HeaderPanel header_panel(const Page& page, const Board& board, float width, float column);

}  // namespace kiosk
