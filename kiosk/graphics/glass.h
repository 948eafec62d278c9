#pragma once

#include <string>
#include <vector>

#include "base/geometry.h"
#include "graphics/input.h"

namespace kiosk {

// What GL says of itself: "llvmpipe (LLVM 15.0.6, 256 bits)", "4.5 (Core Profile) Mesa 22.3.6".
struct Renderer {
  std::string name;
  std::string version;
};

// Of the GL context that is current.
Renderer current_renderer();

// What the loop of one screen draws on and sleeps at: a window, or something without a display that a test, a preview
// or a month in a minute is run with. Its GL context is current, and its framebuffer bound, for its whole life.
//
// Draw thread only, but for the waker that it was made with (waker.h).
class Glass {
 public:
  virtual ~Glass() = default;

  virtual Size size() const = 0;  // of the framebuffer, in pixels
  // Puts what was drawn on the glass. What is in the framebuffer then, nobody knows: a frame is drawn whole.
  virtual void show_frame() = 0;
  // Sleeps until a wake, input, any other event, or until `seconds` have passed; may end early for nothing. Infinity:
  // no limit; 0 or less: only takes the events that wait. What was woken for before the wait is not lost.
  virtual void wait(double seconds) = 0;
  // True once after what was drawn was lost: exposed, resized, moved to another monitor. Input is no such loss.
  virtual bool take_redraw_wanted() = 0;
  virtual bool close_wanted() const = 0;
  // What a person did since the last time, as far as wait() has seen it. Whoever shows nothing to a person need not
  // take it: what is kept has an end (input.h).
  virtual std::vector<InputEvent> take_input() = 0;
  // The mouse's arrow, hidden at first.
  virtual void show_cursor(bool shown) = 0;
  virtual Renderer renderer() const = 0;
};

}  // namespace kiosk
