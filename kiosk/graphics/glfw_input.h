#pragma once

#include <optional>

#include "graphics/input.h"

struct GLFWwindow;

namespace kiosk {

// GLFW_KEY_... and GLFW_MOUSE_BUTTON_... as ours; nothing for those that do nothing here.
std::optional<Key> key_of_glfw(int key);
std::optional<MouseButton> button_of_glfw(int button);

// Where GLFW has the mouse, in the window's own units, as pixels of its framebuffer.
Point mouse_position(GLFWwindow& window, double x, double y);

}  // namespace kiosk
