#include <chrono>
#include <functional>
#include <limits>
#include <vector>

#include "graphics/window.h"
#include "tests/catch.h"
#include "tests/harness/child_process.h"
#include "tests/harness/patience.h"
#include "tests/harness/person.h"
#include "tests/harness/screen_pixels.h"
#include "tests/harness/xvfb.h"

using namespace kiosk;
using test::Person;

namespace {

// A window over the whole of a display, and who stands before it.
struct Place {
  Xvfb server{"640x360x24"};
  std::unique_ptr<Window> window = open();
  Person person{"kiosk"};

  static std::unique_ptr<Window> open() {
    auto opened = Window::open({.title = "kiosk", .windowed = Size{640, 360}});
    if (!opened) {
      FAIL(to_string(opened.error()));
    }
    return std::move(*opened);
  }
  // What mapping the window brought is none of the person's.
  void settle() {
    REQUIRE(person.sees_the_window());
    for (int i = 0; i < 3; ++i) {
      window->wait(0.05);
    }
    window->take_input();
    window->take_redraw_wanted();
  }
  // Waits without limit: each of the events ends a wait.
  std::vector<InputEvent> input_until(const InputEvent& last) {
    std::vector<InputEvent> all;
    const auto start = std::chrono::steady_clock::now();
    while ((all.empty() || all.back() != last) && std::chrono::steady_clock::now() - start < test::patience) {
      window->wait(5);
      for (const InputEvent& event : window->take_input()) {
        all.push_back(event);
      }
    }
    return all;
  }
};

}  // namespace

TEST_CASE("a window hears of mouse and keyboard, in order") {
  Place place;
  place.settle();
  place.person.moves_to(100, 50);
  place.person.presses_button(1);
  place.person.releases_button(1);
  place.person.presses_button(4);  // a wheel is two buttons to X
  place.person.presses_key(Person::key_f1);
  place.person.releases_key(Person::key_f1);
  place.person.presses_key(Person::key_a);
  place.person.releases_key(Person::key_a);
  const std::vector<InputEvent> seen = place.input_until(KeyEvent{Key::a, false});
  const std::vector<InputEvent> expected{MouseMoved{{100, 50}},
                                         ButtonEvent{MouseButton::left, true},
                                         ButtonEvent{MouseButton::left, false},
                                         WheelTurned{.up = 1, .left = 0},
                                         KeyEvent{Key::f1, true},
                                         KeyEvent{Key::f1, false},
                                         KeyEvent{Key::a, true},
                                         Character{U'a'},
                                         KeyEvent{Key::a, false}};
  CHECK((seen == expected));
}

TEST_CASE("input wants no frame, and nobody need take it") {
  Place place;
  place.settle();
  for (int i = 0; i < 2000; ++i) {
    place.person.moves_to(i % 640, i % 360);
    place.person.presses_button(1);
    place.person.releases_button(1);
  }
  place.person.presses_key(Person::key_a);
  const auto start = std::chrono::steady_clock::now();
  while (std::chrono::steady_clock::now() - start < std::chrono::seconds(1)) {
    place.window->wait(1);
    CHECK_FALSE(place.window->take_redraw_wanted());
  }
  std::size_t taken = 0;
  CHECK(test::eventually([&] {
    place.window->wait(0.1);  // a busy display server may have brought none yet
    taken = place.window->take_input().size();
    return taken > 0;
  }));
  CHECK(taken <= InputQueue::limit);
}

TEST_CASE("Esc closes a window, and is reported all the same") {
  Place place;
  place.settle();
  place.person.presses_key(Person::key_escape);
  const std::vector<InputEvent> seen = place.input_until(KeyEvent{Key::escape, true});
  CHECK((seen.back() == InputEvent{KeyEvent{Key::escape, true}}));
  CHECK(place.window->close_wanted());
}

TEST_CASE("the cursor is hidden until it is shown") {
  Place place;
  place.settle();
  const auto glass = [&](bool shown) {
    place.window->show_cursor(shown);
    place.window->wait(0.2);
    return test::screen_pixels(place.server);
  };
  const Image hidden = glass(false);
  CHECK_FALSE((glass(true).rgba == hidden.rgba));
  CHECK((glass(false).rgba == hidden.rgba));
}
