#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/geometry.h"
#include "base/result.h"
#include "graphics/glass.h"
#include "graphics/waker.h"

namespace kiosk {

struct WindowOptions {
  std::string title = {};
  std::string monitor = {};           // name or number from 1; empty: the primary one
  std::optional<Size> windowed = {};  // nothing: full screen on the monitor
};

// The window of the kiosk with its GL context, current from open() on. One at a time; draw thread only,
// which must be the main one, but for the waker. The display's own power saving is not its business: switch it
// off in the display server (xset s off -dpms).
class Window : public Glass {
 public:
  // Fails where there is no display or no GL 3.1: one problem that says which. A monitor that is not
  // connected is no failure: the primary one serves, and `missing_monitor()` tells. The cursor is hidden;
  // the full screen stays full screen, also after the monitor was switched off, unplugged or changed its
  // mode (then take_redraw_wanted() turns true).
  //
  // GLFW can be woken by one call for the whole process, so `waker` need not know of the window: it may be made long
  // before, and be called long after.
  static Result<std::unique_ptr<Window>> open(const WindowOptions& options, Waker waker = {});

  // close_wanted() is by the window manager, or by Esc where the window is no full screen.

  // The chosen monitor, as it was asked for, while it is not connected.
  virtual const std::optional<std::string>& missing_monitor() const = 0;
};

}  // namespace kiosk
