#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>

#include "feed/poll_state.h"
#include "venue/clock.h"
#include "venue/clock_trust.h"

namespace kiosk {

// The time that a screen shows and acts by, from the start of the program to its end, also when settings are reloaded.
// It reads no clock itself.
//
// It relates three clocks:
// - the run's clock: the system's time at the start plus the steady clock, so that nobody sets it. Polls are stamped by
// it.
// - the system's clock, corrected by the offset that ClockTrust found.
// - the board's clock: the corrected one, or the one that `run --at` set to another time.
// Draw thread, except poll_time().
class ScreenClock {
 public:
  using SystemTime = Clock::SystemTime;
  using Look = ClockTrust::Look;

  // `released`: a time that had passed for certain when this program was made (venue/clock_trust.h).
  ScreenClock(Clock clock, const Look& start, Instant released = {});

  struct Reading {
    Look look;
    SystemTime now;       // the system's time, corrected
    Instant instant;      // the board's time
    bool trusted = true;  // false: the time is not shown, and nothing is counted down
    // How far `now` is ahead of the run's clock. To be added to the stamps of polls.
    std::chrono::seconds ahead{0};
  };
  // The times at this look. `a_server`: whether a feed comes from a server, whose time the system's is compared with;
  // with files alone the system's time is trusted. So is a board's clock that was set to another time.
  Reading read(const Look& look, bool kernel_synchronised, bool a_server);

  // A server's answer gave this time as the present.
  void server_said(const ServerTime& said, const Look& look) { trust_.server_said(said, look); }
  // This time is in the past for certain, since a schedule was kept then.
  void has_passed(Instant time, const Look& look) { trust_.has_passed(time, look); }

  // Whether the verdict has changed since the last call, jitter of the offset left aside.
  bool take_verdict_changed();
  const ClockTrust::Verdict& verdict() const { return verdict_; }
  const Clock& clock() const { return clock_; }

  // The time of a poll that is answered now, by the offset of the last read(). Any thread.
  PollTime poll_time(ClockTrust::Steady steady) const;

 private:
  SystemTime run_time(ClockTrust::Steady steady) const { return start_.system + (steady - start_.steady); }

  const Clock clock_;
  const Look start_;
  ClockTrust trust_;
  ClockTrust::Verdict verdict_{.offset = {}, .trusted = true};
  bool verdict_changed_ = false;
  // For poll_time(): `now` minus the run's clock, and whether it is trusted.
  std::atomic<std::int64_t> ahead_ns_{0};
  std::atomic<bool> trusted_{true};
};

}  // namespace kiosk
