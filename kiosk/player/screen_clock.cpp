#include "player/screen_clock.h"

#include <utility>

namespace kiosk {
namespace {

constexpr std::chrono::seconds jitter{2};

}  // namespace

// Before the first read() nothing is known of the system's clock, so it is not trusted.
ScreenClock::ScreenClock(Clock clock, const Look& start, Instant released)
    : clock_(clock), start_(start), trust_(start, released), trusted_(!clock_.is_system()) {}

ScreenClock::Reading ScreenClock::read(const Look& look, bool kernel_synchronised, bool a_server) {
  Reading reading{.look = look, .now = run_time(look.steady), .instant = {}};
  if (clock_.is_system()) {
    ClockTrust::Verdict verdict{.offset = {}, .trusted = true};
    if (a_server) {
      if (kernel_synchronised) {
        trust_.kernel_is_synchronised(look);
      }
      verdict = trust_.at(look);
    }
    verdict_changed_ = verdict_changed_ || verdict.trusted != verdict_.trusted ||
                       std::chrono::abs(verdict.offset - verdict_.offset) > jitter;
    verdict_ = verdict;
    reading.now = look.system + verdict.offset;
    reading.trusted = verdict.trusted;
  }
  const std::chrono::nanoseconds ahead = reading.now - run_time(look.steady);
  reading.ahead = std::chrono::round<std::chrono::seconds>(ahead);
  reading.instant = clock_.instant(reading.now);
  ahead_ns_ = ahead.count();
  trusted_ = reading.trusted;
  return reading;
}

bool ScreenClock::take_verdict_changed() { return std::exchange(verdict_changed_, false); }

PollTime ScreenClock::poll_time(ClockTrust::Steady steady) const {
  const SystemTime run = run_time(steady);
  PollTime time(std::chrono::floor<std::chrono::seconds>(run), std::nullopt);
  if (trusted_) {
    time.screen = clock_.instant(run + std::chrono::nanoseconds(ahead_ns_));
    time.real = clock_.is_system() ? time.screen : std::nullopt;
  }
  return time;
}

}  // namespace kiosk
