#pragma once

#include <cstdint>
#include <vector>

#include "base/geometry.h"

namespace kiosk {

// Straight RGBA rows from the top, without padding.
struct Image {
  Size size;
  std::vector<std::uint8_t> rgba;
};

}  // namespace kiosk
