#pragma once

#include <string>
#include <vector>

#include "base/geometry.h"
#include "graphics/input.h"
#include "graphics/monitor_power.h"

namespace kiosk {

// How the GL driver names itself: "llvmpipe (LLVM 15.0.6, 256 bits)", "OpenGL 4.5 (Core Profile) Mesa 22.3.6".
struct Renderer {
  std::string name;
  std::string version;
};

// Of the GL context that is current.
Renderer current_renderer();

// What the player draws on and waits for: a window, or a framebuffer without a display for tests and previews. Its GL
// context is current, and its framebuffer bound, as long as it lives.
//
// Draw thread only. From other threads it is woken by the Waker that it was made with (waker.h).
class Glass {
 public:
  virtual ~Glass() = default;

  virtual Size size() const = 0;  // of the framebuffer, in pixels
  // Shows what was drawn. The framebuffer's pixels are undefined afterwards: draw each frame as a whole.
  virtual void show_frame() = 0;
  // Handles the window's events, and sleeps until there is a wake, input or another event, at most for `seconds`. It
  // may end early without one. Infinity: no limit. 0 or less: does not sleep. A wake before the call ends it at once.
  virtual void wait(double seconds) = 0;
  // Whether a new frame is needed since the last call, because the one shown was lost: the window was uncovered,
  // resized or moved to another monitor. Input alone needs none.
  virtual bool take_redraw_wanted() = 0;
  // Whether a person asked for the end; stays true.
  virtual bool close_wanted() const = 0;
  // What a person did since the last call, as far as wait() has seen it. Need not be called: only so much is kept
  // (input.h).
  virtual std::vector<InputEvent> take_input() = 0;
  // Keeps the monitor on, or off, as far as that can be done; to be called at each look, at least once a minute. Says
  // how it is.
  virtual MonitorPower keep_monitor(bool on) = 0;
  // Shows or hides the mouse's arrow; it is hidden at first.
  virtual void show_cursor(bool shown) = 0;
  virtual Renderer renderer() const = 0;
};

}  // namespace kiosk
