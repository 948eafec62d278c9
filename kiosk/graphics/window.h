#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/geometry.h"
#include "base/result.h"

namespace kiosk {

struct WindowOptions {
  std::string title = {};
  std::string monitor = {};           // name or number from 1; empty: the primary one
  std::optional<Size> windowed = {};  // nothing: full screen on the monitor
};

// The window of the kiosk with its GL context, current from open() on. One at a time; draw thread only,
// which must be the main one, but for wake(). The display's own power saving is not its business: switch it
// off in the display server (xset s off -dpms).
class Window {
 public:
  // Fails where there is no display or no GL 3.1: one problem that says which. A monitor that is not
  // connected is no failure: the primary one serves, and `missing_monitor()` tells. The cursor is hidden;
  // the full screen stays full screen, also after the monitor was switched off, unplugged or changed its
  // mode (then redraw_wanted() turns true).
  static Result<std::unique_ptr<Window>> open(const WindowOptions& options);
  virtual ~Window() = default;

  virtual Size size() const = 0;  // of the framebuffer, in pixels
  virtual void show_frame() = 0;  // swaps
  // Sleeps until an event, wake() or `seconds` have passed; may end early. Infinity: no limit; 0 or less:
  // only takes the events that wait.
  virtual void wait(double seconds) = 0;
  // True once after the system lost what was drawn: exposed, resized, moved to another monitor.
  virtual bool take_redraw_wanted() = 0;
  virtual bool close_wanted() const = 0;  // by the window manager, or Esc in a window
  // The chosen monitor, as it was asked for, while it is not connected.
  virtual const std::optional<std::string>& missing_monitor() const = 0;

  // Ends wait(), the one running or the next. Any thread, at any time; without a
  // window nothing happens.
  static void wake();
};

// The GL renderer's own name, "llvmpipe (LLVM 15.0.6, 256 bits)". Needs a current context.
std::string renderer_name();

}  // namespace kiosk
