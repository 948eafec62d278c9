// The painter, over layouts made by hand: what stands where, and that nothing of the last frame stays.

#include "paint/paint_board.h"

#include <imgui.h>

#include <cstdlib>
#include <memory>
#include <utility>

#include "graphics/offscreen.h"
#include "images/scaling.h"
#include "layout/theme.h"
#include "tests/catch.h"
#include "tests/graphics/drawing.h"

using namespace kiosk;

namespace {

constexpr Size screen{320, 180};
const Color red = rgb(0xff0000);
const Color blue = rgb(0x0000ff);
const Color white = rgb(0xffffff);

// A painter without a display, and what it painted.
class Easel {
 public:
  explicit Easel(const ThemeColors& theme = {}, Size size = screen)
      : offscreen_(open(size)), painter_(std::make_unique<BoardPainter>(gui_, theme)) {}
  BoardPainter& painter() { return *painter_; }
  ImguiContext& gui() { return gui_; }
  Image painted(const Layout& layout) {
    painter_->paint(layout);
    return offscreen_->read_pixels();
  }
  Image read() const { return offscreen_->read_pixels(); }

 private:
  static std::unique_ptr<Offscreen> open(Size size) {
    unsetenv("DISPLAY");
    auto opened = Offscreen::open(size);
    if (!opened) {
      FAIL(to_string(opened.error()));
    }
    return std::move(*opened);
  }
  std::unique_ptr<Offscreen> offscreen_;
  ImguiContext gui_;
  std::unique_ptr<BoardPainter> painter_;
};

Layout empty_layout() {
  Layout layout;
  layout.size = screen;
  return layout;
}

Image plain(Size size, Color color) {
  Image image{size, {}};
  for (int i = 0; i < size.width * size.height; ++i) {
    image.rgba.insert(image.rgba.end(), {color.r, color.g, color.b, color.a});
  }
  return image;
}
std::shared_ptr<const Image> picture(Size size, Color color) { return std::make_shared<Image>(plain(size, color)); }

// Left half one colour, right half the other.
std::shared_ptr<const Image> halves(Size size, Color left, Color right) {
  auto image = std::make_shared<Image>(plain(size, left));
  for (int y = 0; y < size.height; ++y) {
    for (int x = size.width / 2; x < size.width; ++x) {
      auto* at = &image->rgba[static_cast<std::size_t>(y * size.width + x) * 4];
      at[0] = right.r;
      at[1] = right.g;
      at[2] = right.b;
      at[3] = right.a;
    }
  }
  return image;
}

Layout with_picture(const Rect& rect, float radius = 0) {
  Layout layout = empty_layout();
  layout.pictures.push_back({rect, "a", radius});
  return layout;
}

Layout with_backdrop() {
  Layout layout = empty_layout();
  layout.backdrop = "hall";
  return layout;
}

TextBox words(const char* text, float x, float y) {
  TextBox box;
  box.rect = {x, y, 200, 40};
  box.text = text;
  box.style.cap_height = 20;
  return box;
}

int brightest(const Image& image) {
  int most = 0;
  for (std::size_t at = 0; at < image.rgba.size(); ++at) {
    most = at % 4 == 3 ? most : std::max(most, int{image.rgba[at]});
  }
  return most;
}

}  // namespace

TEST_CASE("a picture that has not come leaves its place as it is") {
  Easel easel;
  const Image without = easel.painted(empty_layout());
  CHECK((easel.painted(with_picture({10, 10, 50, 50})).rgba == without.rgba));
  CHECK((easel.painted(with_backdrop()).rgba == without.rgba));
}

TEST_CASE("a picture fills its box, and nothing beside it") {
  Easel easel;
  const Image without = easel.painted(empty_layout());
  easel.painter().set_picture("a", halves({400, 100}, red, blue));  // its ends are cut off
  const Image with = easel.painted(with_picture({10, 20, 60, 40}));
  for (int y = 0; y < screen.height; ++y) {
    for (int x = 0; x < screen.width; ++x) {
      const bool inside = x >= 10 && x < 70 && y >= 20 && y < 60;
      REQUIRE(pixel(with, x, y) == (!inside ? pixel(without, x, y) : x < 40 ? red : blue));
    }
  }
}

TEST_CASE("a picture much larger than its box is shown without sparkling") {
  Easel easel;
  auto lines = std::make_shared<Image>(plain({2000, 2000}, rgb(0)));
  for (std::size_t at = 0; at < lines->rgba.size(); at += 8) {
    lines->rgba[at] = lines->rgba[at + 1] = lines->rgba[at + 2] = 255;
  }
  easel.painter().set_picture("a", lines);
  const Image image = easel.painted(with_picture({0, 0, 90, 90}));
  for (int i = 0; i < 90; ++i) {
    CHECK(int{pixel(image, i, i).r} == Approx(128).margin(8));
  }
}

TEST_CASE("a portrait's corners are round, and smooth") {
  Easel easel;
  const Image without = easel.painted(empty_layout());
  easel.painter().set_picture("a", picture({60, 60}, red));
  const Image circle = easel.painted(with_picture({20, 20, 60, 60}, 30));
  CHECK(pixel(circle, 50, 50) == red);
  CHECK(pixel(circle, 20, 50).r > 200);
  CHECK(pixel(circle, 21, 21) == pixel(without, 21, 21));
  CHECK(pixel(circle, 78, 78) == pixel(without, 78, 78));
}

TEST_CASE("a logo's clear pixels show what is under them") {
  Easel easel;
  Layout layout = with_picture({20, 20, 40, 40});
  layout.surfaces.push_back({{0, 0, 100, 100}, Surface::card});
  easel.painter().set_picture("a", halves({80, 80}, red, {0, 255, 0, 0}));
  const Image image = easel.painted(layout);
  CHECK(pixel(image, 25, 40) == red);
  CHECK(pixel(image, 55, 40) == white);
  CHECK(pixel(image, 40, 40) == white);
}

TEST_CASE("another picture by the same address takes the first one's place, and none its pixels") {
  Easel easel;
  const Layout layout = with_picture({20, 20, 40, 40});
  const Image without = easel.painted(empty_layout());
  easel.painter().set_picture("a", picture({80, 80}, red));
  CHECK(pixel(easel.painted(layout), 40, 40) == red);
  easel.painter().set_picture("a", picture({80, 80}, blue));
  CHECK(pixel(easel.painted(layout), 40, 40) == blue);
  easel.painter().set_picture("a", nullptr);
  CHECK((easel.painted(layout).rgba == without.rgba));
  easel.painter().set_picture("a", picture({80, 80}, red));
  CHECK(pixel(easel.painted(layout), 40, 40) == red);
  easel.painter().set_picture("a", std::make_shared<Image>());  // one without pixels is none
  CHECK((easel.painted(layout).rgba == without.rgba));
}

TEST_CASE("only the pictures that are to be kept are") {
  Easel easel;
  Layout layout = with_picture({20, 20, 40, 40});
  layout.pictures.push_back({{100, 20, 40, 40}, "b"});
  auto first = picture({8, 8}, red);
  const std::weak_ptr<const Image> released = first;
  easel.painter().set_picture("a", std::move(first));
  easel.painter().set_picture("b", picture({8, 8}, blue));
  CHECK(pixel(easel.painted(layout), 40, 40) == red);
  easel.painter().keep_pictures({"b", "never heard of"});
  const Image image = easel.painted(layout);
  CHECK_FALSE(pixel(image, 40, 40) == red);
  CHECK(pixel(image, 120, 40) == blue);
  CHECK(released.expired());
}

TEST_CASE("one picture may stand twice, at two sizes") {
  Easel easel;
  Layout layout = with_picture({20, 20, 40, 40});
  layout.pictures.push_back({{100, 20, 60, 60}, "a"});
  layout.backdrop = "a";
  easel.painter().set_picture("a", picture({8, 8}, red));
  for (int frame = 0; frame < 3; ++frame) {
    const Image image = easel.painted(layout);
    CHECK(pixel(image, 59, 59) == red);
    CHECK(pixel(image, 159, 79) == red);
    CHECK(pixel(image, 300, 100).r > pixel(image, 300, 100).b);  // veiled
    CHECK(pixel(image, 300, 100).r < 200);
  }
}

TEST_CASE("behind a hall's picture all text stands at seven to one, on every pixel of it") {
  auto image = std::make_shared<Image>(plain(screen, rgb(0)));
  for (std::size_t i = 0; i < image->rgba.size() / 4; ++i) {  // all hues there are, in steps
    image->rgba[i * 4] = static_cast<std::uint8_t>(i % 16 * 17);
    image->rgba[i * 4 + 1] = static_cast<std::uint8_t>(i / 16 % 16 * 17);
    image->rgba[i * 4 + 2] = static_cast<std::uint8_t>(i / 256 % 16 * 17);
  }
  std::vector<ThemeColors> themes{base_colors(ThemeBase::dark), base_colors(ThemeBase::light)};
  for (const std::uint32_t background : {0x400000U, 0x003010U, 0x2b0a4aU, 0xffe9c0U, 0xffffffU, 0x000000U}) {
    themes.push_back(readable(theme_colors({}, rgb(background), std::nullopt)).colors);
  }
  for (const ThemeColors& theme : themes) {
    Easel easel(theme);
    easel.painter().set_picture("hall", image);
    const Image painted = easel.painted(with_backdrop());
    double worst = 21;
    double on_chip = 21;
    int apart = 0;
    for (int y = 0; y < screen.height; ++y) {
      for (int x = 0; x < screen.width; ++x) {
        const Color ground = pixel(painted, x, y);
        worst = std::min({worst, contrast(theme.text, ground), contrast(theme.quiet_text, ground)});
        on_chip = std::min(on_chip, contrast(theme.text, blended(color_of(Surface::chip_calm, theme), ground)));
        apart += ground == pixel(painted, 0, 0) ? 0 : 1;
      }
    }
    CAPTURE(format_color(theme.background));
    CHECK(worst >= 7);
    CHECK(on_chip >= 7);
    CHECK(apart > 1000);  // and still a picture
  }
}

TEST_CASE("a hall's picture covers the screen in its proportions, on every shape of screen") {
  for (const Size size : {Size{320, 180}, Size{180, 320}, Size{200, 200}}) {
    Easel easel({}, size);
    easel.painter().set_picture("hall", halves({640, 480}, rgb(0x202020), rgb(0)));
    Layout layout = with_backdrop();
    layout.size = size;
    const Image image = easel.painted(layout);
    CHECK(pixel(image, 0, 0) == pixel(image, size.width / 2 - 2, size.height - 1));
    CHECK(pixel(image, size.width - 1, 0) == pixel(image, size.width / 2 + 2, size.height - 1));
    CHECK_FALSE(pixel(image, 0, 0) == pixel(image, size.width - 1, 0));
  }
}

TEST_CASE("another theme is shown from the next frame on, in text, ground and veil") {
  ThemeColors theme;
  Easel easel(theme);
  easel.painter().set_picture("hall", picture({32, 18}, white));
  Layout layout = empty_layout();
  layout.texts.push_back(words("Зал", 10, 10));
  layout.texts.push_back(words("Зал 📚", 10, 60));  // its colour is in its pixels
  easel.painted(layout);
  theme.background = theme.glow = rgb(0x102000);
  theme.text = rgb(0xffff80);
  easel.painter().set_theme(theme);
  const Image turned = easel.painted(layout);
  const Image turned_backdrop = easel.painted(with_backdrop());
  easel.painter().set_theme({});
  const Image turned_back = easel.painted(with_backdrop());
  // Not before: its GL context is the current one from here on.
  Easel fresh(theme);
  fresh.painter().set_picture("hall", picture({32, 18}, white));
  CHECK((turned.rgba == fresh.painted(layout).rgba));
  const Image fresh_backdrop = fresh.painted(with_backdrop());
  CHECK((turned_backdrop.rgba == fresh_backdrop.rgba));
  CHECK_FALSE((turned_back.rgba == fresh_backdrop.rgba));
}

TEST_CASE("a board stands behind the windows of its frame, as it is painted alone") {
  Easel easel;
  easel.painter().set_picture("hall", picture({32, 18}, white));
  Layout layout = with_backdrop();
  layout.texts.push_back(words("Зал", 10, 10));
  const Image alone = easel.painted(layout);
  for (int i = 0; i < 3; ++i) {
    ImguiFrame frame = easel.gui().begin_frame(screen);
    easel.painter().draw(i == 1 ? empty_layout() : layout, frame);  // drops what the board before used
    ImGui::SetNextWindowPos({160, 0});
    ImGui::SetNextWindowSize({160, 180});
    ImGui::Begin("panel");
    ImGui::End();
    frame.end();
  }
  const Image both = easel.read();
  for (const int x : {0, 15, 40, 159}) {
    for (int y = 0; y < screen.height; ++y) {
      REQUIRE(pixel(both, x, y) == pixel(alone, x, y));
    }
  }
  CHECK_FALSE(pixel(both, 240, 90) == pixel(alone, 240, 90));
}

TEST_CASE("the light comes from the corner where reading begins") {
  Easel easel;
  Layout layout = empty_layout();
  const Image left = easel.painted(layout);
  layout.right_to_left = true;
  const Image right = easel.painted(layout);
  CHECK(pixel(left, 0, 0) == ThemeColors{}.glow);
  CHECK(pixel(right, screen.width - 1, 0) == ThemeColors{}.glow);
  for (int x = 0; x < screen.width; x += 7) {
    for (int y = 0; y < screen.height; y += 7) {
      // A gradient is drawn as two triangles, so that the mirrored one may differ by a step.
      const Color a = pixel(left, x, y);
      const Color b = pixel(right, screen.width - 1 - x, y);
      CHECK(std::abs(a.r - b.r) <= 12);
      CHECK(std::abs(a.g - b.g) <= 12);
      CHECK(std::abs(a.b - b.b) <= 12);
    }
  }
}

TEST_CASE("a shade darkens everything, pictures and text as well, and a full one leaves black") {
  Easel easel;
  easel.painter().set_picture("a", picture({8, 8}, white));
  Layout layout = with_picture({20, 20, 40, 40});
  layout.texts.push_back(words("Зал", 100, 100));
  const int clear = brightest(easel.painted(layout));
  CHECK(clear == 255);
  layout.shade = 0.5F;
  CHECK(brightest(easel.painted(layout)) == Approx(128).margin(2));
  layout.shade = 1;
  CHECK(brightest(easel.painted(layout)) == 0);
  layout.shade = 0;
  CHECK(brightest(easel.painted(layout)) == 255);
}

TEST_CASE("between two frames there is as much of each as the share says, at the ends one alone") {
  Easel easel;
  Layout layout = empty_layout();
  layout.texts.push_back(words("Было", 10, 10));
  const Image before = easel.painted(layout);
  const Texture old_frame = Texture::of_framebuffer(screen);
  layout.texts = {words("Стало", 60, 90)};
  const Image after = easel.painted(layout);
  const Texture new_frame = Texture::of_framebuffer(screen);
  const auto between = [&](double share) {
    easel.painter().paint_between(old_frame, new_frame, share, screen);
    return easel.read();
  };
  CHECK((between(0).rgba == before.rgba));
  CHECK((between(1).rgba == after.rgba));
  CHECK((between(-3).rgba == before.rgba));
  CHECK((between(7).rgba == after.rgba));
  const Image half = between(0.5);
  for (std::size_t at = 0; at < half.rgba.size(); ++at) {
    REQUIRE(std::abs(half.rgba[at] * 2 - before.rgba[at] - after.rgba[at]) <= 4);
  }
  CHECK((easel.painted(layout).rgba == after.rgba));
}

TEST_CASE("the second time a board is painted it is the same to the last bit") {
  Easel easel;
  easel.painter().set_picture("a", halves({300, 200}, red, blue));
  easel.painter().set_picture("hall", halves({640, 360}, white, rgb(0x305070)));
  Layout layout = with_picture({200, 40, 60, 60}, 30);
  layout.backdrop = "hall";
  layout.texts.push_back(words("قاعة 📚", 10, 10));
  layout.icons.push_back({{10, 80, 30, 30}, Icon::arrow});
  layout.qr_codes.push_back({{100, 80, 42, 42}, "HTTPS://CULTURE.RU", 2});
  const Image first = easel.painted(layout);
  CHECK((easel.painted(layout).rgba == first.rgba));
  easel.painted(empty_layout());  // every texture goes
  CHECK((easel.painted(layout).rgba == first.rgba));
}
