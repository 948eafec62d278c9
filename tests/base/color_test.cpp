#include "base/color.h"

#include "tests/catch.h"

using namespace kiosk;

TEST_CASE("a colour is six hexadecimal digits") {
  CHECK(parse_color("#0a0f24") == Color{0x0a, 0x0f, 0x24, 255});
  CHECK(parse_color("#FFb347") == rgb(0xffb347));
  CHECK(parse_color("#000000") == rgb(0));
  CHECK(parse_color("#ffffff") == rgb(0xffffff));
  for (const char* text : {"", "#", "#fff", "0a0f24", "#0a0f2", "#0a0f244", "#0a0f2g", "#-a0f24", "#+a0f24", "# a0f24",
                           "#0xa0f2", "#0a0f24 ", "red"}) {
    INFO(text);
    CHECK_FALSE(parse_color(text));
  }
}

TEST_CASE("a colour is written as it is read") {
  for (const std::uint32_t hex : {0x000000U, 0x0a0f24U, 0xffb347U, 0xffffffU, 0x000001U, 0x100000U}) {
    CHECK(parse_color(format_color(rgb(hex))) == rgb(hex));
  }
  CHECK(format_color(rgb(0x0A0F24)) == "#0a0f24");
  CHECK(format_color({1, 2, 3, 128}) == "#010203");
}

TEST_CASE("mixed colours go from the other to the one, by nearest steps") {
  const Color one = rgb(0xff8000);
  const Color other = rgb(0x0000ff);
  CHECK(mixed(one, other, 0) == other);
  CHECK(mixed(one, other, 255) == one);
  CHECK(mixed(rgb(0xffffff), rgb(0), 43) == rgb(0x2b2b2b));
  CHECK(mixed(rgb(0xff0000), rgb(0x0000ff), 128) == rgb(0x80007f));
  CHECK(mixed({0, 0, 0, 0}, {0, 0, 0, 0}, 100).a == 255);
}

TEST_CASE("luminance runs from black to white, green the brightest of the three") {
  CHECK(relative_luminance(rgb(0)) == Approx(0.0));
  CHECK(relative_luminance(rgb(0xffffff)) == Approx(1.0));
  CHECK(relative_luminance(rgb(0x00ff00)) == Approx(0.7152));
  CHECK(relative_luminance(rgb(0xff0000)) == Approx(0.2126));
  CHECK(relative_luminance(rgb(0x0000ff)) == Approx(0.0722));
}
