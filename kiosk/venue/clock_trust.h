#pragma once

#include <chrono>
#include <optional>

#include "venue/clock.h"
#include "venue/local_time.h"
#include "venue/server_time.h"

namespace kiosk {

// Whether the system's clock can be believed, and what to go by where it cannot: boards without a clock chip boot in
// the past, others were set to local time. Pure: it reads no clock.
//
// A clock that the kernel reports synchronised wins. During an outage, when the kernel no longer reports it, it is
// continued by the steady clock: quartz drifts by a second or two a day, servers are wrong by hours. Else two witnesses
// that agree are believed: the system's clock and the feed's server, or two answers of the server a while apart (a
// cache that repeats an old date contradicts itself). What is believed is continued by the steady clock, so that a step
// of the system's clock changes nothing on the screen, until two answers agree on something else.
//
// A server's word that nobody vouches for (plain http) may come from anyone on the way, who could empty a board by a
// date. It does what boards without a clock chip need, and no more:
// - It moves a clock forward from the last known time: the latest of the program's release, the time of the feed on
//   disk and the system's clock at the start, each as continued since. Never back beyond that, whatever it says: a
//   clock that is ahead is mended by https or by the kernel. The system's clock counts for clock_chip_drift less than
//   it shows, since clock chips drift while nobody looks.
// - By farthest_forward at most: boards lie in cupboards for years, but not for decades. A system's clock farther ahead
//   than that of what else is known is not known time either.
// - Where a better witness was believed (the kernel, a vouched word, or the system's clock that agreed with the
//   server), it only mends what quartz explains of the time since that witness spoke: it can neither jump nor be walked
//   away in small steps.
// - What nothing but such words made believed, the next two that agree may change, within the same bounds: so a board
//   that was lied to is right again once the liar is gone.
class ClockTrust {
 public:
  using Steady = std::chrono::steady_clock::time_point;

  static constexpr std::chrono::seconds farthest_forward = std::chrono::years(10);
  static constexpr std::chrono::minutes clock_chip_drift{15};

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

  // Of a program that nothing is known of.
  ClockTrust() = default;
  // `start`: when the program started. `released`: a time that had passed for certain when it was made.
  ClockTrust(const Look& start, Instant released) : start_({start.system, start.steady}), released_(released) {}

  // The kernel says so at this look (adjtimex(2)).
  void kernel_is_synchronised(const Look& look);
  // An answer with a good feed, or one that confirmed it, said so (FetchOutcome::server_time) and has just arrived. An
  // answer that was refused may come from a portal and must not be passed here.
  void server_said(const ServerTime& said, const Look& look);
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
  // From the weakest on.
  enum class Witness { plain_words, plain_word_and_own_clock, vouched, kernel };

  static bool agree(const Anchor& one, const Anchor& other);
  Clock::SystemTime last_known(Steady steady) const;
  bool may_be_believed(const Anchor& answer, Witness witness) const;

  std::optional<Anchor> start_;
  Instant released_{};
  std::optional<Anchor> believed_;
  Anchor vouched_for_{};  // what `witness_` last said; where that was believed
  Witness witness_ = Witness::plain_words;
  std::optional<Anchor> last_vouched_;  // the last words of servers
  std::optional<Anchor> last_plain_;
  std::optional<Anchor> passed_;
};

// What a word that nobody vouches for may mean where something has to be decided before the clock is known: it is held
// between the last known time and the farthest that ClockTrust would follow it to.
Instant within_bounds(Instant said, Instant last_known);

}  // namespace kiosk
