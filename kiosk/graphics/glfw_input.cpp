#include "graphics/glfw_input.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace kiosk {
namespace {

Key after(Key first, int steps) { return static_cast<Key>(static_cast<int>(first) + steps); }

}  // namespace

std::optional<Key> key_of_glfw(int key) {
  if (key >= GLFW_KEY_F1 && key <= GLFW_KEY_F12) {
    return after(Key::f1, key - GLFW_KEY_F1);
  }
  switch (key) {
    // clang-format off
    case GLFW_KEY_TAB:           return Key::tab;
    case GLFW_KEY_LEFT:          return Key::left;
    case GLFW_KEY_RIGHT:         return Key::right;
    case GLFW_KEY_UP:            return Key::up;
    case GLFW_KEY_DOWN:          return Key::down;
    case GLFW_KEY_PAGE_UP:       return Key::page_up;
    case GLFW_KEY_PAGE_DOWN:     return Key::page_down;
    case GLFW_KEY_HOME:          return Key::home;
    case GLFW_KEY_END:           return Key::end;
    case GLFW_KEY_INSERT:        return Key::insert;
    case GLFW_KEY_DELETE:        return Key::remove;
    case GLFW_KEY_BACKSPACE:     return Key::backspace;
    case GLFW_KEY_SPACE:         return Key::space;
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER:      return Key::enter;
    case GLFW_KEY_ESCAPE:        return Key::escape;
    case GLFW_KEY_A:             return Key::a;
    case GLFW_KEY_C:             return Key::c;
    case GLFW_KEY_V:             return Key::v;
    case GLFW_KEY_X:             return Key::x;
    case GLFW_KEY_Y:             return Key::y;
    case GLFW_KEY_Z:             return Key::z;
    case GLFW_KEY_LEFT_CONTROL:
    case GLFW_KEY_RIGHT_CONTROL: return Key::control;
    case GLFW_KEY_LEFT_SHIFT:
    case GLFW_KEY_RIGHT_SHIFT:   return Key::shift;
    case GLFW_KEY_LEFT_ALT:
    case GLFW_KEY_RIGHT_ALT:     return Key::alt;
    case GLFW_KEY_LEFT_SUPER:
    case GLFW_KEY_RIGHT_SUPER:   return Key::super;
    default:                     return std::nullopt;
      // clang-format on
  }
}

std::optional<MouseButton> button_of_glfw(int button) {
  switch (button) {
    case GLFW_MOUSE_BUTTON_LEFT:
      return MouseButton::left;
    case GLFW_MOUSE_BUTTON_RIGHT:
      return MouseButton::right;
    case GLFW_MOUSE_BUTTON_MIDDLE:
      return MouseButton::middle;
    default:
      return std::nullopt;
  }
}

Point mouse_position(GLFWwindow& window, double x, double y) {
  Size units;
  Size pixels;
  glfwGetWindowSize(&window, &units.width, &units.height);
  glfwGetFramebufferSize(&window, &pixels.width, &pixels.height);
  if (units.width <= 0 || units.height <= 0) {
    return {};
  }
  return {static_cast<float>(x * pixels.width / units.width), static_cast<float>(y * pixels.height / units.height)};
}

}  // namespace kiosk
