#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

#include "feed/feed_news.h"
#include "programme/broadcast_pages.h"

namespace kiosk {

// One schedule of several feeds and the settings' broadcast pages. Feeds with nothing good yet are null: the others
// make the schedule, and nobody is told of halls or sessions that those may have. Null where there is no hall. Pure.
struct JoinedSchedule {
  std::shared_ptr<const Schedule> schedule;
  std::vector<Problem> problems;  // of the joining
};
JoinedSchedule join_feeds(std::span<const FeedPart* const> feeds, std::span<const BroadcastPage> pages);

// The news of several feeds as though of one, but for its schedule: as old as the oldest, failing as long as any fails,
// counted together; what went wrong is that of the first that has it. Problems are told feed by feed. Pure.
FeedNews join_news(std::span<const FeedNews> feeds);

// Joins the news of several pollers. They may come from any thread, those of one feed in their order.
class JoinedFeeds {
 public:
  JoinedFeeds(std::size_t feeds, std::vector<BroadcastPage> pages);

  // Hands the news of all to `post`, one call at a time, once each feed has told what is on disk. As long as no feed
  // brings anything new the schedule stays the very same.
  void take(std::size_t feed, FeedNews news, const std::function<void(FeedNews)>& post);

 private:
  std::mutex mutex_;
  const std::vector<BroadcastPage> pages_;
  std::vector<FeedNews> news_;
  std::vector<bool> heard_;                             // beside news_
  std::vector<std::shared_ptr<const FeedPart>> parts_;  // that joined_ is made of
  JoinedSchedule joined_;
};

}  // namespace kiosk
