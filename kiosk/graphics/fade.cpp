#include "graphics/fade.h"

#include <algorithm>

namespace kiosk {

double Fade::share(Time now) const {
  if (!start_) {
    return 0;
  }
  using Seconds = std::chrono::duration<double>;
  const double passed = std::clamp(Seconds(now - *start_) / Seconds(length), 0.0, 1.0);
  return passed * passed * (3 - 2 * passed);
}

void Fade::shown(Time now) {
  if (!start_) {
    start_ = now;
  }
  std::rotate(last_.rbegin(), last_.rbegin() + 1, last_.rend());
  last_.front() = now;
  ++frames_;
  const bool a_gap = frames_ >= 2 && last_[0] - last_[1] > slowest_frame;
  const bool slow = frames_ >= last_.size() && last_[0] - last_[3] > 3 * slowest_mean;
  too_slow_ = too_slow_ || a_gap || slow;
}

}  // namespace kiosk
