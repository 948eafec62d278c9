#include "images/image_file.h"

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/atomic_file.h"

#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#define STBI_WRITE_NO_STDIO
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#include <stb_image_write.h>
#pragma GCC diagnostic pop

namespace kiosk {

std::string encode_png(const Image& image) {
  const std::size_t pixels = static_cast<std::size_t>(image.size.width) * static_cast<std::size_t>(image.size.height);
  if (image.size.width <= 0 || image.size.height <= 0 || image.rgba.size() < pixels * 4) {
    return {};
  }
  std::vector<std::uint8_t> rgb(pixels * 3);
  for (std::size_t i = 0; i < pixels; ++i) {
    rgb[i * 3] = image.rgba[i * 4];
    rgb[i * 3 + 1] = image.rgba[i * 4 + 1];
    rgb[i * 3 + 2] = image.rgba[i * 4 + 2];
  }
  std::string png;
  stbi_write_png_to_func(
      [](void* out, void* bytes, int count) {
        static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), static_cast<std::size_t>(count));
      },
      &png, image.size.width, image.size.height, 3, rgb.data(), image.size.width * 3);
  return png;
}

Result<void> write_png(const std::filesystem::path& path, const Image& image) {
  const std::string png = encode_png(image);
  if (png.empty()) {
    return fail({.file = path.string(), .where = {}, .what = "there are no pixels to write"});
  }
  return write_file_atomically(path, png);
}

}  // namespace kiosk
