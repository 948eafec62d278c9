#include "graphics/waker.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace kiosk {

struct Waker::State {
  std::mutex mutex;
  std::condition_variable woke;
  bool woken = false;
  std::function<void()> poke;
};

Waker::Waker() : state_(std::make_shared<State>()) {}

void Waker::wake() const {
  // The lock is held during the poke, so that detach() returns only when no poke is running.
  const std::lock_guard lock(state_->mutex);
  state_->woken = true;
  state_->woke.notify_all();
  if (state_->poke) {
    state_->poke();
  }
}

void Waker::attach(std::function<void()> poke) const {
  const std::lock_guard lock(state_->mutex);
  state_->poke = std::move(poke);
}

void Waker::detach() const {
  const std::lock_guard lock(state_->mutex);
  state_->poke = nullptr;
}

bool Waker::take() const {
  const std::lock_guard lock(state_->mutex);
  return std::exchange(state_->woken, false);
}

bool Waker::take_within(double seconds) const {
  constexpr double longest = 24 * 60 * 60;  // a wait may end early, but must not overflow
  std::unique_lock lock(state_->mutex);
  if (seconds > 0) {
    state_->woke.wait_for(lock, std::chrono::duration<double>(std::min(seconds, longest)),
                          [this] { return state_->woken; });
  }
  return std::exchange(state_->woken, false);
}

}  // namespace kiosk
