#pragma once

#include <chrono>
#include <optional>

#include "venue/local_time.h"

namespace kiosk {

// The time the screen goes by: the system's, or one that `run --at` started elsewhere and `--speed`
// hurries. It reads no clock itself; the system's time is a parameter, in the system clock's own
// resolution so that a fast clock still ticks evenly.
class Clock {
 public:
  using SystemTime = std::chrono::time_point<std::chrono::system_clock, std::chrono::nanoseconds>;

  Clock() = default;
  // At system time `started` this clock shows `at`, and runs `speed` times as fast from there. speed > 0.
  Clock(Instant at, SystemTime started, double speed);

  Instant instant(SystemTime system) const;
  // How long, in real time, until this clock shows `instant`, to the nanosecond; zero or less when it
  // already does. Never more than a year either way: a feed may name the year 9999, which nanoseconds
  // cannot count to.
  std::chrono::nanoseconds until(Instant instant, SystemTime system) const;
  // Whether it is the system's own time.
  bool is_system() const { return !anchor_; }

 private:
  struct Anchor {
    Instant at;
    SystemTime started;
    double speed;
  };
  std::optional<Anchor> anchor_;
};

}  // namespace kiosk
