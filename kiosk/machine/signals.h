#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <thread>

namespace kiosk {

// Turns SIGTERM and SIGINT into a request to stop that the draw loop can look at, and SIGHUP into one to read the
// settings anew. Make it on the main thread before any other thread: those inherit that the signals are blocked, and
// one thread of its own waits for them, so that no handler interrupts anything.
//
// Whoever asked to stop waits no longer than `patience`: a process that is still there then, since some thread hangs,
// is ended without it. What lies on disk is whole at any moment.
//
// SIGHUP comes, too, from a technician's session that closes: it never ends anything. SIGPIPE, where nobody reads the
// log any more, is ignored from then on, for good.
class Signals {
 public:
  // `wake` is called on that thread.
  explicit Signals(std::function<void()> wake, std::chrono::milliseconds patience = std::chrono::milliseconds(900));
  ~Signals();
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;

  bool stop_requested() const { return stop_requested_; }
  // Whether there was a SIGHUP since the last call.
  bool take_reload() { return reload_requested_.exchange(false); }

 private:
  std::atomic<bool> stop_requested_ = false;
  std::atomic<bool> reload_requested_ = false;
  std::atomic<bool> closing_ = false;
  std::thread thread_;
};

}  // namespace kiosk
