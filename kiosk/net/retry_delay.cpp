#include "net/retry_delay.h"

#include <algorithm>
#include <cstdint>

namespace kiosk {
namespace {

constexpr std::chrono::milliseconds longest_back_off{60'000};
constexpr std::chrono::milliseconds longest_first_back_off{1000};  // with nothing to show
constexpr std::chrono::seconds longest_retry_after{3600};

std::chrono::milliseconds part(std::chrono::milliseconds time, double share) {
  return std::chrono::milliseconds(static_cast<std::int64_t>(static_cast<double>(time.count()) * share));
}

// The back-off begins at `first`. The server's wish is always spread over an interval, since it may have named the same
// instant to every kiosk.
std::chrono::milliseconds delay(std::chrono::milliseconds first, std::chrono::milliseconds interval, int failures,
                                std::optional<std::chrono::seconds> retry_after, double random) {
  std::chrono::milliseconds limit = std::clamp(first, std::chrono::milliseconds(1), longest_back_off);
  for (int i = 1; i < failures && limit < longest_back_off; ++i) {
    limit = std::min(2 * limit, longest_back_off);
  }
  const std::chrono::milliseconds back_off = part(limit, random);
  if (!retry_after) {
    return back_off;
  }
  const std::chrono::milliseconds wish = std::clamp(*retry_after, std::chrono::seconds(0), longest_retry_after);
  return std::max(back_off, wish + part(std::min(interval, longest_back_off), random));
}

}  // namespace

std::chrono::milliseconds first_delay(std::chrono::milliseconds interval, double random) {
  return part(std::min(interval, longest_back_off), random);
}

std::chrono::milliseconds poll_delay(std::chrono::milliseconds interval, double random) {
  return interval - part(interval / 10, random);
}

std::chrono::milliseconds retry_delay(std::chrono::milliseconds interval, int failures,
                                      std::optional<std::chrono::seconds> retry_after, double random) {
  return delay(interval, interval, failures, retry_after, random);
}

std::chrono::milliseconds retry_delay_with_nothing_to_show(std::chrono::milliseconds interval, int failures,
                                                           std::optional<std::chrono::seconds> retry_after,
                                                           double random) {
  return delay(std::min(interval, longest_first_back_off), interval, failures, retry_after, random);
}

}  // namespace kiosk
