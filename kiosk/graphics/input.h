#pragma once

#include <variant>
#include <vector>

#include "base/geometry.h"

namespace kiosk {

// What a person did at a glass, as values in the order in which it was done.

// The keys that do something; what they write comes as a Character. Left and right ones are the same key.
enum class Key {
  // clang-format off
  tab, left, right, up, down, page_up, page_down, home, end, insert, remove, backspace, space, enter, escape,
  f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12,
  a, c, v, x, y, z,  // with control: select all, copy, paste, cut, redo, undo
  control, shift, alt, super,
  // clang-format on
};

// Down once and up once, however long it is held.
struct KeyEvent {
  Key key{};
  bool down = false;
  friend bool operator==(const KeyEvent&, const KeyEvent&) = default;
};

// Written by the keyboard's layout; again and again while a key is held.
struct Character {
  char32_t code = 0;
  friend bool operator==(const Character&, const Character&) = default;
};

// In pixels of the framebuffer.
struct MouseMoved {
  Point to;
  friend bool operator==(const MouseMoved&, const MouseMoved&) = default;
};

struct MouseLeft {  // the glass, for some other window
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

// Whatever was down counts as up: the keyboard went elsewhere, or more was done than is kept.
struct InputLost {
  friend bool operator==(const InputLost&, const InputLost&) = default;
};

using InputEvent = std::variant<KeyEvent, Character, MouseMoved, MouseLeft, ButtonEvent, WheelTurned, InputLost>;

// What was done since the last look, and not yet taken. A mouse that moves on is one event. Where no one looks, it
// does not grow: of more than `limit` events it keeps the fact (InputLost), where the mouse was, and the latest.
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
