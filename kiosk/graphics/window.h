#pragma once

#include <functional>
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
  // Called when the X server or the compositor has gone, which ends the process: the X library exits, whatever anybody
  // wants. On the draw thread; not to return, and not to touch the window. Empty: the process exits with 1, as the X
  // library does.
  std::function<void()> display_lost = {};
};

// The window of the kiosk with its GL context, current from open() on. One at a time. Draw thread only, which must be
// the main thread; other threads use the waker. On an X server a full screen keeps the screen saver and standby away as
// long as it is there, and switches monitors (x_monitors.h); a Wayland compositor is not asked for either.
class Window : public Glass {
 public:
  // Fails where there is no display, or neither GL (gl_api.h); the problem says which. If the monitor is not connected,
  // the primary one is used, and missing_monitor() names it. The cursor is hidden. A full screen stays one, also after
  // the monitor was switched off, unplugged or changed its mode; take_redraw_wanted() is then true.
  //
  // The waker may be made before the window and outlive it.
  static Result<std::unique_ptr<Window>> open(const WindowOptions& options, Waker waker = {});

  // close_wanted(): the window manager asked for it, or Esc was pressed in a window that is not full screen.

  // The monitor as WindowOptions names it, while it is not connected; else nothing.
  virtual const std::optional<std::string>& missing_monitor() const = 0;
};

}  // namespace kiosk
