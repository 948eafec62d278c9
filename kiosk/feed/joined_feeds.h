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
// make the schedule, and halls or sessions that those may have are not reported missing. Null where there is no hall.
// Pure.
struct JoinedSchedule {
  std::shared_ptr<const Schedule> schedule;
  std::vector<Problem> problems;  // of the joining
};
JoinedSchedule join_feeds(std::span<const FeedPart* const> feeds, std::span<const BroadcastPage> pages);

// The news of several feeds as of one, without a schedule: as old as the oldest, failing as long as any fails, counts
// added up; local where all are; each failure is that of the first feed that has one. Problems are listed feed by feed.
// Pure.
FeedNews join_news(std::span<const FeedNews> feeds);

// Joins the news of several pollers. They may come from any thread, those of one feed in their order.
class JoinedFeeds {
 public:
  JoinedFeeds(std::size_t feeds, std::vector<BroadcastPage> pages);

  // Hands the news of all to `post`, one call at a time, once each feed has read what is on disk. As long as no feed
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
