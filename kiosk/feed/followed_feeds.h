#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/mailbox.h"
#include "feed/broadcast_pages.h"
#include "feed/http_access.h"
#include "feed/joined_feeds.h"
#include "feed/poller.h"
#include "feed/programme_memory.h"
#include "venue/local_time.h"

namespace kiosk {

// All that feeds are followed by. Two equal values ask for the same, so that who has one need not begin anew.
struct FeedsToFollow {
  std::vector<std::string> feeds;  // URLs or absolute paths; later ones add to the first
  AccessFiles access{};            // for the first feed's origin
  std::filesystem::path cache_folder{};
  std::chrono::seconds poll_interval{10};
  SaidZone time_zone{};  // of the settings: for times without an offset
  HoldRules holds{};
  std::vector<BroadcastPage> pages{};

  // What a board's schedule is known by; empty: there is no feed.
  std::string first() const { return feeds.empty() ? std::string() : feeds.front(); }
  bool any_server() const;
  // Whether a feed is a file of this machine. A feed of the web resolves no picture to one (resolve_address.h).
  bool any_file() const;
  FeedContext context(std::size_t feed) const;  // for reading the feed of this index
  friend bool operator==(const FeedsToFollow&, const FeedsToFollow&) = default;
};

// Polls feeds from construction on, each on a thread of its own, so that one that does not answer delays no other;
// joins their news and holds the newest. take() by one thread.
class FollowedFeeds {
 public:
  // `wake` and `now` are called on the pollers' threads; wake after each post. No feed at all: never any news.
  FollowedFeeds(FeedsToFollow what, std::function<void()> wake, std::function<PollTime()> now);

  const FeedsToFollow& what() const { return what_; }
  // The newest news not yet taken; waits for some at most `time`.
  std::optional<FeedNews> take() { return mailbox_.take(); }
  std::optional<FeedNews> take_within(std::chrono::milliseconds time) { return mailbox_.take_within(time); }

 private:
  FeedsToFollow what_;
  Mailbox<FeedNews> mailbox_;
  std::optional<JoinedFeeds> joined_;
  std::vector<std::unique_ptr<Poller>> pollers_;  // last: their threads use all the others
};

// News of feeds begun anew, and what was last known of them before: a schedule in memory outlives a cache that cannot
// be written and a server that is down.
FeedNews with_schedule_known(FeedNews news, const FeedNews& known);

}  // namespace kiosk
