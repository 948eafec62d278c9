#pragma once

#include <cstddef>
#include <ostream>

#include "base/color.h"
#include "images/image.h"

inline kiosk::Color pixel(const kiosk::Image& image, int x, int y) {
  const auto* at = &image.rgba[(static_cast<std::size_t>(y) * image.size.width + x) * 4];
  return {at[0], at[1], at[2], at[3]};
}

namespace kiosk {
inline std::ostream& operator<<(std::ostream& out, Color color) {
  return out << int{color.r} << ',' << int{color.g} << ',' << int{color.b} << ',' << int{color.a};
}
}  // namespace kiosk
