#include "graphics/glfw_platform.h"

#include <dlfcn.h>

#include <cstdlib>

namespace kiosk {

std::string other_glfw_wanted(DisplayServers spoken_to, DisplayServers named) {
  if (named.wayland && !spoken_to.wayland) {
    return "this GLFW speaks to X alone: install libglfw3-wayland in its place, or xwayland";
  }
  if (named.x && !named.wayland && !spoken_to.x) {
    return "this GLFW speaks to Wayland alone: install libglfw3 in its place";
  }
  return "";
}

std::string other_glfw_wanted() {
  const auto has = [](const char* function) { return ::dlsym(RTLD_DEFAULT, function) != nullptr; };
  return other_glfw_wanted(
      {.x = has("glfwGetX11Display"), .wayland = has("glfwGetWaylandDisplay")},
      {.x = std::getenv("DISPLAY") != nullptr, .wayland = std::getenv("WAYLAND_DISPLAY") != nullptr});
}

}  // namespace kiosk
