#pragma once

#include <atomic>
#include <chrono>

#include "feed/poll_state.h"
#include "venue/clock.h"
#include "venue/clock_trust.h"

namespace kiosk {

// The time one screen goes by, from the start of the program to its end, whatever settings come and go. It reads no
// clock itself.
//
// Three clocks meet here: the run's (the system's at the start and the steady one since, which nobody sets), by which
// polls are stamped; the system's, corrected by what ClockTrust found; and the board's, which is the corrected one or
// the one that `run --at` started elsewhere. Draw thread, except where it says otherwise.
class ScreenClock {
 public:
  using SystemTime = Clock::SystemTime;
  using Look = ClockTrust::Look;

  ScreenClock(Clock clock, const Look& start);

  struct Reading {
    Look look;
    SystemTime now;       // the system's time, corrected
    Instant instant;      // on the board
    bool trusted = true;  // false: nothing may be counted down
    // How far `now` is ahead of the run's clock: what to add to the stamps of polls.
    std::chrono::seconds ahead{0};
  };
  // What holds at this look. `a_server`: whether a feed comes from a server, which can be asked; who reads files
  // believes the system. A clock started elsewhere is trusted as it is.
  Reading read(const Look& look, bool kernel_synchronised, bool a_server);

  void server_said(Instant time, const Look& look) { trust_.server_said(time, look); }
  void has_passed(Instant time, const Look& look) { trust_.has_passed(time, look); }

  // Whether the last read() changed by more than trembling what is thought of the system's clock.
  bool take_verdict_changed();
  const ClockTrust::Verdict& verdict() const { return verdict_; }
  const Clock& clock() const { return clock_; }

  // When a poll is answered at this moment, as known since the last read(). Any thread.
  PollTime poll_time(ClockTrust::Steady steady) const;

 private:
  SystemTime run_time(ClockTrust::Steady steady) const { return start_.system + (steady - start_.steady); }

  const Clock clock_;
  const Look start_;
  ClockTrust trust_;
  ClockTrust::Verdict verdict_{.offset = {}, .trusted = true};
  bool verdict_changed_ = false;
  // For other threads: `now` less the run's clock, and whether it is to be trusted.
  std::atomic<std::int64_t> ahead_ns_{0};
  std::atomic<bool> trusted_{true};
};

}  // namespace kiosk
