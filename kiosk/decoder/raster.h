#pragma once

#include <string_view>

#include "decoder/decode_picture.h"

namespace kiosk {

// PNG, JPEG, GIF and BMP, by stb_image.
bool is_raster(std::string_view bytes);
Decoded<Image> decode_raster(std::string_view bytes);

}  // namespace kiosk
