#include "paint/paint_icon.h"

#include <algorithm>
#include <array>

namespace kiosk {
namespace {

// Icons are drawn in a square of 1 by 1.
class Square {
 public:
  Square(const Rect& rect, Color color, bool mirrored, Canvas& canvas)
      : rect_(rect), color_(color), mirrored_(mirrored), canvas_(canvas) {}

  Point at(float x, float y) const {
    return {rect_.x + (mirrored_ ? 1 - x : x) * rect_.width, rect_.y + y * rect_.height};
  }

  template <std::size_t n>
  void stroke(const std::array<Point, n>& shares, bool closed = false) const {
    canvas_.stroke(scaled(shares), color_, line, closed);
  }
  template <std::size_t n>
  void polygon(const std::array<Point, n>& shares) const {
    auto points = scaled(shares);
    if (mirrored_) {
      std::reverse(points.begin(), points.end());  // clockwise again
    }
    canvas_.polygon(points, color_);
  }
  void circle(Point center, float radius, bool filled) const {
    canvas_.circle(at(center.x, center.y), radius * rect_.width, color_, filled ? 0 : line);
  }

 private:
  template <std::size_t n>
  std::array<Point, n> scaled(std::array<Point, n> points) const {
    for (Point& point : points) {
      point = at(point.x, point.y);
    }
    return points;
  }

  const Rect& rect_;
  Color color_;
  bool mirrored_;
  Canvas& canvas_;
  float line = rect_.width * 0.12F;
};

}  // namespace

void paint_icon(Icon icon, const Rect& rect, Color color, bool right_to_left, Canvas& canvas) {
  const bool points = icon == Icon::arrow || icon == Icon::play;
  const Square square(rect, color, right_to_left && points, canvas);
  switch (icon) {
    case Icon::play:
      square.polygon(std::array{Point{0.2F, 0.1F}, Point{0.9F, 0.5F}, Point{0.2F, 0.9F}});
      break;
    case Icon::clock:
      square.circle({0.5F, 0.5F}, 0.42F, false);
      square.stroke(std::array{Point{0.5F, 0.25F}, Point{0.5F, 0.53F}, Point{0.68F, 0.62F}});
      break;
    case Icon::calendar:
      square.stroke(std::array{Point{0.1F, 0.18F}, Point{0.9F, 0.18F}, Point{0.9F, 0.9F}, Point{0.1F, 0.9F}}, true);
      square.stroke(std::array{Point{0.1F, 0.42F}, Point{0.9F, 0.42F}});
      square.stroke(std::array{Point{0.32F, 0.04F}, Point{0.32F, 0.24F}});
      square.stroke(std::array{Point{0.68F, 0.04F}, Point{0.68F, 0.24F}});
      break;
    case Icon::check:
      square.stroke(std::array{Point{0.1F, 0.54F}, Point{0.38F, 0.82F}, Point{0.9F, 0.2F}});
      break;
    case Icon::info:
      square.circle({0.5F, 0.5F}, 0.42F, false);
      square.stroke(std::array{Point{0.5F, 0.44F}, Point{0.5F, 0.72F}});
      square.circle({0.5F, 0.29F}, 0.06F, true);
      break;
    case Icon::cross:
      square.stroke(std::array{Point{0.15F, 0.15F}, Point{0.85F, 0.85F}});
      square.stroke(std::array{Point{0.85F, 0.15F}, Point{0.15F, 0.85F}});
      break;
    case Icon::arrow:
      square.stroke(std::array{Point{0.05F, 0.5F}, Point{0.9F, 0.5F}});
      square.stroke(std::array{Point{0.55F, 0.15F}, Point{0.9F, 0.5F}, Point{0.55F, 0.85F}});
      break;
    case Icon::warning:
      square.stroke(std::array{Point{0.5F, 0.1F}, Point{0.95F, 0.9F}, Point{0.05F, 0.9F}}, true);
      square.stroke(std::array{Point{0.5F, 0.38F}, Point{0.5F, 0.64F}});
      square.circle({0.5F, 0.77F}, 0.06F, true);
      break;
  }
}

}  // namespace kiosk
