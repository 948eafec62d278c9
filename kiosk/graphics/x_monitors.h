#pragma once

#include <memory>
#include <vector>

#include "base/geometry.h"

namespace kiosk {

// The monitors of the X server that DISPLAY names, apart from what is drawn on them: whether they are on, by a
// connection of its own. GLFW has no way to ask, and Debian's two GLFWs no way in common to share theirs.
//
// The server switches them all together (DPMS, version 1.2). As long as the object lives it neither saves the screen
// nor switches monitors off by itself (MIT-SCREEN-SAVER, ScreenSaverSuspend), which it takes back when the process has
// ended, however. One thread. When the server has gone, questions are answered as if nothing had ever been shown or
// switched off.
class XMonitors {
 public:
  // Null without an X server, and on one that draws into a Wayland compositor, whose monitors are not its own.
  static std::unique_ptr<XMonitors> connect();
  virtual ~XMonitors() = default;

  virtual bool can_switch() const = 0;
  virtual bool are_on() const = 0;
  // What of the screen each shows that has a mode, whether it is on or off. Empty where the server knows no monitors.
  virtual std::vector<Rect> places() const = 0;
  // Only where can_switch(). Off stays so until somebody presses a key or moves the mouse, and after this process.
  virtual void switch_all(bool on) = 0;
};

}  // namespace kiosk
