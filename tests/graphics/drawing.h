#pragma once

#include <cstdlib>
#include <memory>
#include <optional>
#include <utility>

#include "graphics/canvas.h"
#include "graphics/offscreen.h"
#include "tests/catch.h"
#include "tests/images/pixels.h"

// A canvas without a display, and its pixels.
class Drawing {
 public:
  explicit Drawing(kiosk::Size size) : offscreen_(open(size)) { begin_again(); }
  kiosk::Canvas& canvas() { return *canvas_; }
  kiosk::Image finish() {
    frame_->end();
    return offscreen_->read_pixels();
  }
  void begin_again() { begin_again(offscreen_->size()); }
  void begin_again(kiosk::Size size) {
    frame_.emplace(gui_.begin_frame(size));
    canvas_.emplace(*frame_);
  }

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
  kiosk::ImguiContext gui_;
  std::optional<kiosk::ImguiFrame> frame_;
  std::optional<kiosk::Canvas> canvas_;
};
