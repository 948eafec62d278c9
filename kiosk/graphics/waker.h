#pragma once

#include <functional>
#include <memory>

namespace kiosk {

// Ends the wait of one glass. A plain handle: threads that have news for what is drawn hold a copy each. It is made
// before the glass, and copies may outlive the glass; while there is none, a wake is kept for the next one. wake() may
// be called by any thread at any time, the other calls only by the glass, on its thread.
class Waker {
 public:
  Waker();

  // Ends the wait that is running, or else the next one.
  void wake() const;

  // For the glass. `poke` ends its wait; it is called on the thread that wakes, and never after detach() has returned.
  // One glass at a time.
  void attach(std::function<void()> poke) const;
  void detach() const;
  // Whether there was a wake since the last call; the glass then does not wait.
  bool take() const;
  // Sleeps until there is a wake, and takes it, at most for `seconds`. True: there was one. Infinity: no limit; 0 or
  // less: does not sleep.
  bool take_within(double seconds) const;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace kiosk
