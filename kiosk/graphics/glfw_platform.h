#pragma once

#include <string>

namespace kiosk {

// Display servers that a GLFW speaks to, or that an environment names.
struct DisplayServers {
  bool x = false;
  bool wayland = false;
};

// What to install where a display is named that this GLFW does not speak to: Debian 12 has one for X and one for
// Wayland, which exclude each other. Empty: something else is the matter. Pure.
std::string other_glfw_wanted(DisplayServers spoken_to, DisplayServers named);

// The same of the GLFW that is loaded, and of DISPLAY and WAYLAND_DISPLAY.
std::string other_glfw_wanted();

}  // namespace kiosk
