#include "venue/clock.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace kiosk {
namespace {

constexpr std::chrono::hours longest_wait{24 * 365};

}  // namespace

Clock::Clock(Instant at, SystemTime started, double speed) : anchor_(Anchor{at, started, speed}) {}

Instant Clock::instant(SystemTime system) const {
  if (!anchor_) {
    return std::chrono::floor<std::chrono::seconds>(system);
  }
  const std::chrono::duration<double> real = system - anchor_->started;
  return anchor_->at + std::chrono::seconds(static_cast<std::int64_t>(std::floor(real.count() * anchor_->speed)));
}

std::chrono::nanoseconds Clock::until(Instant instant, SystemTime system) const {
  if (!anchor_) {
    return std::clamp<std::chrono::seconds>(instant - this->instant(system), -longest_wait, longest_wait) +
           (this->instant(system) - system);
  }
  const std::chrono::duration<double> shown = instant - anchor_->at;
  const std::chrono::duration<double, std::nano> elapsed = system - anchor_->started;
  const std::chrono::duration<double, std::nano> limit = longest_wait;
  const auto real =
      std::clamp<std::chrono::duration<double, std::nano>>(shown / anchor_->speed - elapsed, -limit, limit);
  std::chrono::nanoseconds wait(static_cast<std::int64_t>(real.count()));
  if (std::chrono::abs(wait) == longest_wait) {
    return wait;
  }
  // A double is some nanoseconds off. A sleeper that wakes one too early finds the old minute and does not
  // draw the new one, so step to the nanosecond at which instant() turns.
  while (this->instant(system + wait) < instant) {
    ++wait;
  }
  while (this->instant(system + wait - std::chrono::nanoseconds(1)) >= instant) {
    --wait;
  }
  return wait;
}

}  // namespace kiosk
