#pragma once

#include <atomic>
#include <chrono>
#include <optional>

namespace kiosk {

// When a poller's thread will be heard of again at the latest. It promises before each step, and whoever watches it
// sees from another thread whether it kept its word. A thread that hangs, in a library or a file system, can neither be
// ended nor be replaced: only the whole process can begin again.
class PollProgress {
 public:
  using Time = std::chrono::steady_clock::time_point;

  // More than any step may take by its own limits: a transfer 60 s, its reading 10 s, a worn disk the rest.
  static constexpr std::chrono::minutes longest_step{3};

  // The step that begins `now` is over within longest_step after `rest`, during which the thread only waits.
  void promise(Time now, std::chrono::milliseconds rest = {}) {
    until_ = (now + rest + longest_step).time_since_epoch().count();
  }
  bool is_overdue(Time now) const { return now.time_since_epoch().count() > until_; }

 private:
  std::atomic<Time::rep> until_ = Time::max().time_since_epoch().count();  // nothing is promised yet
};

// Whether a poller that is overdue hangs. One whose whole process was stopped for minutes, as its machine was, finds
// itself overdue as it goes on: it has a moment to promise anew. Used by one thread.
class HangWatch {
 public:
  using Time = PollProgress::Time;
  static constexpr std::chrono::seconds moment{10};

  // To be asked from time to time.
  bool hangs(bool overdue, Time now) {
    since_ = overdue ? since_.value_or(now) : std::optional<Time>();
    return since_ && now - *since_ >= moment;
  }

 private:
  std::optional<Time> since_;  // it was seen overdue each time
};

}  // namespace kiosk
