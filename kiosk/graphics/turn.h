#pragma once

#include "base/geometry.h"

namespace kiosk {

// How far a picture is turned clockwise on the glass, for a panel that hangs on its side or head. The value counts
// quarters.
enum class Turn { none, quarter, half, three_quarters };

// The size of an upright picture that fills the glass, and the other way round.
constexpr Size turned(Size size, Turn turn) {
  const bool on_side = turn == Turn::quarter || turn == Turn::three_quarters;
  return on_side ? Size{size.height, size.width} : size;
}

// Where a point of the upright picture is on the glass.
constexpr Point on_glass(Point point, Size upright, Turn turn) {
  const auto width = static_cast<float>(upright.width);
  const auto height = static_cast<float>(upright.height);
  switch (turn) {
    case Turn::quarter:
      return {height - point.y, point.x};
    case Turn::half:
      return {width - point.x, height - point.y};
    case Turn::three_quarters:
      return {point.y, width - point.x};
    case Turn::none:
      break;
  }
  return point;
}

}  // namespace kiosk
