#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"
#include "graphics/offscreen.h"

namespace kiosk {

// Lossless, opaque: what stands on a screen has no alpha. Empty for an image without pixels.
std::string encode_png(const Image& image);

// Atomic; a problem names the path.
Result<void> write_png(const std::filesystem::path& path, const Image& image);

// PNG or JPEG bytes; a problem says why not. Pictures over 64 megapixels are refused before they are decoded.
Result<Image> decode_image(std::string_view bytes);

}  // namespace kiosk
