#pragma once

#include "layout/board_frame.h"

namespace kiosk {

// A board with one headline on a screen that is wider than high: the code's card in a column at the right, the headline
// at the left, both from one height; next and other halls below. Spare space falls below the headline and the card.
void lay_out_landscape(const BoardFrame& frame);

}  // namespace kiosk
