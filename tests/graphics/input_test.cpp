#include "graphics/input.h"

#include "tests/catch.h"

using namespace kiosk;

namespace {
// Catch2 prints no variants, so that events are compared out of its sight.
bool same(const std::vector<InputEvent>& taken, const std::vector<InputEvent>& expected) { return taken == expected; }
}  // namespace

TEST_CASE("input is taken once, in the order in which it was done") {
  InputQueue queue;
  CHECK(queue.empty());
  CHECK(queue.take().empty());
  const std::vector<InputEvent> done{KeyEvent{Key::f1, true},
                                     Character{U'ж'},
                                     MouseMoved{{3, 4}},
                                     ButtonEvent{MouseButton::left, true},
                                     WheelTurned{1, 0},
                                     ButtonEvent{MouseButton::left, false},
                                     MouseLeft{},
                                     KeyEvent{Key::f1, false}};
  for (const InputEvent& event : done) {
    queue.push(event);
  }
  CHECK_FALSE(queue.empty());
  CHECK(same(queue.take(), done));
  CHECK(queue.empty());
}

TEST_CASE("a mouse that moves on is one event, and what is done on the way is kept where it was done") {
  InputQueue queue;
  for (int x = 0; x < 100'000; ++x) {
    queue.push(MouseMoved{{static_cast<float>(x), 7}});
  }
  queue.push(ButtonEvent{MouseButton::left, true});
  queue.push(MouseMoved{{5, 6}});
  queue.push(MouseMoved{{8, 9}});
  CHECK(same(queue.take(), {MouseMoved{{99'999, 7}}, ButtonEvent{MouseButton::left, true}, MouseMoved{{8, 9}}}));
}

TEST_CASE("at a glass at which no one looks the queue does not grow, and says that something was lost") {
  InputQueue queue;
  queue.push(MouseMoved{{3, 4}});
  for (int i = 0; i < 100'000; ++i) {
    queue.push(KeyEvent{Key::space, i % 2 == 0});
  }
  queue.push(Character{U'!'});
  const std::vector<InputEvent> taken = queue.take();
  REQUIRE(taken.size() > 3);
  CHECK(taken.size() <= InputQueue::limit);
  CHECK((taken[0] == InputEvent{InputLost{}}));
  CHECK((taken[1] == InputEvent{MouseMoved{{3, 4}}}));  // a click without a move would go elsewhere
  CHECK((taken.back() == InputEvent{Character{U'!'}}));
}

TEST_CASE("as much as the queue holds is kept whole") {
  InputQueue queue;
  for (std::size_t i = 0; i < InputQueue::limit; ++i) {
    queue.push(Character{static_cast<char32_t>(U'a' + i)});
  }
  const std::vector<InputEvent> taken = queue.take();
  REQUIRE(taken.size() == InputQueue::limit);
  CHECK((taken.front() == InputEvent{Character{U'a'}}));
}

TEST_CASE("what was done before the keyboard went elsewhere is forgotten") {
  InputQueue queue;
  queue.push(KeyEvent{Key::control, true});
  queue.push(InputLost{});
  queue.push(InputLost{});
  queue.push(KeyEvent{Key::f2, true});
  CHECK(same(queue.take(), {InputLost{}, KeyEvent{Key::f2, true}}));
}
