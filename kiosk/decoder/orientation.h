#pragma once

#include <string_view>

#include "images/image.h"

namespace kiosk {

// The orientation, 1 to 8, that a camera notes in a JPEG instead of turning its pixels (Exif 2.32, tag 0x0112). 1,
// upright, where there is none.
int exif_orientation(std::string_view jpeg);

// Turns and mirrors the picture as its orientation asks.
Image turned_upright(Image image, int orientation);

}  // namespace kiosk
