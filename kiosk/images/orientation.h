#pragma once

#include <string_view>

#include "images/image.h"

namespace kiosk {

// How a JPEG's rows lie, 1 to 8, as cameras write it down instead of turning the pixels (Exif 2.32, tag 0x0112);
// 1, upright, where it does not say.
int exif_orientation(std::string_view jpeg);

// The picture as it was meant to be looked at.
Image turned_upright(Image image, int orientation);

}  // namespace kiosk
