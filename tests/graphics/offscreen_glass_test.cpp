#include "graphics/offscreen_glass.h"

#include <chrono>
#include <cstdlib>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

#include "graphics/canvas.h"
#include "tests/catch.h"
#include "tests/graphics/drawing.h"

using namespace kiosk;

namespace {

std::unique_ptr<Offscreen> target(Size size = {64, 48}) {
  unsetenv("DISPLAY");
  auto opened = Offscreen::open(size);
  if (!opened) {
    FAIL(to_string(opened.error()));
  }
  return std::move(*opened);
}

// A glass whose time is a list of what was slept.
struct Stage {
  Waker waker;
  std::vector<double> slept;
  OffscreenGlass glass{target(), waker, [this](double seconds) { slept.push_back(seconds); }};
};

// The loop of a screen, as short as it can be: a frame for what is new, and for nothing else.
void loop(Glass& glass, ImguiContext& gui, const std::function<std::optional<Color>()>& news) {
  while (!glass.close_wanted()) {
    const std::optional<Color> color = news();
    if (glass.take_redraw_wanted() || color) {
      ImguiFrame frame = gui.begin_frame(glass.size());
      Canvas(frame).fill({0, 0, 1000, 1000}, color.value_or(Color{255, 255, 255, 255}));
      frame.end();
      glass.show_frame();
    }
    glass.wait(60);
  }
}

}  // namespace

TEST_CASE("a glass without a display shows frames, counts them and names its renderer") {
  OffscreenGlass glass(target());
  CHECK(glass.size() == Size{64, 48});
  CHECK(glass.frames_shown() == 0);
  CHECK_FALSE(glass.renderer().name.empty());
  CHECK_FALSE(glass.renderer().version.empty());
  ImguiContext gui;
  for (int i = 0; i < 3; ++i) {
    ImguiFrame frame = gui.begin_frame(glass.size());
    Canvas(frame).fill({0, 0, 64, 48}, {1, 2, 3, 255});
    frame.end();
    glass.show_frame();
  }
  CHECK(glass.frames_shown() == 3);
  CHECK(pixel(glass.read_pixels(), 63, 47) == Color{1, 2, 3, 255});
}

TEST_CASE("a wait passes the time of the loop, and none of ours") {
  Stage stage;
  stage.glass.wait(3600);
  stage.glass.wait(std::numeric_limits<double>::infinity());
  CHECK(stage.slept == std::vector{3600.0, std::numeric_limits<double>::infinity()});
}

TEST_CASE("no time is not slept, and what waited is taken by it") {
  Stage stage;
  stage.waker.wake();
  stage.glass.wait(0);
  stage.glass.wait(-5);
  stage.glass.wait(std::numeric_limits<double>::quiet_NaN());
  CHECK(stage.slept.empty());
  stage.glass.wait(2);
  CHECK(stage.slept == std::vector{2.0});
}

TEST_CASE("whatever happens to the glass ends one wait, and the next one sleeps") {
  Stage stage;
  SECTION("a wake") { stage.waker.wake(); }
  SECTION("input") { stage.glass.put(Character{U'a'}); }
  SECTION("the loss of what was drawn") { stage.glass.lose_frame(); }
  SECTION("another size") { REQUIRE(stage.glass.resize({30, 20})); }
  SECTION("the wish to close it") { stage.glass.close(); }
  stage.glass.wait(60);
  CHECK(stage.slept.empty());
  stage.glass.wait(60);  // though nobody took the input
  CHECK(stage.slept == std::vector{60.0});
}

TEST_CASE("without a time of its own a glass waits in ours, until it is woken") {
  const Waker waker;
  OffscreenGlass glass(target(), waker);
  const auto start = std::chrono::steady_clock::now();
  glass.wait(0.05);
  CHECK(std::chrono::steady_clock::now() - start >= std::chrono::milliseconds(49));
  const std::jthread worker([waker] { waker.wake(); });
  glass.wait(std::numeric_limits<double>::infinity());
}

TEST_CASE("redraw is wanted once for each loss, and never for input") {
  Stage stage;
  stage.glass.put(MouseMoved{{1, 2}});
  CHECK_FALSE(stage.glass.take_redraw_wanted());
  stage.glass.lose_frame();
  CHECK(stage.glass.take_redraw_wanted());
  CHECK_FALSE(stage.glass.take_redraw_wanted());
  REQUIRE(stage.glass.resize({30, 20}));
  CHECK(stage.glass.size() == Size{30, 20});
  CHECK(stage.glass.take_redraw_wanted());
  CHECK_FALSE(stage.glass.resize({0, 20}));
  CHECK_FALSE(stage.glass.take_redraw_wanted());
}

TEST_CASE("input is taken once, in its order") {
  Stage stage;
  const std::vector<InputEvent> done{MouseMoved{{1, 2}}, ButtonEvent{MouseButton::left, true}};
  for (const InputEvent& event : done) {
    stage.glass.put(event);
  }
  CHECK((stage.glass.take_input() == done));
  CHECK(stage.glass.take_input().empty());
}

TEST_CASE("the very loop that draws in a window runs without one, a week in no time") {
  const Waker waker;
  double now = 0;
  OffscreenGlass* shown = nullptr;
  OffscreenGlass glass(target(), waker, [&](double seconds) {
    now += seconds;
    if (now >= 7 * 24 * 3600) {
      shown->close();
    }
  });
  shown = &glass;
  ImguiContext gui;
  int looks = 0;
  loop(glass, gui, [&]() -> std::optional<Color> {
    if (++looks == 100) {
      glass.put(KeyEvent{Key::f1, true});  // nobody draws for it
      waker.wake();
    }
    return looks == 1 ? std::optional(Color{0, 200, 0, 255}) : std::nullopt;
  });
  CHECK(now == 7 * 24 * 3600);
  CHECK(looks == 7 * 24 * 60 + 1);
  CHECK(glass.frames_shown() == 1);
  CHECK(pixel(glass.read_pixels(), 5, 5) == Color{0, 200, 0, 255});
}
