#include "graphics/monitors.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <memory>

#include "graphics/glfw_platform.h"

namespace kiosk {
namespace {

struct EndGlfw {
  void operator()(const int* /*began*/) const { glfwTerminate(); }
};

MonitorFacts facts_of(GLFWmonitor* monitor) {
  MonitorFacts facts;
  if (const char* name = glfwGetMonitorName(monitor)) {
    facts.name = name;
  }
  if (const GLFWvidmode* mode = glfwGetVideoMode(monitor)) {
    facts.mode = {mode->width, mode->height};
    facts.refresh_hz = mode->refreshRate;
  }
  glfwGetMonitorPhysicalSize(monitor, &facts.millimetres.width, &facts.millimetres.height);
  float vertical = 1;
  glfwGetMonitorContentScale(monitor, &facts.scale, &vertical);
  facts.primary = monitor == glfwGetPrimaryMonitor();
  return facts;
}

}  // namespace

Result<std::vector<MonitorFacts>> connected_monitors() {
  // Without any of these none is found, and libwayland would say so on the standard error.
  constexpr const char* ways[] = {"DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"};
  if (std::none_of(std::begin(ways), std::end(ways), [](const char* way) { return std::getenv(way) != nullptr; })) {
    return fail({.what = "neither DISPLAY nor WAYLAND_DISPLAY is set"});
  }
  const int began = glfwInit();
  if (began != GLFW_TRUE) {
    const char* text = nullptr;
    glfwGetError(&text);
    return fail({.what = text != nullptr ? text : "no display", .right = other_glfw_wanted()});
  }
  const std::unique_ptr<const int, EndGlfw> end(&began);
  int count = 0;
  GLFWmonitor** all = glfwGetMonitors(&count);
  std::vector<MonitorFacts> monitors;
  std::transform(all, all + count, std::back_inserter(monitors), facts_of);
  std::stable_partition(monitors.begin(), monitors.end(), [](const MonitorFacts& one) { return one.primary; });
  return monitors;
}

}  // namespace kiosk
