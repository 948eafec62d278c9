#pragma once

#include <string>
#include <vector>

#include "base/geometry.h"
#include "base/result.h"

namespace kiosk {

// A monitor as the display server tells of it.
struct MonitorFacts {
  std::string name;  // "HDMI-1"
  Size mode;         // in pixels
  int refresh_hz = 0;
  Size millimetres;  // of the picture, turned as it is; 0 where nobody knows
  float scale = 1;   // of a desktop's widgets; boards are laid out in pixels
  bool primary = false;
};

// Those that are connected, the primary one first. Fails where no display can be reached; the problem says why. On the
// main thread, and not while a Window is open.
Result<std::vector<MonitorFacts>> connected_monitors();

}  // namespace kiosk
