#pragma once

#include <algorithm>

namespace kiosk {

// Screen geometry in physical pixels; x to the right, y down, the origin at the top left.

struct Size {
  int width = 0;
  int height = 0;
  int short_side() const { return std::min(width, height); }
  friend bool operator==(const Size&, const Size&) = default;
};

struct Point {
  float x = 0;
  float y = 0;
  friend bool operator==(const Point&, const Point&) = default;
};

// Half open: a pixel at right() or bottom() is outside.
struct Rect {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
  float right() const { return x + width; }
  float bottom() const { return y + height; }
  bool overlaps(const Rect& other) const {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }
  bool contains(const Rect& other) const {
    return x <= other.x && y <= other.y && other.right() <= right() && other.bottom() <= bottom();
  }
  friend bool operator==(const Rect&, const Rect&) = default;
};

}  // namespace kiosk
