#include "graphics/imgui_input.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "graphics/canvas.h"
#include "graphics/imgui_context.h"
#include "graphics/offscreen_glass.h"
#include "tests/catch.h"
#include "tests/graphics/drawing.h"

using namespace kiosk;

namespace {

const ButtonEvent press{MouseButton::left, true};
const ButtonEvent release{MouseButton::left, false};
constexpr KeyEvent down(Key key) { return {key, true}; }
constexpr KeyEvent up(Key key) { return {key, false}; }

std::size_t one_frame(const std::vector<InputEvent>& events) { return events_of_one_frame(events); }

// A board with one panel over it: a button and a line to write in.
class Panel {
 public:
  Panel() { show(); }

  // As many frames as the events take, and one in which their effect is seen.
  void person_does(const std::vector<InputEvent>& events) {
    for (const InputEvent& event : events) {
      glass_.put(event);
    }
    const std::vector<InputEvent> taken = glass_.take_input();
    for (std::span<const InputEvent> rest = taken; !rest.empty();) {
      rest = rest.subspan(gui_.feed(rest));
      show();
    }
    show();
  }
  Image pixels() const { return glass_.read_pixels(); }

  int presses = 0;
  std::string written = std::string(32, '\0');
  int escapes = 0;
  int helps = 0;
  float scrolled = 0;
  bool mouse_over = false;

  static constexpr MouseMoved over_button{{60, 35}};
  static constexpr MouseMoved over_line{{60, 75}};

 private:
  void show() {
    ImguiFrame frame = gui_.begin_frame(glass_.size());
    Canvas(frame).fill({0, 0, 240, 160}, {0, 60, 0, 255});
    ImGui::SetNextWindowPos({10, 10});
    ImGui::SetNextWindowSize({120, 100});
    ImGui::Begin("panel", nullptr, ImGuiWindowFlags_NoDecoration);
    ImGui::SetCursorPos({20, 15});
    presses += ImGui::Button("next hall", {80, 20}) ? 1 : 0;
    ImGui::SetCursorPos({20, 55});
    ImGui::SetNextItemWidth(80);
    ImGui::InputText("##hall", written.data(), written.size());
    escapes += ImGui::IsKeyPressed(imgui_key(Key::escape), false) ? 1 : 0;
    helps += ImGui::IsKeyPressed(imgui_key(Key::f1), false) ? 1 : 0;
    scrolled += ImGui::GetIO().MouseWheel;
    mouse_over = ImGui::IsWindowHovered(ImGuiHoveredFlags_RootAndChildWindows);
    ImGui::End();
    frame.end();
    glass_.show_frame();
  }

  static std::unique_ptr<Offscreen> open() {
    auto opened = Offscreen::open({240, 160});
    if (!opened) {
      FAIL(to_string(opened.error()));
    }
    return std::move(*opened);
  }
  OffscreenGlass glass_{open()};
  ImguiContext gui_;
};

}  // namespace

TEST_CASE("a button over a board is pressed by a mouse") {
  Panel panel;
  const Image still = panel.pixels();
  panel.person_does({Panel::over_button});
  CHECK(panel.presses == 0);
  CHECK_FALSE((panel.pixels().rgba == still.rgba));  // it lights up
  CHECK(pixel(panel.pixels(), 200, 80) == Color{0, 60, 0, 255});
  panel.person_does({press});
  panel.person_does({release});
  CHECK(panel.presses == 1);
}

TEST_CASE("a click between two frames is one") {
  Panel panel;
  panel.person_does({Panel::over_button, press, release});
  CHECK(panel.presses == 1);
  panel.person_does({press, release, press, release, press, release});
  CHECK(panel.presses == 4);
}

TEST_CASE("a mouse that moves away right after the click has clicked where it was") {
  Panel panel;
  panel.person_does({Panel::over_button, press, release, MouseMoved{{220, 150}}});
  CHECK(panel.presses == 1);
  panel.person_does({Panel::over_button, press, MouseMoved{{220, 150}}, release});
  CHECK(panel.presses == 1);  // dragged away: it was thought better of
}

TEST_CASE("what is written and what is deleted come in their order") {
  Panel panel;
  panel.person_does({Panel::over_line, press, release});
  panel.person_does({Character{U'Г'}, Character{U'o'}, down(Key::backspace), up(Key::backspace), Character{U'о'},
                     Character{U'р'}, down(Key::home), up(Key::home), down(Key::remove), up(Key::remove)});
  CHECK(std::string(panel.written.c_str()) == "ор");
}

TEST_CASE("keys with control edit the line") {
  Panel panel;
  panel.person_does({Panel::over_line, press, release, Character{U'x'}, Character{U'y'}});
  panel.person_does({down(Key::control), down(Key::a), up(Key::a), up(Key::control)});
  panel.person_does({Character{U'z'}});
  CHECK(std::string(panel.written.c_str()) == "z");
}

TEST_CASE("a panel hears of the keys, each stroke once") {
  Panel panel;
  panel.person_does({down(Key::escape), up(Key::escape), down(Key::f1), up(Key::f1), down(Key::f1), up(Key::f1)});
  CHECK(panel.escapes == 1);
  CHECK(panel.helps == 2);
}

TEST_CASE("a wheel turns, and a mouse that leaves is over nothing") {
  Panel panel;
  panel.person_does({Panel::over_button, WheelTurned{.up = -2, .left = 0}});
  CHECK(panel.scrolled == -2);
  CHECK(panel.mouse_over);
  panel.person_does({MouseLeft{}});
  CHECK_FALSE(panel.mouse_over);
}

TEST_CASE("what was down when input was lost is up") {
  Panel panel;
  panel.person_does({Panel::over_button, press, down(Key::escape), down(Key::control)});
  panel.person_does({InputLost{}});
  CHECK_FALSE(ImGui::IsMouseDown(0));
  CHECK_FALSE(ImGui::IsKeyDown(imgui_key(Key::escape)));
  CHECK_FALSE(ImGui::GetIO().KeyCtrl);
  panel.person_does({down(Key::escape), up(Key::escape)});
  CHECK(panel.escapes == 2);
}

TEST_CASE("one frame takes what a widget can see of it") {
  CHECK(one_frame({}) == 0);
  CHECK(one_frame({Panel::over_line, Panel::over_button, press}) == 2);
  CHECK(one_frame({press, release}) == 1);
  CHECK(one_frame({press, ButtonEvent{MouseButton::right, true}}) == 2);
  CHECK(one_frame({press, Panel::over_button}) == 1);
  CHECK(one_frame({press, MouseLeft{}}) == 1);
  CHECK(one_frame({press, WheelTurned{1, 0}}) == 1);
  CHECK(one_frame({press, Character{U'a'}}) == 1);
  CHECK(one_frame({press, down(Key::enter)}) == 1);
  CHECK(one_frame({down(Key::enter), up(Key::enter)}) == 1);
  CHECK(one_frame({down(Key::control), down(Key::a), up(Key::control)}) == 2);
  CHECK(one_frame({Character{U'a'}, Character{U'b'}, down(Key::enter)}) == 2);
  CHECK(one_frame({down(Key::backspace), Character{U'b'}}) == 1);
  CHECK(one_frame({down(Key::shift), down(Key::a), Character{U'A'}, up(Key::shift)}) == 3);
  CHECK(one_frame({InputLost{}, Panel::over_button}) == 1);
}
