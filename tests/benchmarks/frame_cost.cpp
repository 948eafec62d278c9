// What a full redraw of a board costs on this machine, beside one textured quad over the whole screen: run.sh
// starts it. Draws off the screen at 1920x1080, so that neither a display nor its refresh is in the figures; each
// figure is the middle one of the runs, from the first call until glFinish() returns.
//
//   frame_cost [RUNS]

#include <epoxy/gl.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "board/compose_board.h"
#include "dialects/read_feed.h"
#include "graphics/canvas.h"
#include "graphics/glass.h"
#include "graphics/offscreen.h"
#include "graphics/window.h"
#include "paint/paint_board.h"

namespace kiosk::bench {
namespace {

constexpr Size screen{1920, 1080};
constexpr Rect whole{0, 0, 1920, 1080};

// The demo's first day, while Track 1 is on in the Gorky hall.
Board demo_board() {
  std::ostringstream text;
  text << std::ifstream(KIOSK_SOURCE_DIR "/assets/demo/feed.json").rdbuf();
  const auto feed = read_feed(text.str(), {.file = "feed.json"});
  if (!feed) {
    throw std::runtime_error(to_string(feed.error()));
  }
  using namespace std::chrono;
  Situation situation;
  situation.instant = sys_days{2024y / April / 17} + 11h + 42min;
  situation.hall = "gorky";
  situation.schedule = feed->schedule.get();
  Wordings wordings;
  return compose_board(situation, wordings.in("ru"), wordings);
}

// A photo's worth of detail.
std::shared_ptr<const Image> photo(Size size) {
  auto image = std::make_shared<Image>(Image{size, {}});
  image->rgba.reserve(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * 4);
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      image->rgba.insert(image->rgba.end(), {static_cast<std::uint8_t>(x * y / 97), static_cast<std::uint8_t>(x + y),
                                             static_cast<std::uint8_t>(x ^ y), 255});
    }
  }
  return image;
}

class Measure {
 public:
  explicit Measure(int runs) : runs_(runs) {}

  // In milliseconds; `prepare` before each run does not count.
  double middle(
      const std::function<void()>& run, const std::function<void()>& prepare = [] {}) const {
    std::vector<double> times;
    for (int i = 0; i < runs_; ++i) {
      prepare();
      glFinish();
      const auto begin = std::chrono::steady_clock::now();
      run();
      glFinish();
      times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
  }

 private:
  int runs_;
};

void measure(int runs) {
  const auto offscreen = Offscreen::open(screen);
  if (!offscreen) {
    throw std::runtime_error(to_string(offscreen.error()));
  }
  const Measure measure(runs);
  const Board board = demo_board();
  const ThemeColors theme;
  ImguiContext gui;
  BoardPainter painter(gui, theme);
  TextEngine engine;
  const Layout layout = painter.lay_out(board, screen);

  const auto picture = photo(screen);
  const Texture texture(screen, Texture::Format::rgba, Texture::Filter::nearest, picture->rgba);
  const auto draw = [&](const auto& shapes) {
    ImguiFrame frame = gui.begin_frame(screen);
    Canvas canvas(frame);
    shapes(canvas);
    frame.end();
  };
  draw([&](Canvas& canvas) { canvas.image(texture, whole); });  // compiles what is compiled once
  painter.paint(board, screen);
  glFinish();

  const double quad = measure.middle([&] { draw([&](Canvas& canvas) { canvas.image(texture, whole); }); });
  const auto row = [quad](const char* what, double milliseconds) {
    std::printf("%-58s %8.2f %8.2f\n", what, milliseconds, milliseconds / quad);
  };
  std::printf("Frame cost, 1920x1080, %s, %d runs\n", current_renderer().name.c_str(), runs);
  std::printf("%-58s %8s %8s\n", "", "ms", "of quad");
  row("one textured quad over the whole screen", quad);
  row("an empty frame, cleared", measure.middle([&] { draw([](Canvas&) {}); }));

  row("full redraw, nothing new", measure.middle([&] { painter.paint(board, screen); }));
  row("  laying out, all measured before", measure.middle([&] { painter.lay_out(board, screen); }));
  row("  drawing what was laid out", measure.middle([&] { painter.paint(layout); }));
  row("    of it the background's gradient", measure.middle([&] {
    draw([&](Canvas& canvas) {
      canvas.gradient(whole, {theme.glow, theme.background, theme.background, theme.background});
    });
  }));

  const auto forget = [&] { painter.paint(Board{}, screen); };
  row("full redraw, every word new", measure.middle([&] { painter.paint(board, screen); }, forget));
  row("  laying out, nothing measured before", measure.middle([&] { painter.lay_out(board, screen); }, forget));
  std::vector<TextBitmap> bitmaps;
  row("  rasterising the texts", measure.middle([&] {
    bitmaps.clear();
    for (const TextBox& box : layout.texts) {
      bitmaps.push_back(engine.rasterise(text_request(box.text, box.style, box.wrap), theme.text));
    }
  }));
  row("  handing them to GL", measure.middle([&] {
    for (const TextBitmap& bitmap : bitmaps) {
      Texture(bitmap.size, bitmap.colored ? Texture::Format::rgba : Texture::Format::coverage, Texture::Filter::nearest,
              bitmap.pixels);
    }
  }));

  // A hall's picture, as large as cameras make them after shrinking, and the two frames of a cross-fade.
  Layout with_backdrop = layout;
  with_backdrop.backdrop = "hall";
  const auto hall = photo({2400, 1600});
  painter.set_picture("hall", hall);
  row("with a hall's picture behind it, the first time",
      measure.middle([&] { painter.paint(with_backdrop); }, [&] { painter.paint(layout); }));
  row("with a hall's picture behind it, from then on", measure.middle([&] { painter.paint(with_backdrop); }));
  const Texture before = Texture::of_framebuffer(screen);
  painter.paint(layout);
  const Texture after = Texture::of_framebuffer(screen);
  row("a frame of a cross-fade", measure.middle([&] { painter.paint_between(before, after, 0.5, screen); }));
}

}  // namespace
}  // namespace kiosk::bench

int main(int count, char** words) {
  const int runs = count == 2 ? std::atoi(words[1]) : 41;
  if (count > 2 || runs < 1) {
    std::fprintf(stderr, "usage: frame_cost [RUNS]\n");
    return 2;
  }
  try {
    kiosk::bench::measure(runs);
    return 0;
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "frame_cost: %s\n", problem.what());
    return 1;
  }
}
