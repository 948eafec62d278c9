#include "paint/paint_icon.h"

#include "tests/catch.h"
#include "tests/graphics/drawing.h"

using namespace kiosk;

namespace {

constexpr int side = 64;

Image drawn(Icon icon, bool right_to_left) {
  Drawing drawing({side, side});
  paint_icon(icon, {0, 0, side, side}, rgb(0xffffff), right_to_left, drawing.canvas());
  return drawing.finish();
}

// The largest difference of a pixel to the one it is to equal.
int difference(const Image& a, const Image& b, bool mirrored) {
  int most = 0;
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      most = std::max(most, std::abs(pixel(a, x, y).r - pixel(b, mirrored ? side - 1 - x : x, y).r));
    }
  }
  return most;
}

double ink(const Image& image) {
  double sum = 0;
  for (int i = 0; i < side * side; ++i) {
    sum += image.rgba[static_cast<std::size_t>(i) * 4] / 255.0;
  }
  return sum;
}

}  // namespace

TEST_CASE("every icon draws something, all of it at its square") {
  for (const Icon icon :
       {Icon::play, Icon::clock, Icon::calendar, Icon::check, Icon::warning, Icon::cross, Icon::arrow, Icon::info}) {
    for (const bool right_to_left : {false, true}) {
      Drawing drawing({100, 100});
      paint_icon(icon, {20, 20, 60, 60}, rgb(0xffffff), right_to_left, drawing.canvas());
      const Image image = drawing.finish();
      int inside = 0;
      for (int y = 0; y < 100; ++y) {
        for (int x = 0; x < 100; ++x) {
          const bool in_square = x >= 15 && x < 85 && y >= 15 && y < 85;  // pointed corners stand out a little
          const int level = pixel(image, x, y).r;
          inside += in_square && level > 128 ? 1 : 0;
          REQUIRE((in_square || level == 0));
        }
      }
      CHECK(inside > 200);
    }
  }
}

TEST_CASE("what points the way of reading is mirrored where that runs from the right") {
  for (const Icon icon : {Icon::arrow, Icon::play}) {
    const Image left = drawn(icon, false);
    const Image right = drawn(icon, true);
    CHECK(difference(left, right, false) > 200);
    CHECK(difference(left, right, true) < 60);  // smooth edges, a little otherwise rounded
    CHECK(ink(right) == Approx(ink(left)).epsilon(0.02));
  }
}

TEST_CASE("what points nowhere is the same on every board") {
  for (const Icon icon : {Icon::clock, Icon::calendar, Icon::check, Icon::warning, Icon::cross, Icon::info}) {
    CHECK((drawn(icon, false).rgba == drawn(icon, true).rgba));
  }
}
