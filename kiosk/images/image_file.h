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

}  // namespace kiosk
