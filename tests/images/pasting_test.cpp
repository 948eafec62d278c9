#include "images/pasting.h"

#include <cstddef>
#include <cstdint>
#include <vector>

#include "tests/catch.h"

using namespace kiosk;

namespace {

std::uint8_t red_at(const Image& image, int x, int y) {
  return image.rgba[4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.size.width) +
                         static_cast<std::size_t>(x))];
}

}  // namespace

TEST_CASE("a blank image is of one colour and opaque") {
  const Image image = blank_image({3, 2}, rgb(0x102030));
  CHECK(image.size == Size{3, 2});
  REQUIRE(image.rgba.size() == 24);
  for (std::size_t at = 0; at < 24; at += 4) {
    CHECK(std::vector<int>{image.rgba[at], image.rgba[at + 1], image.rgba[at + 2], image.rgba[at + 3]} ==
          std::vector<int>{0x10, 0x20, 0x30, 255});
  }
}

TEST_CASE("a picture is pasted where it fits, and cut where it does not") {
  Image sheet = blank_image({4, 4}, rgb(0));
  const Image picture = blank_image({3, 3}, rgb(0xff0000));
  paste(picture, 2, 3, sheet);
  int pasted = 0;
  for (int y = 0; y < 4; ++y) {
    for (int x = 0; x < 4; ++x) {
      pasted += red_at(sheet, x, y) == 255 ? 1 : 0;
    }
  }
  CHECK(pasted == 2);
  CHECK(red_at(sheet, 2, 3) == 255);
  CHECK(red_at(sheet, 3, 3) == 255);
  paste(picture, 9, 0, sheet);
  paste(picture, 0, 9, sheet);
  CHECK(red_at(sheet, 0, 0) == 0);
}
