#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>

namespace kiosk {

// The pace of one cross-fade: what share of the new picture the next frame shows, and when to leave off. It is told
// when each frame stood on the glass, and reads no clock. The first frame, still all of the old picture, starts it:
// what is done for the first time in that one, such as compiling a shader, is no sign of a slow renderer.
class Fade {
 public:
  using Time = std::chrono::steady_clock::time_point;
  static constexpr std::chrono::milliseconds length{400};
  // 50 frames a second, and a little for a monitor of 50 Hz that is not quite even.
  static constexpr std::chrono::milliseconds slowest_mean{21};  // of three frames
  static constexpr std::chrono::milliseconds slowest_frame{60};

  // 0, the old picture alone, before the first frame; eases in and out; 1 once the length is over.
  double share(Time now) const;

  // A frame stands on the glass. Times never go back.
  void shown(Time now);

  // Frames come slower than 50 a second: a fade that stutters is worse than a cut.
  bool too_slow() const { return too_slow_; }
  bool over(Time now) const { return too_slow_ || share(now) >= 1; }

 private:
  std::optional<Time> start_;
  std::array<Time, 4> last_{};  // the latest first
  std::size_t frames_ = 0;
  bool too_slow_ = false;
};

}  // namespace kiosk
