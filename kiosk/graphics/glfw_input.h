#pragma once

#include <optional>

#include "graphics/input.h"

struct GLFWwindow;

namespace kiosk {

// GLFW_KEY_... and GLFW_MOUSE_BUTTON_... as this program's; nothing for those it has no use for.
std::optional<Key> key_of_glfw(int key);
std::optional<MouseButton> button_of_glfw(int button);

// GLFW's position of the mouse, which is in screen coordinates, in pixels of the window's framebuffer.
Point mouse_position(GLFWwindow& window, double x, double y);

}  // namespace kiosk
