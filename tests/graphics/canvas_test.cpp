#include "graphics/canvas.h"

#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "tests/catch.h"
#include "tests/graphics/drawing.h"

using namespace kiosk;

namespace {
const Color black{0, 0, 0, 255};
const Color white{255, 255, 255, 255};
const Color teal{12, 200, 180, 255};

// A texture in which every texel differs from its neighbours.
std::vector<std::uint8_t> speckled(Size size) {
  std::vector<std::uint8_t> pixels;
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      pixels.insert(pixels.end(), {static_cast<std::uint8_t>(x * 37 + y * 11), static_cast<std::uint8_t>(x * 101),
                                   static_cast<std::uint8_t>(y * 89), 255});
    }
  }
  return pixels;
}
}  // namespace

TEST_CASE("a frame starts black and opaque, whatever the one before held") {
  Drawing drawing({40, 30});
  drawing.canvas().fill({0, 0, 40, 30}, teal);
  CHECK(pixel(drawing.finish(), 39, 29) == teal);
  drawing.begin_again();
  const Image image = drawing.finish();
  REQUIRE(image.rgba.size() == 40 * 30 * 4);
  CHECK(pixel(image, 0, 0) == black);
  CHECK(pixel(image, 39, 29) == black);
}

TEST_CASE("a filled rectangle at whole pixels has exact edges") {
  Drawing drawing({64, 48});
  drawing.canvas().fill({10, 7, 20, 5}, teal);
  const Image image = drawing.finish();
  for (int y = 0; y < 48; ++y) {
    for (int x = 0; x < 64; ++x) {
      const bool inside = x >= 10 && x < 30 && y >= 7 && y < 12;
      REQUIRE(pixel(image, x, y) == (inside ? teal : black));
    }
  }
}

TEST_CASE("a rounded rectangle has sharp sides and smooth corners") {
  Drawing drawing({64, 64});
  drawing.canvas().fill({8, 8, 40, 40}, white, 12);
  const Image image = drawing.finish();
  CHECK(pixel(image, 8, 28) == white);
  CHECK(pixel(image, 7, 28) == black);
  CHECK(pixel(image, 28, 47) == white);
  CHECK(pixel(image, 28, 48) == black);
  CHECK(pixel(image, 8, 8) == black);
  int grey = 0;
  for (int x = 8; x < 20; ++x) {
    const int level = pixel(image, x, 9).r;
    grey += level > 10 && level < 245 ? 1 : 0;
  }
  CHECK(grey > 0);
}

TEST_CASE("a radius beyond half the height makes a pill with round ends") {
  Drawing drawing({100, 40});
  drawing.canvas().fill({10, 10, 80, 20}, white, 1000);
  const Image image = drawing.finish();
  CHECK(pixel(image, 50, 10) == white);
  CHECK(pixel(image, 50, 9) == black);
  CHECK(pixel(image, 50, 29) == white);
  CHECK(pixel(image, 50, 30) == black);
  CHECK(pixel(image, 12, 12) == black);
  CHECK(pixel(image, 87, 27) == black);
  // The area of the pill, by its coverage.
  double area = 0;
  for (int y = 0; y < 40; ++y) {
    for (int x = 0; x < 100; ++x) {
      area += pixel(image, x, y).r / 255.0;
    }
  }
  CHECK(area == Approx(60 * 20 + 3.14159 * 100).epsilon(0.01));
}

TEST_CASE("rectangles without an area draw nothing") {
  Drawing drawing({16, 16});
  drawing.canvas().fill({4, 4, 0, 8}, white);
  drawing.canvas().fill({4, 4, 8, 0}, white, 3);
  drawing.canvas().fill({4, 4, -8, 4}, white);
  drawing.canvas().fill({4, 4, std::nanf(""), 4}, white);
  const Image image = drawing.finish();
  for (int i = 0; i < 16; ++i) {
    CHECK(pixel(image, i, 5) == black);
  }
}

TEST_CASE("a half-transparent colour lies over what was drawn before") {
  Drawing drawing({8, 8});
  drawing.canvas().fill({0, 0, 8, 8}, {200, 0, 0, 255});
  drawing.canvas().fill({0, 0, 8, 8}, {0, 0, 200, 128});
  const Color mixed = pixel(drawing.finish(), 4, 4);
  CHECK(int{mixed.r} == Approx(100).margin(2));
  CHECK(int{mixed.b} == Approx(100).margin(2));
  CHECK(int{mixed.a} == 255);
}

TEST_CASE("a gradient runs between the colours of its corners") {
  Drawing drawing({100, 100});
  const Color top{10, 10, 60, 255};
  const Color bottom{110, 10, 60, 255};
  drawing.canvas().gradient({0, 0, 100, 100}, {top, top, bottom, bottom});
  const Image image = drawing.finish();
  CHECK(int{pixel(image, 50, 0).r} == Approx(10).margin(2));
  CHECK(int{pixel(image, 50, 50).r} == Approx(60).margin(2));
  CHECK(int{pixel(image, 50, 99).r} == Approx(110).margin(2));
  for (int y = 1; y < 100; ++y) {
    REQUIRE(pixel(image, 30, y).r >= pixel(image, 30, y - 1).r);
    REQUIRE(int{pixel(image, 30, y).g} == 10);
  }
}

TEST_CASE("polygons, strokes and circles cover what they should") {
  Drawing drawing({100, 100});
  const std::array<Point, 3> arrow{Point{10, 10}, Point{30, 20}, Point{10, 30}};
  drawing.canvas().polygon(arrow, white);
  const std::array<Point, 2> line{Point{50, 10}, Point{90, 10}};
  drawing.canvas().stroke(line, teal, 4);
  drawing.canvas().circle({30, 70}, 20, white);
  drawing.canvas().circle({75, 70}, 20, white, 4);
  const Image image = drawing.finish();
  CHECK(pixel(image, 15, 20) == white);
  CHECK(pixel(image, 29, 12) == black);
  CHECK(pixel(image, 70, 10) == teal);
  CHECK(pixel(image, 70, 14) == black);
  CHECK(pixel(image, 30, 70) == white);
  CHECK(pixel(image, 30, 52) == white);
  CHECK(pixel(image, 12, 52) == black);
  CHECK(pixel(image, 75, 70) == black);
  CHECK(int{pixel(image, 75, 50).r} > 200);
}

TEST_CASE("a texture drawn at its own size is exact, texel for pixel") {
  const Size size{61, 43};
  const auto pixels = speckled(size);
  for (const auto filter : {Texture::Filter::linear, Texture::Filter::nearest}) {
    Drawing drawing({100, 80});
    const Texture texture(size, Texture::Format::rgba, filter, pixels);
    drawing.canvas().image(texture, {13, 9, 61, 43});
    const Image image = drawing.finish();
    for (int y = 0; y < size.height; ++y) {
      for (int x = 0; x < size.width; ++x) {
        const auto* texel = &pixels[(static_cast<std::size_t>(y) * 61 + x) * 4];
        REQUIRE(pixel(image, 13 + x, 9 + y) == Color{texel[0], texel[1], texel[2], 255});
      }
    }
    CHECK(pixel(image, 12, 9) == black);
    CHECK(pixel(image, 74, 51) == black);
  }
}

TEST_CASE("a texture of its own size between two pixels lands on the nearest") {
  const Size size{20, 10};
  const auto pixels = speckled(size);
  Drawing drawing({40, 30});
  const Texture texture(size, Texture::Format::rgba, Texture::Filter::linear, pixels);
  drawing.canvas().image(texture, {5.4F, 6.6F, 20, 10});
  const Image image = drawing.finish();
  CHECK(pixel(image, 5, 7) == Color{pixels[0], pixels[1], pixels[2], 255});
  CHECK(pixel(image, 24, 16) == Color{pixels[796], pixels[797], pixels[798], 255});
}

TEST_CASE("coverage takes the colour of its tint") {
  Drawing drawing({8, 4});
  const std::vector<std::uint8_t> coverage{0, 255, 128};  // rows of 3: no padding to four bytes
  const Texture texture({3, 1}, Texture::Format::coverage, Texture::Filter::linear, coverage);
  drawing.canvas().fill({0, 0, 8, 4}, {0, 0, 100, 255});
  drawing.canvas().image(texture, {2, 1, 3, 1}, {240, 120, 0, 255});
  const Image image = drawing.finish();
  CHECK(pixel(image, 2, 1) == Color{0, 0, 100, 255});
  CHECK(pixel(image, 3, 1) == Color{240, 120, 0, 255});
  CHECK(int{pixel(image, 4, 1).r} == Approx(120).margin(2));
  CHECK(int{pixel(image, 4, 1).b} == Approx(50).margin(2));
}

TEST_CASE("a tint's alpha fades a texture") {
  Drawing drawing({4, 4});
  const std::vector<std::uint8_t> red{255, 0, 0, 255};
  const Texture texture({1, 1}, Texture::Format::rgba, Texture::Filter::nearest, red);
  drawing.canvas().image(texture, {0, 0, 4, 4}, {255, 255, 255, 64});
  CHECK(int{pixel(drawing.finish(), 2, 2).r} == Approx(64).margin(1));
}

TEST_CASE("nearest keeps the squares of a small texture sharp when it grows") {
  Drawing drawing({40, 20});
  const std::vector<std::uint8_t> coverage{255, 0};
  const Texture texture({2, 1}, Texture::Format::coverage, Texture::Filter::nearest, coverage);
  drawing.canvas().image(texture, {0, 0, 40, 20});
  const Image image = drawing.finish();
  CHECK(pixel(image, 19, 10) == white);
  CHECK(pixel(image, 20, 10) == black);
}

TEST_CASE("a picture with a radius has round and smooth corners, and its pixels where they were") {
  const Size size{60, 40};
  const auto pixels = speckled(size);
  Drawing drawing({80, 60});
  const Texture texture(size, Texture::Format::rgba, Texture::Filter::nearest, pixels);
  drawing.canvas().image(texture, {10, 10, 60, 40}, white, 12);
  const Image image = drawing.finish();
  for (int y = 0; y < 40; ++y) {
    for (int x = 13; x < 47; ++x) {
      const auto* texel = &pixels[(static_cast<std::size_t>(y) * 60 + x) * 4];
      REQUIRE(pixel(image, 10 + x, 10 + y) == Color{texel[0], texel[1], texel[2], 255});
    }
  }
  CHECK(pixel(image, 10, 10) == black);
  CHECK(pixel(image, 69, 49) == black);
  CHECK(pixel(image, 9, 30) == black);
  CHECK(pixel(image, 70, 30) == black);
}

TEST_CASE("a square picture with a radius of half its side is a circle") {
  Drawing drawing({120, 120});
  const std::vector<std::uint8_t> all_white(100U * 100 * 4, 255);
  const Texture texture({100, 100}, Texture::Format::rgba, Texture::Filter::nearest, all_white);
  drawing.canvas().image(texture, {10, 10, 100, 100}, white, 50);
  const Image image = drawing.finish();
  double area = 0;
  int grey = 0;
  for (int y = 0; y < 120; ++y) {
    for (int x = 0; x < 120; ++x) {
      const double distance = std::hypot(x + 0.5 - 60, y + 0.5 - 60);
      const int level = pixel(image, x, y).r;
      area += level / 255.0;
      grey += level > 10 && level < 245 ? 1 : 0;
      if (distance < 49) {
        REQUIRE(level == 255);
      } else if (distance > 51) {
        REQUIRE(level == 0);
      }
    }
  }
  CHECK(area == Approx(3.14159 * 2500).epsilon(0.01));
  CHECK(grey > 100);  // its edge is smooth
}

TEST_CASE("a part of a texture is drawn texel for pixel at its own size") {
  const Size size{61, 43};
  const auto pixels = speckled(size);
  for (const float radius : {0.0F, 4.0F}) {
    Drawing drawing({40, 40});
    const Texture texture(size, Texture::Format::rgba, Texture::Filter::nearest, pixels);
    drawing.canvas().image(texture, {5, 5, 20, 30}, white, radius, Rect{17, 9, 20, 30});
    const Image image = drawing.finish();
    for (int y = 5; y < 25; ++y) {
      for (int x = 5; x < 15; ++x) {
        const auto* texel = &pixels[(static_cast<std::size_t>(y + 9) * 61 + x + 17) * 4];
        REQUIRE(pixel(image, 5 + x, 5 + y) == Color{texel[0], texel[1], texel[2], 255});
      }
    }
    CHECK(pixel(image, 4, 20) == black);
    CHECK(pixel(image, 25, 20) == black);
  }
}

TEST_CASE("a part grows with its rectangle, and nothing beside it is seen") {
  std::vector<std::uint8_t> pixels;
  for (int i = 0; i < 4; ++i) {
    const auto level = static_cast<std::uint8_t>(i == 2 ? 255 : 40);
    pixels.insert(pixels.end(), {level, level, level, 255});
  }
  Drawing drawing({30, 10});
  const Texture texture({4, 1}, Texture::Format::rgba, Texture::Filter::nearest, pixels);
  drawing.canvas().image(texture, {5, 0, 20, 10}, white, 0, Rect{2, 0, 1, 1});
  const Image image = drawing.finish();
  CHECK(pixel(image, 4, 5) == black);
  CHECK(pixel(image, 5, 5) == white);
  CHECK(pixel(image, 24, 5) == white);
  CHECK(pixel(image, 25, 5) == black);
}

TEST_CASE("what stands on the framebuffer can be kept and drawn again, to the last bit") {
  for (const Size size : {Size{64, 48}, Size{61, 37}}) {
    Drawing drawing(size);
    const auto pixels = speckled(size);
    const Texture texture(size, Texture::Format::rgba, Texture::Filter::nearest, pixels);
    const Rect whole{0, 0, static_cast<float>(size.width), static_cast<float>(size.height)};
    drawing.canvas().image(texture, whole);
    const Image before = drawing.finish();
    const Texture kept = Texture::of_framebuffer(size);
    REQUIRE(kept);
    CHECK(kept.size() == size);

    drawing.begin_again();
    drawing.canvas().fill(whole, teal);
    CHECK(pixel(drawing.finish(), 5, 5) == teal);

    drawing.begin_again();
    drawing.canvas().image(kept, whole);
    CHECK((drawing.finish().rgba == before.rgba));

    drawing.begin_again();
    drawing.canvas().image(kept, whole, white, 5);
    const Image rounded = drawing.finish();
    CHECK(pixel(rounded, 20, 8) == pixel(before, 20, 8));
    CHECK(pixel(rounded, 0, 0) == black);
  }
}

TEST_CASE("a framebuffer without an area, or larger than any texture, is not kept") {
  Drawing drawing({16, 16});
  drawing.finish();
  CHECK_FALSE(Texture::of_framebuffer({0, 16}));
  CHECK_FALSE(Texture::of_framebuffer({16, -1}));
  CHECK_FALSE(Texture::of_framebuffer({1'000'000, 16}));
}

TEST_CASE("a kept frame moves with its handle, and is still the right way up") {
  Drawing drawing({8, 8});
  drawing.canvas().fill({0, 0, 8, 4}, teal);
  drawing.finish();
  Texture first = Texture::of_framebuffer({8, 8});
  Texture second(std::move(first));
  Texture third;
  third = std::move(second);
  drawing.begin_again();
  drawing.canvas().image(third, {0, 0, 8, 8});
  const Image image = drawing.finish();
  CHECK(pixel(image, 4, 1) == teal);
  CHECK(pixel(image, 4, 6) == black);
}

TEST_CASE("textures without pixels, or with too few, are empty and draw nothing") {
  Drawing drawing({8, 8});
  const std::vector<std::uint8_t> few(15, 255);
  const Texture none;
  const Texture flat({0, 4}, Texture::Format::rgba, Texture::Filter::linear, few);
  const Texture short_of({2, 2}, Texture::Format::rgba, Texture::Filter::linear, few);
  CHECK_FALSE(none);
  CHECK_FALSE(flat);
  CHECK_FALSE(short_of);
  drawing.canvas().image(short_of, {0, 0, 8, 8});
  CHECK(pixel(drawing.finish(), 4, 4) == black);
}

TEST_CASE("a texture moves with its handle") {
  Drawing drawing({8, 8});
  const std::vector<std::uint8_t> texel{9, 8, 7, 255};
  Texture first({1, 1}, Texture::Format::rgba, Texture::Filter::nearest, texel);
  const unsigned id = first.id();
  Texture second(std::move(first));
  CHECK(second.id() == id);
  Texture third;
  third = std::move(second);
  CHECK(third.id() == id);
  CHECK(third.size() == Size{1, 1});
  drawing.canvas().image(third, {0, 0, 8, 8});
  CHECK(pixel(drawing.finish(), 4, 4) == Color{9, 8, 7, 255});
}

TEST_CASE("a picture wider than the driver takes is still shown") {
  Drawing drawing({64, 8});
  const Size size{20001, 3};  // llvmpipe takes 16384
  std::vector<std::uint8_t> coverage(static_cast<std::size_t>(size.width) * 3, 0);
  for (std::size_t i = 0; i < coverage.size(); ++i) {
    coverage[i] = i % static_cast<std::size_t>(size.width) < 10000 ? 255 : 0;
  }
  const Texture texture(size, Texture::Format::coverage, Texture::Filter::nearest, coverage);
  REQUIRE(texture);
  CHECK(texture.size() == size);
  drawing.canvas().image(texture, {0, 0, 64, 8});
  const Image image = drawing.finish();
  CHECK(pixel(image, 10, 4) == white);
  CHECK(pixel(image, 60, 4) == black);
}

TEST_CASE("a framebuffer without area is drawn on without harm") {
  Drawing drawing({8, 8});
  drawing.finish();
  drawing.begin_again({0, 0});
  drawing.canvas().fill({0, 0, 8, 8}, white);
  CHECK(pixel(drawing.finish(), 4, 4) == black);
}
