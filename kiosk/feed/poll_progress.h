#pragma once

#include <atomic>
#include <chrono>

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

}  // namespace kiosk
