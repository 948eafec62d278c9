#include "graphics/imgui_context.h"

#include <imgui.h>

#include <limits>
#include <utility>

#include "graphics/canvas.h"
#include "graphics/offscreen.h"
#include "tests/catch.h"
#include "tests/graphics/drawing.h"

using namespace kiosk;

namespace {

constexpr Size screen{200, 120};
const Color black{0, 0, 0, 255};
const Color teal{12, 200, 180, 255};
const Color red{255, 0, 0, 255};

// A window of one colour, as a technician's panel is one.
void show_panel(const Rect& rect, Color color) {
  ImGui::SetNextWindowPos({rect.x, rect.y});
  ImGui::SetNextWindowSize({rect.width, rect.height});
  ImGui::PushStyleColor(ImGuiCol_WindowBg, IM_COL32(color.r, color.g, color.b, color.a));
  ImGui::Begin("panel", nullptr, ImGuiWindowFlags_NoDecoration);
  ImGui::End();
  ImGui::PopStyleColor();
}

std::unique_ptr<Offscreen> offscreen() {
  auto opened = Offscreen::open(screen);
  if (!opened) {
    FAIL(to_string(opened.error()));
  }
  return std::move(*opened);
}

}  // namespace

TEST_CASE("a panel stands over the background of the same frame, whichever was called first") {
  const auto target = offscreen();
  ImguiContext gui;
  for (const bool panel_first : {false, true}) {
    ImguiFrame frame = gui.begin_frame(screen);
    if (panel_first) {
      show_panel({50, 40, 60, 40}, red);
    }
    Canvas(frame).fill({0, 0, 200, 120}, teal);
    if (!panel_first) {
      show_panel({50, 40, 60, 40}, red);
    }
    frame.end();
    const Image image = target->read_pixels();
    CHECK(pixel(image, 80, 60) == red);
    CHECK(pixel(image, 45, 60) == teal);
    CHECK(pixel(image, 115, 60) == teal);
  }
}

TEST_CASE("a panel that is not shown again leaves no trace") {
  const auto target = offscreen();
  ImguiContext gui;
  const auto frame_with = [&](bool panel) {
    ImguiFrame frame = gui.begin_frame(screen);
    Canvas(frame).fill({20, 20, 160, 80}, teal, 12);
    if (panel) {
      show_panel({50, 40, 60, 40}, red);
    }
    frame.end();
    return target->read_pixels();
  };
  const Image before = frame_with(false);
  CHECK_FALSE((frame_with(true).rgba == before.rgba));
  CHECK((frame_with(false).rgba == before.rgba));
}

TEST_CASE("several canvases of one frame draw over one another") {
  const auto target = offscreen();
  ImguiContext gui;
  ImguiFrame frame = gui.begin_frame(screen);
  Canvas(frame).fill({0, 0, 200, 120}, teal);
  Canvas(frame).fill({0, 0, 100, 120}, red);
  frame.end();
  const Image image = target->read_pixels();
  CHECK(pixel(image, 50, 60) == red);
  CHECK(pixel(image, 150, 60) == teal);
}

TEST_CASE("a frame that was not ended is forgotten, and the next is whole") {
  const auto target = offscreen();
  ImguiContext gui;
  {
    const ImguiFrame forgotten = gui.begin_frame(screen);
    Canvas(forgotten).fill({0, 0, 200, 120}, red);
  }
  CHECK(pixel(target->read_pixels(), 50, 60) == black);
  ImguiFrame frame = gui.begin_frame(screen);
  Canvas(frame).fill({0, 0, 200, 120}, teal);
  frame.end();
  CHECK(pixel(target->read_pixels(), 50, 60) == teal);
}

TEST_CASE("a context moves with its handle, and so does a frame") {
  const auto target = offscreen();
  ImguiContext first;
  ImguiContext second(std::move(first));
  ImguiContext third;
  third = std::move(second);
  ImguiFrame begun = third.begin_frame(screen);
  ImguiFrame frame(std::move(begun));
  CHECK(frame.size() == screen);
  Canvas(frame).fill({0, 0, 200, 120}, teal);
  frame.end();
  CHECK(pixel(target->read_pixels(), 199, 119) == teal);
}

TEST_CASE("of two contexts each draws its own frames") {
  const auto target = offscreen();
  ImguiContext one;
  ImguiContext other;
  for (int turn = 0; turn < 2; ++turn) {
    for (const auto& [gui, color] : {std::pair(&one, red), std::pair(&other, teal)}) {
      ImguiFrame frame = gui->begin_frame(screen);
      show_panel({0, 0, 100, 100}, color);
      frame.end();
      CHECK(pixel(target->read_pixels(), 50, 50) == color);
    }
  }
}

TEST_CASE("widgets go by the time that passed, and no time harms them") {
  const auto target = offscreen();
  ImguiContext gui;
  gui.begin_frame(screen).end();
  const double start = ImGui::GetTime();
  gui.begin_frame(screen, 2.5).end();
  CHECK(ImGui::GetTime() - start == Approx(2.5));
  for (const double seconds : {0.0, -3.0, std::numeric_limits<double>::quiet_NaN()}) {
    gui.begin_frame(screen, seconds).end();
  }
  CHECK(ImGui::GetTime() - start == Approx(2.5).margin(0.01));
}
