#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "base/geometry.h"

namespace kiosk {

// Whether a monitor is on, and why one that shows nothing is.
enum class MonitorPower {
  on,     // as it should be
  off,    // gives no light at all
  woken,  // on for a while: somebody pressed a key or moved the mouse
  other,  // on: another monitor of the same display shows something else, and they are switched together
  fixed,  // on: this display switches none
  none    // there is none, or the display server has switched all off
};

// Whether the full screen on `place` is all that the display's monitors show; `shown` are the places of those that show
// something. One that mirrors another counts as that other. Without any they show nothing.
bool shows_all(const Rect& place, const std::vector<Rect>& shown);

// Decides at each look whether the monitors of a display are on. Pure.
class PowerPlan {
 public:
  using Time = std::chrono::steady_clock::time_point;
  // How long a monitor stays on that somebody woke: time to read why the screen is black.
  static constexpr std::chrono::seconds woken_for{60};

  // `wanted`: there is something to show. `is_on`: what the server says of the monitors now. `alone`: shows_all().
  // For any answer but `off` the monitors are to be on; `fixed` is none of them.
  MonitorPower next(bool wanted, bool is_on, bool alone, Time now);

 private:
  bool was_off_ = false;  // at the last look, since nothing was to show
  std::optional<Time> woken_;
};

}  // namespace kiosk
