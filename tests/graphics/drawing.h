#pragma once

#include <cstdlib>
#include <memory>

#include "graphics/canvas.h"
#include "graphics/offscreen.h"
#include "tests/catch.h"

// A canvas without a display, and its pixels.
class Drawing {
 public:
  explicit Drawing(kiosk::Size size) : offscreen_(open(size)), canvas_(std::make_unique<kiosk::Canvas>()) {
    canvas_->begin(size);
  }
  kiosk::Canvas& canvas() { return *canvas_; }
  kiosk::Image finish() {
    canvas_->end();
    return offscreen_->read_pixels();
  }
  void begin_again() { canvas_->begin(offscreen_->size()); }

 private:
  static std::unique_ptr<kiosk::Offscreen> open(kiosk::Size size) {
    unsetenv("DISPLAY");
    auto opened = kiosk::Offscreen::open(size);
    if (!opened) {
      FAIL(to_string(opened.error()));
    }
    return std::move(*opened);
  }
  std::unique_ptr<kiosk::Offscreen> offscreen_;
  std::unique_ptr<kiosk::Canvas> canvas_;
};

inline kiosk::Color pixel(const kiosk::Image& image, int x, int y) {
  const auto* at = &image.rgba[(static_cast<std::size_t>(y) * image.size.width + x) * 4];
  return {at[0], at[1], at[2], at[3]};
}

namespace kiosk {
inline std::ostream& operator<<(std::ostream& out, Color color) {
  return out << int{color.r} << ',' << int{color.g} << ',' << int{color.b} << ',' << int{color.a};
}
}  // namespace kiosk
