#pragma once

#include "base/color.h"
#include "base/geometry.h"
#include "graphics/canvas.h"
#include "screen/board.h"

namespace kiosk {

// Draws the icon into the square `rect`.
void paint_icon(Icon icon, const Rect& rect, Color color, Canvas& canvas);

}  // namespace kiosk
