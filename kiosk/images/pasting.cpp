#include "images/pasting.h"

#include <algorithm>
#include <cstddef>

namespace kiosk {
namespace {

std::ptrdiff_t offset(const Image& image, int x, int y) {
  return 4 * (static_cast<std::ptrdiff_t>(y) * image.size.width + x);
}

}  // namespace

Image blank_image(Size size, Color color) {
  Image image{size, {}};
  image.rgba.resize(4 * static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height), 255);
  for (std::size_t at = 0; at < image.rgba.size(); at += 4) {
    image.rgba[at] = color.r;
    image.rgba[at + 1] = color.g;
    image.rgba[at + 2] = color.b;
  }
  return image;
}

void paste(const Image& picture, int x, int y, Image& onto) {
  const int width = std::min(picture.size.width, onto.size.width - x);
  const int height = std::min(picture.size.height, onto.size.height - y);
  for (int row = 0; row < height && width > 0; ++row) {
    const auto from = picture.rgba.begin() + offset(picture, 0, row);
    std::copy(from, from + 4 * width, onto.rgba.begin() + offset(onto, x, y + row));
  }
}

}  // namespace kiosk
