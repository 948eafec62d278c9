#pragma once

#include <chrono>
#include <optional>

#include "venue/clock.h"
#include "venue/local_time.h"

namespace kiosk {

// Whether the system's clock can be believed, and what to go by where it cannot: boards without a clock chip boot in
// the past, others were set to local time. Pure: it reads no clock.
//
// A clock that the kernel reports synchronised wins. During an outage, when the kernel no longer reports it, it is
// continued by the steady clock: quartz drifts by a second or two a day, servers are wrong by hours. Else two witnesses
// that agree are believed: the system's clock and the feed's server, or two answers of the server a while apart (a
// cache that repeats an old date contradicts itself). What is believed is continued by the steady clock, so that a step
// of the system's clock changes nothing on the screen, until two answers agree on something else.
class ClockTrust {
 public:
  using Steady = std::chrono::steady_clock::time_point;

  // Both clocks of the machine, read one right after the other.
  struct Look {
    Clock::SystemTime system;
    Steady steady;
  };

  struct Verdict {
    std::chrono::nanoseconds offset{};  // to add to the system's clock; zero where that is right to 2 s
    bool trusted = false;               // else a countdown may be wrong by years
    friend bool operator==(const Verdict&, const Verdict&) = default;
  };

  // The kernel says so at this look (adjtimex(2)).
  void kernel_is_synchronised(const Look& look);
  // An answer with a good feed, or one that confirmed it, said so (FetchOutcome::server_time) and has just arrived. An
  // answer that was refused may come from a portal and must not be passed here.
  void server_said(Instant time, const Look& look);
  // It is certainly later than `time`: when the feed on disk was fetched.
  void has_passed(Instant time, const Look& look);

  // Without a trusted clock: has_passed() plus the time since then is the earliest that it can be.
  Verdict at(const Look& look) const;

 private:
  struct Anchor {
    Clock::SystemTime time;
    Steady steady;
    Clock::SystemTime at(Steady later) const { return time + (later - steady); }
  };
  static bool agree(const Anchor& one, const Anchor& other);

  std::optional<Anchor> believed_;
  bool by_kernel_ = false;  // is what was believed
  std::optional<Anchor> last_answer_;
  std::optional<Anchor> passed_;
};

}  // namespace kiosk
