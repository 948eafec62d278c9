#pragma once

#include <string_view>

#include "decoder/decode_picture.h"

namespace kiosk {

// WebP, of an animation its first frame, by libwebp.
bool is_webp(std::string_view bytes);
Decoded<Image> decode_webp(std::string_view bytes);

}  // namespace kiosk
