#pragma once

#include "base/color.h"
#include "base/geometry.h"
#include "images/image.h"

namespace kiosk {

// An image of one colour, opaque.
Image blank_image(Size size, Color color);

// Copies a picture onto another, its top left at `x`, `y`, which are not negative; what would lie outside is cut.
void paste(const Image& picture, int x, int y, Image& onto);

}  // namespace kiosk
