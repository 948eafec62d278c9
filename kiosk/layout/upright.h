#pragma once

#include "layout/board_frame.h"

namespace kiosk {

// A board with one headline on an upright screen, in zones: the headline, the code's card from one height on all
// boards, and below it what is next and the other halls. The card stands lower only where a long title would else be
// smaller than it should be.
void lay_out_upright(const BoardFrame& frame);

}  // namespace kiosk
