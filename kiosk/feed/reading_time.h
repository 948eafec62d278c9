#pragma once

#include <chrono>
#include <functional>
#include <stop_token>
#include <utility>

#include "base/feed_budget.h"

namespace kiosk {

// How long one read of a feed may take, by the steady clock. Owned by whoever reads, and used on its thread alone.
class ReadingTime {
 public:
  // Where a stop is requested the time is over, too: ending the program does not wait for a read.
  explicit ReadingTime(std::stop_token stop = {}) : stop_(std::move(stop)) {}

  void begin() { end_ = std::chrono::steady_clock::now() + feed_budget.reading; }
  bool is_over() const { return stop_.stop_requested() || std::chrono::steady_clock::now() >= end_; }

  // For FeedContext::give_up; this must outlive it.
  std::function<bool()> give_up() const {
    return [this] { return is_over(); };
  }

 private:
  std::stop_token stop_;
  std::chrono::steady_clock::time_point end_ = std::chrono::steady_clock::time_point::max();
};

}  // namespace kiosk
