#pragma once

#include <variant>
#include <vector>

#include "base/geometry.h"

namespace kiosk {

// What a person did at a glass, as values in the order of time.

// The keys that do something; the text that keys write comes as Character. The left and the right shift are one key.
enum class Key {
  // clang-format off
  tab, left, right, up, down, page_up, page_down, home, end, insert, remove, backspace, space, enter, escape,
  f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12,
  a, c, v, x, y, z,  // with control: select all, copy, paste, cut, redo, undo
  control, shift, alt, super,
  // clang-format on
};

// One event when the key goes down and one when it goes up; none while it is held.
struct KeyEvent {
  Key key{};
  bool down = false;
  friend bool operator==(const KeyEvent&, const KeyEvent&) = default;
};

// A character as the keyboard's layout writes it; repeated while a key is held.
struct Character {
  char32_t code = 0;
  friend bool operator==(const Character&, const Character&) = default;
};

// In pixels of the framebuffer.
struct MouseMoved {
  Point to;
  friend bool operator==(const MouseMoved&, const MouseMoved&) = default;
};

struct MouseLeft {  // the mouse left the glass
  friend bool operator==(const MouseLeft&, const MouseLeft&) = default;
};

enum class MouseButton { left, right, middle };

struct ButtonEvent {
  MouseButton button{};
  bool down = false;
  friend bool operator==(const ButtonEvent&, const ButtonEvent&) = default;
};

// In steps of the wheel, up and to the left.
struct WheelTurned {
  float up = 0;
  float left = 0;
  friend bool operator==(const WheelTurned&, const WheelTurned&) = default;
};

// All keys and buttons count as up: the window lost the focus, or the queue had no room for all events.
struct InputLost {
  friend bool operator==(const InputLost&, const InputLost&) = default;
};

using InputEvent = std::variant<KeyEvent, Character, MouseMoved, MouseLeft, ButtonEvent, WheelTurned, InputLost>;

// Events that were not taken yet. Moves of the mouse in a row are one event. It holds at most about `limit` events:
// when there are more, it replaces them by InputLost, the mouse's place and the latest event.
class InputQueue {
 public:
  static constexpr std::size_t limit = 256;

  void push(const InputEvent& event);
  bool empty() const { return events_.empty(); }
  std::vector<InputEvent> take();

 private:
  void lose();
  std::vector<InputEvent> events_;
};

}  // namespace kiosk
