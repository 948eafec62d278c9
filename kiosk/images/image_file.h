#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"
#include "images/image.h"

namespace kiosk {

// Lossless, opaque: what stands on a screen has no alpha. Empty for an image without pixels.
std::string encode_png(const Image& image);

// Atomic; a problem names the path.
Result<void> write_png(const std::filesystem::path& path, const Image& image);

// PNG, JPEG, BMP or GIF bytes, of a GIF its first frame; alpha is kept. A photo comes out upright, whichever way
// the camera was held (Exif 2.32, "Orientation"). A problem says why not. What says that it has more pixels than
// `most_pixels` is refused before it is decoded. Takes up to 8 bytes a pixel meanwhile. Any thread.
Result<Image> decode_image(std::string_view bytes, std::int64_t most_pixels = 64'000'000);

}  // namespace kiosk
