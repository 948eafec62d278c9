#pragma once

#include <cstddef>
#include <vector>

#include "graphics/turn.h"
#include "images/image.h"

namespace kiosk::test {

// The picture turned clockwise, as a person turns a photo.
inline Image turned_picture(const Image& image, Turn turn) {
  Image out = image;
  for (int quarter = 0; quarter < static_cast<int>(turn); ++quarter) {
    const Image from = out;
    out.size = {from.size.height, from.size.width};
    for (int y = 0; y < out.size.height; ++y) {
      for (int x = 0; x < out.size.width; ++x) {
        const auto at =
            4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(out.size.width) + static_cast<std::size_t>(x));
        const auto was =
            4 * (static_cast<std::size_t>(from.size.height - 1 - x) * static_cast<std::size_t>(from.size.width) +
                 static_cast<std::size_t>(y));
        for (std::size_t channel = 0; channel < 4; ++channel) {
          out.rgba[at + channel] = from.rgba[was + channel];
        }
      }
    }
  }
  return out;
}

}  // namespace kiosk::test
