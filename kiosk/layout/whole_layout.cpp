#include "layout/whole_layout.h"

#include <cmath>

namespace kiosk {
namespace {

template <class Function>
void for_each_rect(Layout& layout, Function function) {
  const auto all = [&](auto& boxes) {
    for (auto& box : boxes) {
      function(box.rect);
    }
  };
  all(layout.surfaces);
  all(layout.pictures);
  all(layout.qr_codes);
  all(layout.icons);
  all(layout.texts);
}

}  // namespace

void alarm(Layout& layout) {
  const auto width = static_cast<float>(layout.size.width);
  const auto height = static_cast<float>(layout.size.height);
  for (SurfaceBox& box : layout.surfaces) {
    box.surface = Surface::alarm_chip;
  }
  layout.surfaces.insert(layout.surfaces.begin(), {{0, 0, width, height}, Surface::alarm, 0});
  const auto inverted = [](Ink ink) { return ink == Ink::on_alert ? Ink::on_alarm_chip : Ink::on_alarm; };
  for (IconBox& box : layout.icons) {
    box.ink = inverted(box.ink);
  }
  for (TextBox& box : layout.texts) {
    box.ink = inverted(box.ink);
  }
}

void drift(Layout& layout, std::int64_t turn) {
  constexpr int steps = 60;
  constexpr float radius = 0.4F;  // hundredths of the short side
  constexpr double circle = 6.283185307179586;
  const float unit = static_cast<float>(layout.size.short_side()) / 100;
  const double angle = circle * static_cast<double>(turn % steps) / steps;
  const Point by{std::round(radius * static_cast<float>(std::cos(angle)) * unit),
                 std::round(radius * static_cast<float>(std::sin(angle)) * unit)};
  for_each_rect(layout, [&](Rect& rect) {
    if (rect.width < static_cast<float>(layout.size.width)) {
      rect.x += by.x;
      rect.y += by.y;
    }
  });
}

void mirror(Layout& layout) {
  layout.right_to_left = true;
  for_each_rect(layout, [&](Rect& rect) { rect.x = static_cast<float>(layout.size.width) - rect.right(); });
  for (TextBox& box : layout.texts) {
    box.style.align = box.style.align == Align::left    ? Align::right
                      : box.style.align == Align::right ? Align::left
                                                        : box.style.align;
  }
}

}  // namespace kiosk
