#include "graphics/offscreen.h"

#include <cstdlib>

#include "tests/catch.h"
#include "tests/graphics/drawing.h"

using namespace kiosk;

TEST_CASE("drawing needs no display") {
  unsetenv("DISPLAY");
  unsetenv("WAYLAND_DISPLAY");
  const auto offscreen = Offscreen::open({320, 200});
  REQUIRE(offscreen);
  CHECK((*offscreen)->size() == Size{320, 200});
  const Image image = (*offscreen)->read_pixels();
  CHECK(image.size == Size{320, 200});
  CHECK(image.rgba.size() == 320U * 200 * 4);
}

TEST_CASE("rows are read from the top") {
  Drawing drawing({16, 9});  // odd, with a middle row
  drawing.canvas().fill({0, 0, 16, 1}, {255, 0, 0, 255});
  drawing.canvas().fill({0, 4, 16, 1}, {0, 255, 0, 255});
  drawing.canvas().fill({0, 8, 16, 1}, {0, 0, 255, 255});
  const Image image = drawing.finish();
  CHECK(pixel(image, 3, 0) == Color{255, 0, 0, 255});
  CHECK(pixel(image, 3, 4) == Color{0, 255, 0, 255});
  CHECK(pixel(image, 3, 8) == Color{0, 0, 255, 255});
}

TEST_CASE("a picture of no size, or of one no driver takes, is refused in words") {
  for (const Size size : {Size{0, 100}, Size{100, -1}, Size{1'000'000, 10}}) {
    const auto offscreen = Offscreen::open(size);
    REQUIRE_FALSE(offscreen);
    CHECK(offscreen.error().what.find("cannot draw without a display") != std::string::npos);
    CHECK(offscreen.error().what.find(std::to_string(size.width) + "x" + std::to_string(size.height)) !=
          std::string::npos);
  }
}

TEST_CASE("a picture changes its size, and one of a size no driver takes does not") {
  const auto offscreen = Offscreen::open({320, 200});
  REQUIRE(offscreen);
  REQUIRE((*offscreen)->resize({100, 300}));
  CHECK((*offscreen)->size() == Size{100, 300});
  ImguiContext gui;
  ImguiFrame frame = gui.begin_frame({100, 300});
  Canvas(frame).fill({0, 299, 100, 1}, {1, 2, 3, 255});
  frame.end();
  for (const Size size : {Size{0, 100}, Size{1'000'000, 10}}) {
    CHECK_FALSE((*offscreen)->resize(size));
  }
  CHECK((*offscreen)->size() == Size{100, 300});
  CHECK(pixel((*offscreen)->read_pixels(), 99, 299) == Color{1, 2, 3, 255});
}

TEST_CASE("one picture after another: nothing is left of the last context") {
  for (int i = 0; i < 3; ++i) {
    Drawing drawing({10 + i, 10});
    drawing.canvas().fill({0, 0, 20, 10}, {1, 2, 3, 255});
    CHECK(pixel(drawing.finish(), 9 + i, 9) == Color{1, 2, 3, 255});
  }
}
