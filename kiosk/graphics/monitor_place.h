#pragma once

#include <optional>
#include <string>

struct GLFWmonitor;

namespace kiosk {

// By name ("HDMI-1"), else by number from 1; null where no such monitor is connected. GLFW's, like all here: on the
// draw thread, while GLFW runs.
GLFWmonitor* find_monitor(const std::string& wish);

// A monitor and its mode: when any of these changes, the full screen is set up again.
struct MonitorPlace {
  GLFWmonitor* monitor = nullptr;
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
  int refresh_rate = 0;
  // Whether GLFW read the mode when the monitor was connected. From any other mode GLFW would switch the monitor to one
  // that it knows; where the display server refuses that, the X library ends the program.
  bool known_mode = false;
  // Null: a plain window over the whole monitor.
  GLFWmonitor* full_screen() const { return known_mode ? monitor : nullptr; }
  friend bool operator==(const MonitorPlace&, const MonitorPlace&) = default;
};

// Nothing where the monitor is null or switched off.
std::optional<MonitorPlace> place_on(GLFWmonitor* monitor);

}  // namespace kiosk
