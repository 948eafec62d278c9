#pragma once

#include <chrono>
#include <optional>

#include "feed/feed_news.h"

namespace kiosk {

// Where a screen's news come from: followed feeds, or those that a test, a soak or a preview makes up. One thread.
class NewsSource {
 public:
  NewsSource() = default;
  NewsSource(const NewsSource&) = delete;
  NewsSource& operator=(const NewsSource&) = delete;
  virtual ~NewsSource() = default;

  // The newest news not yet taken, or nothing. Never blocks.
  virtual std::optional<FeedNews> take() = 0;
  // As take(), but waits for some at most `time`.
  virtual std::optional<FeedNews> take_within(std::chrono::milliseconds time) = 0;
};

}  // namespace kiosk
