#pragma once

#include <functional>
#include <memory>

namespace kiosk {

// Ends the wait of one glass: whoever has news for what is drawn holds a copy. It is made before the glass, so that
// threads which start earlier, and outlive it, can hold one too; without a glass, a wake is kept for the first.
// All calls from any thread, at any time, but for those of the glass.
class Waker {
 public:
  Waker();

  // Ends the wait that is running, else the next.
  void wake() const;

  // For the glass, on its thread. `poke` ends its wait; it is called on the thread that wakes, and not after detach()
  // has returned. One glass at a time.
  void attach(std::function<void()> poke) const;
  void detach() const;
  // Whether it was woken since the last time; then a wait is over before it begins.
  bool take() const;
  // Sleeps until a wake or the time-out in seconds, and takes the wake: true. Infinity: no limit; 0 or less: none.
  bool take_within(double seconds) const;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace kiosk
