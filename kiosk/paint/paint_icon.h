#pragma once

#include "base/color.h"
#include "base/geometry.h"
#include "board/board.h"
#include "graphics/canvas.h"

namespace kiosk {

// Draws the icon into the square `rect`. Where the board runs from right to left, arrow and play are mirrored, as they
// point in the direction of reading; a clock and a check mark look the same everywhere.
void paint_icon(Icon icon, const Rect& rect, Color color, bool right_to_left, Canvas& canvas);

}  // namespace kiosk
