#include "player/cross_fade.h"

#include <cstdlib>
#include <memory>
#include <vector>

#include "graphics/fade.h"
#include "graphics/offscreen_glass.h"
#include "graphics/window.h"
#include "tests/catch.h"
#include "tests/harness/screen_pixels.h"
#include "tests/harness/xvfb.h"

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

constexpr Size screen{320, 180};

// A glass without a display, which remembers the frames it showed.
class Pictures : public OffscreenGlass {
 public:
  explicit Pictures(Size size) : OffscreenGlass(open(size)), size_(size) {}
  Size size() const override { return size_; }
  void show_frame() override { frames.push_back(read_pixels()); }
  void wait(double seconds) override { waits.push_back(seconds); }

  void set_size(Size size) { size_ = size; }
  std::vector<Image> frames;
  std::vector<double> waits;

 private:
  static std::unique_ptr<Offscreen> open(Size size) {
    unsetenv("DISPLAY");
    auto opened = Offscreen::open(size);
    if (!opened) {
      FAIL(to_string(opened.error()));
    }
    return std::move(*opened);
  }
  Size size_;
};

Board board(const char* hall) {
  Board board;
  board.language = "ru";
  board.hall = hall;
  board.clock = "14:42";
  return board;
}

const Board before = board("Горьковский зал");
const Board after = board("Мультимедийный зал");

// The world of one fade: each look at the clock is `frame` later than the last frame that was shown.
struct Stage {
  Pictures glass{screen};
  ImguiContext gui;
  BoardPainter painter{gui, ThemeColors{}};
  FadeMemory memory;
  std::function<bool()> cut_short = [] { return false; };
  FadeMemory::Time start{1000s};

  int fade(std::chrono::milliseconds frame) {
    glass.frames.clear();
    glass.waits.clear();
    return cross_fade(glass, painter, before, after, screen, memory, cut_short,
                      [&] { return start + frame * static_cast<int>(glass.frames.size()); });
  }
  Image alone(const Board& shown) {
    painter.paint(shown, screen);
    glass.show_frame();
    return glass.frames.back();
  }
};

double distance(const Image& a, const Image& b) {
  double sum = 0;
  for (std::size_t at = 0; at < a.rgba.size(); ++at) {
    sum += std::abs(a.rgba[at] - b.rgba[at]);
  }
  return sum;
}

}  // namespace

TEST_CASE("a board fades into the next within 400 ms and ends as that is painted alone") {
  Stage stage;
  const Image old_alone = stage.alone(before);
  const Image new_alone = stage.alone(after);
  CHECK(stage.fade(16ms) == 27);  // the first, 25 on the way, the last
  REQUIRE(stage.glass.frames.size() == 27);
  CHECK((stage.glass.frames.front().rgba == old_alone.rgba));
  CHECK((stage.glass.frames.back().rgba == new_alone.rgba));
  double last = distance(old_alone, new_alone);
  CHECK(last > 0);
  for (const Image& frame : stage.glass.frames) {
    CHECK(distance(frame, new_alone) <= last);  // nearer with every frame: no flash of anything else
    last = distance(frame, new_alone);
  }
  CHECK(stage.memory.worth_a_try(screen, stage.start));
}

TEST_CASE("between two frames the window's events are taken, and unheld frames are held to a sane number") {
  Stage stage;
  stage.fade(16ms);
  CHECK(stage.glass.waits.size() == 26);
  for (const double wait : stage.glass.waits) {
    CHECK(wait <= 0);
  }
  stage.fade(3ms);
  CHECK(stage.glass.waits.front() <= 0);
  CHECK(stage.glass.waits.back() == Approx(0.005));
}

TEST_CASE("a slow renderer cuts, and is not asked again for ten minutes") {
  Stage stage;
  const Image new_alone = stage.alone(after);
  CHECK(stage.fade(30ms) == 5);  // three frames after the first say enough
  CHECK((stage.glass.frames.back().rgba == new_alone.rgba));
  const FadeMemory::Time failed = stage.start + 4 * 30ms;
  CHECK_FALSE(stage.memory.worth_a_try(screen, failed));
  CHECK_FALSE(stage.memory.worth_a_try(screen, failed + 10min - 1s));
  CHECK(stage.memory.worth_a_try(screen, failed + 10min));

  stage.start = failed + 1min;
  CHECK(stage.fade(16ms) == 1);
  CHECK((stage.glass.frames.back().rgba == new_alone.rgba));
  stage.start = failed + 10min;
  CHECK(stage.fade(16ms) == 27);
}

TEST_CASE("one long gap is enough") {
  Stage stage;
  CHECK(stage.fade(61ms) == 3);
  CHECK_FALSE(stage.memory.worth_a_try(screen, stage.start + 1s));
}

TEST_CASE("a window of another size is worth another try") {
  FadeMemory memory;
  const FadeMemory::Time now{5s};
  CHECK(memory.worth_a_try({1920, 1080}, now));
  memory.was_too_slow({1920, 1080}, now);
  CHECK_FALSE(memory.worth_a_try({1920, 1080}, now));
  CHECK(memory.worth_a_try({1280, 720}, now));
}

TEST_CASE("whoever asks to stop, the next frame is the last") {
  Stage stage;
  const Image new_alone = stage.alone(after);
  SECTION("by the caller, before the first frame") {
    stage.cut_short = [] { return true; };
    CHECK(stage.fade(16ms) == 1);
  }
  SECTION("by the caller, on the way") {
    stage.cut_short = [&] { return stage.glass.frames.size() >= 5; };
    CHECK(stage.fade(16ms) == 6);
  }
  SECTION("by the window manager") {
    stage.glass.close();
    CHECK(stage.fade(16ms) == 1);
  }
  SECTION("by a change of the window's size") {
    stage.glass.set_size({640, 360});
    CHECK(stage.fade(16ms) == 1);
  }
  CHECK((stage.glass.frames.back().rgba == new_alone.rgba));
  CHECK(stage.memory.worth_a_try(screen, stage.start));  // an interruption is no slowness
}

TEST_CASE("on a real window the fade ends with the new board on the glass, fast or slow") {
  const Xvfb server("640x360x24");
  REQUIRE(server.runs());
  const auto window = Window::open({.title = "kiosk"});
  REQUIRE(window);
  const Size size = (*window)->size();
  ImguiContext gui;
  BoardPainter painter{gui, ThemeColors{}};
  const auto glass_after = [&](const auto& draw) {
    draw();
    return test::screen_pixels(server);
  };
  const Image old_alone = glass_after([&] {
    painter.paint(before, size);
    (*window)->show_frame();
    (*window)->wait(0);
  });
  FadeMemory memory;
  int frames = 0;
  const auto start = std::chrono::steady_clock::now();
  const Image faded =
      glass_after([&] { frames = cross_fade(**window, painter, before, after, size, memory, [] { return false; }); });
  const bool cut = !memory.worth_a_try(size, std::chrono::steady_clock::now());
  CHECK(frames >= 3);
  CHECK((cut || std::chrono::steady_clock::now() - start >= Fade::length));
  const Image new_alone = glass_after([&] {
    painter.paint(after, size);
    (*window)->show_frame();
    (*window)->wait(0);
  });
  CHECK((faded.rgba == new_alone.rgba));
  CHECK_FALSE((faded.rgba == old_alone.rgba));
}
