#pragma once

#include "base/color.h"
#include "base/geometry.h"
#include "board/board.h"
#include "graphics/canvas.h"

namespace kiosk {

// Draws the icon into the square `rect`. On a board that is read from the right, those that point the way reading
// goes, arrow and play, are mirrored; a clock's hands and a check mark are the same everywhere.
void paint_icon(Icon icon, const Rect& rect, Color color, bool right_to_left, Canvas& canvas);

}  // namespace kiosk
