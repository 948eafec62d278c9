#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "base/result.h"
#include "graphics/glass.h"
#include "graphics/offscreen.h"
#include "graphics/waker.h"

namespace kiosk {

// A glass without a display, on which the player runs as in a window, in a test or for a preview. Its owner makes
// happen what would happen to a window (put(), lose_frame(), close(), resize()), before the loop or from `sleep`.
class OffscreenGlass : public Glass {
 public:
  // Is called for a wait of so many seconds, which may be infinity. A test moves its clock on there, so that a month
  // passes in a minute.
  using Sleep = std::function<void(double seconds)>;

  // Without `sleep`, waits take real time.
  explicit OffscreenGlass(std::unique_ptr<Offscreen> target, Waker waker = {}, Sleep sleep = {});

  Size size() const override { return target_->size(); }
  void show_frame() override;  // returns when it is drawn
  // Returns at once if something has happened to the glass, or woken it, since the last wait.
  void wait(double seconds) override;
  bool take_redraw_wanted() override;
  bool close_wanted() const override { return close_wanted_; }
  std::vector<InputEvent> take_input() override { return input_.take(); }
  // Does as it is told.
  MonitorPower keep_monitor(bool on) override { return monitor_ = on ? MonitorPower::on : MonitorPower::off; }
  void show_cursor(bool shown) override { cursor_shown_ = shown; }
  Renderer renderer() const override { return current_renderer(); }

  std::uint64_t frames_shown() const { return frames_shown_; }
  Image read_pixels() const { return target_->read_pixels(); }
  bool cursor_shown() const { return cursor_shown_; }
  MonitorPower monitor() const { return monitor_; }

  void put(const InputEvent& event);
  void lose_frame();
  void close();
  // The frame is lost too. Fails where the driver cannot take the size; then nothing has changed.
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
  MonitorPower monitor_ = MonitorPower::on;
};

}  // namespace kiosk
