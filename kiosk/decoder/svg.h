#pragma once

#include <string_view>

#include "decoder/decode_picture.h"

namespace kiosk {

// SVG, by librsvg, as large as fits most_picture_side a side. Refused is what would not look as its author sees it:
// text, whose fonts are not here, scripts, and references to anything outside of the file.
bool is_svg(std::string_view bytes);
Decoded<Image> decode_svg(std::string_view bytes);

}  // namespace kiosk
