#include "images/scaling.h"

#include <cmath>

#include "tests/catch.h"
#include "tests/images/pixels.h"

using namespace kiosk;

namespace {

Image plain(Size size, Color color) {
  Image image{size, {}};
  for (int i = 0; i < size.width * size.height; ++i) {
    image.rgba.insert(image.rgba.end(), {color.r, color.g, color.b, color.a});
  }
  return image;
}

void set(Image& image, int x, int y, Color color) {
  auto* at = &image.rgba[(static_cast<std::size_t>(y) * image.size.width + x) * 4];
  at[0] = color.r;
  at[1] = color.g;
  at[2] = color.b;
  at[3] = color.a;
}

Rect whole(const Image& image) {
  return {0, 0, static_cast<float>(image.size.width), static_cast<float>(image.size.height)};
}

const Color white = rgb(0xffffff);
const Color red = rgb(0xff0000);
const Color clear_green{0, 255, 0, 0};

}  // namespace

TEST_CASE("a picture fills its box, what is too much of it is cut off evenly") {
  CHECK(covering_part({400, 300}, {40, 30}) == Rect{0, 0, 400, 300});
  CHECK(covering_part({400, 200}, {100, 100}) == Rect{100, 0, 200, 200});
  CHECK(covering_part({200, 400}, {100, 100}) == Rect{0, 100, 200, 200});
  CHECK(covering_part({1, 1}, {3840, 2160}).width == 1);
  const Rect part = covering_part({4000, 3000}, {1080, 1920});
  CHECK(part.height == 3000);
  CHECK(part.width == Approx(1687.5));
  CHECK(part.x == Approx((4000 - 1687.5) / 2));
  for (const Size nothing : {Size{0, 10}, Size{10, 0}, Size{-1, -1}}) {
    CHECK(covering_part(nothing, {10, 10}) == Rect{});
    CHECK(covering_part({10, 10}, nothing) == Rect{});
  }
}

TEST_CASE("one colour stays that colour, whatever the size") {
  const Color teal{13, 201, 179, 255};
  for (const Size size : {Size{1, 1}, Size{7, 3}, Size{64, 200}, Size{333, 1}}) {
    const Image image = scaled(plain({50, 41}, teal), {3.3F, 0, 30.1F, 41}, size);
    REQUIRE(image.size == size);
    REQUIRE(image.rgba.size() == static_cast<std::size_t>(size.width * size.height) * 4);
    for (int x = 0; x < size.width; ++x) {
      REQUIRE(pixel(image, x, size.height - 1) == teal);
    }
  }
}

TEST_CASE("a picture at its own size is the same to the last bit") {
  Image image = plain({9, 5}, red);
  set(image, 4, 2, {1, 2, 3, 4});
  set(image, 5, 2, clear_green);
  CHECK(scaled(image, whole(image), {9, 5}).rgba == image.rgba);
}

TEST_CASE("a cut-out at its own size is those very pixels") {
  Image image = plain({20, 20}, red);
  set(image, 7, 9, white);
  const Image part = scaled(image, {5, 6, 4, 5}, {4, 5});
  for (int y = 0; y < 5; ++y) {
    for (int x = 0; x < 4; ++x) {
      CHECK(pixel(part, x, y) == pixel(image, 5 + x, 6 + y));
    }
  }
}

TEST_CASE("a shrunk picture shows the mean of what each pixel covers") {
  Image lines = plain({400, 400}, rgb(0));
  for (int y = 0; y < 400; ++y) {
    for (int x = 0; x < 400; x += 2) {
      set(lines, x, y, white);
    }
  }
  // Every other column: even grey, without a pattern, at a whole and at an odd ratio.
  for (const Size size : {Size{40, 40}, Size{37, 53}}) {
    const Image small = scaled(lines, whole(lines), size);
    for (int x = 0; x < size.width; ++x) {
      CHECK(int{pixel(small, x, size.height / 2).r} == Approx(128).margin(13));
    }
  }
  Image dot = plain({10, 10}, rgb(0));
  set(dot, 9, 9, {200, 100, 50, 255});
  CHECK(pixel(scaled(dot, whole(dot), {1, 1}), 0, 0) == Color{2, 1, 1, 255});
}

TEST_CASE("a thing stays where it is when it shrinks and when it grows") {
  Image image = plain({100, 60}, rgb(0));
  for (int y = 20; y < 40; ++y) {
    for (int x = 50; x < 100; ++x) {
      set(image, x, y, white);
    }
  }
  const Image small = scaled(image, whole(image), {10, 6});
  const Image large = scaled(image, whole(image), {400, 240});
  CHECK(pixel(small, 4, 2) == rgb(0));
  CHECK(pixel(small, 5, 2) == white);
  CHECK(pixel(small, 9, 3) == white);
  CHECK(pixel(small, 9, 4) == rgb(0));
  CHECK(pixel(large, 196, 120) == rgb(0));
  CHECK(pixel(large, 204, 120) == white);
  CHECK(pixel(large, 399, 156) == white);
  CHECK(pixel(large, 399, 164) == rgb(0));
}

TEST_CASE("an enlarged picture runs evenly from one pixel to the next") {
  Image two = plain({2, 1}, rgb(0));
  set(two, 1, 0, rgb(0xc8c8c8));
  const Image wide = scaled(two, whole(two), {100, 3});
  CHECK(pixel(wide, 0, 1) == rgb(0));
  CHECK(pixel(wide, 99, 1) == rgb(0xc8c8c8));
  CHECK(int{pixel(wide, 50, 1).r} == Approx(100).margin(3));
  for (int x = 1; x < 100; ++x) {
    const int step = pixel(wide, x, 1).r - pixel(wide, x - 1, 1).r;
    REQUIRE(step >= 0);
    REQUIRE(step <= 5);
  }
}

TEST_CASE("what is hidden under clear pixels does not bleed out of them") {
  Image logo = plain({40, 40}, clear_green);
  for (int y = 0; y < 40; ++y) {
    for (int x = 0; x < 21; ++x) {
      set(logo, x, y, red);
    }
  }
  for (const Size size : {Size{7, 7}, Size{40, 10}, Size{200, 200}}) {
    const Image image = scaled(logo, whole(logo), size);
    bool half = false;
    for (int x = 0; x < size.width; ++x) {
      const Color color = pixel(image, x, size.height / 2);
      half = half || (color.a > 20 && color.a < 235);
      if (color.a > 0) {
        CHECK(color.r == 255);
        CHECK(color.g == 0);
      }
    }
    CHECK((half || size.width == 40));
  }
}

TEST_CASE("nothing to scale, or nothing to scale it to, is an empty picture") {
  const Image image = plain({4, 4}, red);
  CHECK(scaled({}, {0, 0, 4, 4}, {2, 2}).rgba.empty());
  CHECK(scaled(image, {0, 0, 0, 4}, {2, 2}).rgba.empty());
  CHECK(scaled(image, {0, 0, std::nanf(""), 4}, {2, 2}).rgba.empty());
  CHECK(scaled(image, whole(image), {0, 2}).rgba.empty());
  CHECK(scaled({{4, 4}, std::vector<std::uint8_t>(63)}, {0, 0, 4, 4}, {2, 2}).rgba.empty());
  CHECK(shrunk({}, {10, 10}).rgba.empty());
}

TEST_CASE("a part that reaches beyond the picture is filled by its edge") {
  const Image image = plain({4, 4}, red);
  const Image out = scaled(image, {-10, 3, 100, 20}, {30, 30});
  for (int i = 0; i < 30; ++i) {
    CHECK(pixel(out, i, i) == red);
  }
}

TEST_CASE("a picture shrinks in its proportions until it fits, and never grows") {
  CHECK(shrunk(plain({4000, 3000}, red), {1920, 1080}).size == Size{1440, 1080});
  CHECK(shrunk(plain({3000, 4000}, red), {1920, 1080}).size == Size{810, 1080});
  CHECK(shrunk(plain({5000, 2}, red), {100, 100}).size == Size{100, 1});
  CHECK(shrunk(plain({100, 50}, red), {100, 50}).size == Size{100, 50});
  CHECK(shrunk(plain({10, 10}, red), {100, 50}).size == Size{10, 10});
  CHECK(shrunk(plain({101, 50}, red), {100, 50}).size == Size{100, 50});
}

TEST_CASE("the darkest and the lightest pixel are chosen by luminance") {
  Image image = plain({30, 20}, rgb(0x808080));
  set(image, 3, 4, rgb(0x0000ff));  // darker than the grey, though its blue is full
  set(image, 29, 19, rgb(0x00ff00));
  CHECK(extremes(image, rgb(0)) == Extremes{rgb(0x0000ff), rgb(0x00ff00)});
  CHECK(extremes(plain({1, 1}, red), rgb(0)) == Extremes{red, red});
  CHECK(extremes({}, red) == Extremes{red, red});
}

TEST_CASE("under a veil another pixel may be the lightest") {
  // Green is lighter than this grey; on a blue ground, seen through three quarters of it, it is not.
  Image image = plain({2, 1}, rgb(0xdadada));
  set(image, 1, 0, rgb(0x00ff00));
  const Color blue = rgb(0x0a0f24);
  CHECK(extremes(image, blue).lightest == rgb(0x00ff00));
  CHECK(extremes(image, blue, 190).lightest == rgb(0xdadada));
}

TEST_CASE("clear pixels count as the ground that is seen through them") {
  Image image = plain({3, 1}, rgb(0x404040));
  set(image, 0, 0, {255, 255, 255, 0});
  set(image, 1, 0, {255, 255, 255, 128});
  const Extremes found = extremes(image, rgb(0));
  CHECK(found.darkest == rgb(0));
  CHECK(found.lightest == rgb(0x808080));
}
