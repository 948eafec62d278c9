#pragma once

#include <cstdint>

#include "images/image.h"

namespace kiosk::test {

// Opaque, and no two of its neighbours are alike.
inline Image colorful(Size size) {
  Image image{size, {}};
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      image.rgba.insert(image.rgba.end(), {static_cast<std::uint8_t>(x * 3), static_cast<std::uint8_t>(y * 5),
                                           static_cast<std::uint8_t>(x ^ y), 255});
    }
  }
  return image;
}

}  // namespace kiosk::test
