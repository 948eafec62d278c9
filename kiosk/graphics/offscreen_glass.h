#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "base/result.h"
#include "graphics/glass.h"
#include "graphics/offscreen.h"
#include "graphics/waker.h"

namespace kiosk {

// A glass without a display: the very loop that draws in a window runs on it, in a test or for a preview. What
// happens to a window, the owner does by hand, before the loop or from `sleep`.
class OffscreenGlass : public Glass {
 public:
  // Passes up to so many seconds of the loop's time; may be told infinity. A test moves its clock there, and a month
  // goes by in a minute.
  using Sleep = std::function<void(double seconds)>;

  // Without `sleep`, a wait is one of real time.
  explicit OffscreenGlass(std::unique_ptr<Offscreen> target, Waker waker = {}, Sleep sleep = {});

  Size size() const override { return target_->size(); }
  void show_frame() override;  // returns when it is drawn
  // Returns at once, and does not sleep, when something has happened to it or woken it since the last wait.
  void wait(double seconds) override;
  bool take_redraw_wanted() override;
  bool close_wanted() const override { return close_wanted_; }
  std::vector<InputEvent> take_input() override { return input_.take(); }
  void show_cursor(bool shown) override { cursor_shown_ = shown; }
  Renderer renderer() const override { return current_renderer(); }

  std::uint64_t frames_shown() const { return frames_shown_; }
  Image read_pixels() const { return target_->read_pixels(); }
  bool cursor_shown() const { return cursor_shown_; }

  void put(const InputEvent& event);
  void lose_frame();
  void close();
  // A loss of the frame, too. Fails where the driver takes no such size; then it stays as it was.
  Result<void> resize(Size size);

 private:
  std::unique_ptr<Offscreen> target_;
  Waker waker_;
  Sleep sleep_;
  InputQueue input_;
  std::uint64_t frames_shown_ = 0;
  bool happened_ = false;  // something that ends a wait
  bool redraw_wanted_ = false;
  bool close_wanted_ = false;
  bool cursor_shown_ = false;
};

}  // namespace kiosk
