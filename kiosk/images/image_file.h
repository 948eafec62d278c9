#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"
#include "images/image.h"

namespace kiosk {

// PNG bytes, without alpha: a screen has none. Empty for an image without pixels.
std::string encode_png(const Image& image);

// Writes the file atomically. A problem names the path.
Result<void> write_png(const std::filesystem::path& path, const Image& image);

// Decodes PNG, JPEG, BMP or the first frame of a GIF; alpha is kept. A photo comes out upright, however the camera was
// held (Exif 2.32, "Orientation"). The problem says why it cannot be decoded. A picture whose header says more than
// `most_pixels` is refused before it is decoded. Needs up to 8 bytes a pixel meanwhile, and may throw bad_alloc. Any
// thread.
Result<Image> decode_image(std::string_view bytes, std::int64_t most_pixels = 64'000'000);

}  // namespace kiosk
