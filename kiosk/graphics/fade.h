#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>

namespace kiosk {

// The pace of one cross-fade: the share of the new picture in the next frame, and when to stop. It reads no clock: the
// caller reports by shown() when each frame was shown. The first frame, still all of the old picture, starts it: what
// is slow only once, such as compiling a shader, does not count as a slow renderer.
class Fade {
 public:
  using Time = std::chrono::steady_clock::time_point;
  static constexpr std::chrono::milliseconds length{400};
  // 50 frames a second, and a little for a monitor of 50 Hz that is not quite even.
  static constexpr std::chrono::milliseconds slowest_mean{21};  // of three frames
  static constexpr std::chrono::milliseconds slowest_frame{60};

  // 0, the old picture alone, before the first frame; then eases in and out; 1 after `length`.
  double share(Time now) const;

  // Reports that a frame was shown. Times never go back.
  void shown(Time now);

  // Whether frames come slower than 50 a second: a fade that stutters is worse than a cut.
  bool too_slow() const { return too_slow_; }
  bool over(Time now) const { return too_slow_ || share(now) >= 1; }

 private:
  std::optional<Time> start_;
  std::array<Time, 4> last_{};  // the latest first
  std::size_t frames_ = 0;
  bool too_slow_ = false;
};

}  // namespace kiosk
