#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

namespace kiosk {

// Hands the newest finished value from one thread to another. Not a queue: a reader that was busy wants
// the last schedule, not the ones it missed. Any thread may call any function.
template <class T>
class Mailbox {
 public:
  void post(T value) {
    {
      const std::lock_guard lock(mutex_);
      value_ = std::move(value);
    }
    posted_.notify_one();
  }

  // The newest value not yet taken, or nothing. Never waits for a sender.
  std::optional<T> take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(value_, std::nullopt);
  }

  // As take(), but gives a sender `time` to post.
  std::optional<T> take_within(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    posted_.wait_for(lock, time, [this] { return value_.has_value(); });
    return std::exchange(value_, std::nullopt);
  }

 private:
  std::mutex mutex_;
  std::condition_variable posted_;
  std::optional<T> value_;
};

}  // namespace kiosk
