#include "graphics/offscreen_glass.h"

#include <epoxy/gl.h>

#include <utility>

namespace kiosk {

OffscreenGlass::OffscreenGlass(std::unique_ptr<Offscreen> target, Waker waker, Sleep sleep)
    : target_(std::move(target)), waker_(std::move(waker)), sleep_(std::move(sleep)) {}

void OffscreenGlass::show_frame() {
  // Waits for GL, since nothing else limits the loop: frames would pile up in the driver.
  glFinish();
  ++frames_shown_;
}

void OffscreenGlass::wait(double seconds) {
  const bool over = happened_ || !(seconds > 0);
  if (!sleep_) {
    waker_.take_within(over ? 0 : seconds);
  } else if (!waker_.take() && !over) {
    sleep_(seconds);
    waker_.take();
  }
  happened_ = false;  // the loop looks at everything now
}

bool OffscreenGlass::take_redraw_wanted() { return std::exchange(redraw_wanted_, false); }

void OffscreenGlass::put(const InputEvent& event) {
  input_.push(event);
  happened_ = true;
}

void OffscreenGlass::lose_frame() {
  redraw_wanted_ = true;
  happened_ = true;
}

void OffscreenGlass::close() {
  close_wanted_ = true;
  happened_ = true;
}

Result<void> OffscreenGlass::resize(Size size) {
  Result<void> done = target_->resize(size);
  if (done) {
    lose_frame();
  }
  return done;
}

}  // namespace kiosk
