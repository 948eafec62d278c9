#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "base/set_aside.h"
#include "feed/feeds_to_follow.h"
#include "net/http_facts.h"
#include "venue/schedule.h"

namespace kiosk {

// Feeds, each fetched once and read, and the schedule they make together. For the commands that ask once: check, halls,
// snapshot.
struct FetchedFeed {
  std::optional<HttpFacts> http{};              // nothing: it is a file, or nobody has answered
  std::size_t body = 0;                         // its size, unpacked
  std::size_t transferred = 0;                  // bytes of HTTP, both ways, headers included
  std::optional<Instant> changed{};             // of a file: when it was changed last
  std::optional<std::chrono::seconds> ahead{};  // how far the server's clock is ahead of this machine's
};

struct LoadedFeeds {
  std::shared_ptr<const Schedule> schedule;  // null: there is none to be had
  std::vector<std::string> dialects{};       // beside the feeds, see FeedPartReading; empty: not read
  std::vector<FetchedFeed> fetched{};        // beside the feeds
  std::vector<Problem> problems;             // feed by feed, then of joining them
  SetAsideList set_aside{};                  // feed by feed
  bool unreachable = false;                  // one could not be fetched
  bool local = true;                         // all are files, or came from this machine's own network
};

// Blocks until all have answered or failed. At least one feed.
LoadedFeeds load_feeds(const FeedsToFollow& what);

}  // namespace kiosk
