#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/problem.h"
#include "base/set_aside.h"
#include "feed/feeds_to_follow.h"
#include "venue/schedule.h"

namespace kiosk {

// Feeds, each fetched once and read, and the schedule they make together. For the commands that ask once: check, halls,
// snapshot.
struct LoadedFeeds {
  std::shared_ptr<const Schedule> schedule;  // null: there is none to be had
  std::vector<std::string> dialects{};       // beside the feeds, see FeedPartReading; empty: not read
  std::vector<Problem> problems;             // feed by feed, then of joining them
  SetAsideList set_aside{};                  // feed by feed
  bool unreachable = false;                  // one could not be fetched
  bool local = true;                         // all are files, or came from this machine's own network
};

// Blocks until all have answered or failed. At least one feed.
LoadedFeeds load_feeds(const FeedsToFollow& what);

}  // namespace kiosk
