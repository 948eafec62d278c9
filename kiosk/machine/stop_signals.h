#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <thread>

namespace kiosk {

// Turns SIGTERM and SIGINT into a request that the draw loop can look at. Make it on the main thread
// before any other thread: those inherit that the signals are blocked, and one thread of its own waits
// for them, so that no handler interrupts anything.
//
// Whoever asked waits no longer than `patience`: a process that is still there then, since some thread hangs, is ended
// without it. What lies on disk is whole at any moment.
//
// Signals that say nothing of the screen are ignored from then on, for good: SIGHUP, which a technician's session sends
// as it closes, and SIGPIPE, where nobody reads the log any more.
class StopSignals {
 public:
  // `wake` is called on that thread.
  explicit StopSignals(std::function<void()> wake, std::chrono::milliseconds patience = std::chrono::milliseconds(900));
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  bool requested() const { return requested_; }

 private:
  std::atomic<bool> requested_ = false;
  std::atomic<bool> closing_ = false;
  std::thread thread_;
};

}  // namespace kiosk
