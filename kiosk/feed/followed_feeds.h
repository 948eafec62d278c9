#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "base/mailbox.h"
#include "feed/feeds_to_follow.h"
#include "feed/joined_feeds.h"
#include "feed/news_source.h"
#include "feed/poller.h"

namespace kiosk {

// Polls feeds from construction on, each on a thread of its own, so that one that does not answer delays no other;
// joins their news and holds the newest. take() by one thread.
class FollowedFeeds : public NewsSource {
 public:
  // `wake` and `now` are called on the pollers' threads; wake after each post. No feed at all: never any news.
  FollowedFeeds(FeedsToFollow what, std::function<void()> wake, std::function<PollTime()> now);

  const FeedsToFollow& what() const { return what_; }
  // Whether a poller's thread hangs: see PollProgress.
  bool any_overdue(PollProgress::Time now) const;
  std::optional<FeedNews> take() override { return mailbox_.take(); }
  std::optional<FeedNews> take_within(std::chrono::milliseconds time) override { return mailbox_.take_within(time); }

 private:
  FeedsToFollow what_;
  Mailbox<FeedNews> mailbox_;
  std::optional<JoinedFeeds> joined_;
  std::vector<std::unique_ptr<Poller>> pollers_;  // last: their threads use all the others
};

}  // namespace kiosk
