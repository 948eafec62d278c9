#include "graphics/turn.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>

#include "graphics/canvas.h"
#include "graphics/imgui_context.h"
#include "graphics/offscreen.h"
#include "tests/catch.h"

using namespace kiosk;

namespace {

constexpr Turn all_turns[] = {Turn::none, Turn::quarter, Turn::half, Turn::three_quarters};

// A small block in the upright picture's left upper corner, drawn turned on a glass of 40x20; where it then lies.
Rect block_on_glass(Turn turn) {
  unsetenv("DISPLAY");
  const Size glass{40, 20};
  auto target = Offscreen::open(glass);
  REQUIRE(target);
  ImguiContext gui;
  gui.set_turn(turn);
  ImguiFrame frame = gui.begin_frame(turned(glass, turn));
  Canvas(frame).fill({0, 0, 6, 3}, {255, 255, 255, 255});
  frame.end();
  const Image image = (*target)->read_pixels();
  float left = 40;
  float top = 20;
  float right = 0;
  float bottom = 0;
  for (int y = 0; y < 20; ++y) {
    for (int x = 0; x < 40; ++x) {
      if (image.rgba[static_cast<std::size_t>(y * 40 + x) * 4] == 255) {
        left = std::min(left, static_cast<float>(x));
        top = std::min(top, static_cast<float>(y));
        right = std::max(right, static_cast<float>(x + 1));
        bottom = std::max(bottom, static_cast<float>(y + 1));
      }
    }
  }
  return {left, top, right - left, bottom - top};
}

}  // namespace

TEST_CASE("a turn moves every corner of the picture to a corner of the glass") {
  const Size upright{30, 40};
  CHECK(on_glass({0, 0}, upright, Turn::quarter) == Point{40, 0});
  CHECK(on_glass({30, 0}, upright, Turn::quarter) == Point{40, 30});
  CHECK(on_glass({0, 0}, upright, Turn::half) == Point{30, 40});
  CHECK(on_glass({0, 0}, upright, Turn::three_quarters) == Point{0, 30});
  CHECK(on_glass({30, 40}, upright, Turn::three_quarters) == Point{40, 0});
  for (const Turn turn : all_turns) {
    CHECK(turned(turned(upright, turn), turn) == upright);
  }
}

TEST_CASE("what is drawn at the upright picture's left upper corner is where a turned head sees it") {
  CHECK(block_on_glass(Turn::none) == Rect{0, 0, 6, 3});
  CHECK(block_on_glass(Turn::quarter) == Rect{37, 0, 3, 6});
  CHECK(block_on_glass(Turn::half) == Rect{34, 17, 6, 3});
  CHECK(block_on_glass(Turn::three_quarters) == Rect{0, 14, 3, 6});
}
