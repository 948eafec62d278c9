#include "graphics/monitor_place.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <span>
#include <system_error>

namespace kiosk {
namespace {

std::span<GLFWmonitor* const> monitors() {
  int count = 0;
  GLFWmonitor** all = glfwGetMonitors(&count);
  return {all, static_cast<std::size_t>(count)};
}

}  // namespace

GLFWmonitor* find_monitor(const std::string& wish) {
  const auto all = monitors();
  for (GLFWmonitor* monitor : all) {
    if (const char* name = glfwGetMonitorName(monitor); name != nullptr && wish == name) {
      return monitor;
    }
  }
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(wish.data(), wish.data() + wish.size(), number);
  const bool is_number = error == std::errc() && end == wish.data() + wish.size();
  return is_number && number >= 1 && number <= all.size() ? all[number - 1] : nullptr;
}

std::optional<MonitorPlace> place_on(GLFWmonitor* monitor) {
  const GLFWvidmode* mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr;
  if (mode == nullptr || mode->width <= 0 || mode->height <= 0) {
    return std::nullopt;  // switched off
  }
  MonitorPlace place{monitor, 0, 0, mode->width, mode->height, mode->refreshRate};
  glfwGetMonitorPos(monitor, &place.x, &place.y);
  int count = 0;
  const GLFWvidmode* modes = glfwGetVideoModes(monitor, &count);
  place.known_mode = std::any_of(modes, modes + count, [&place](const GLFWvidmode& known) {
    return known.width == place.width && known.height == place.height && known.refreshRate == place.refresh_rate;
  });
  return place;
}

}  // namespace kiosk
