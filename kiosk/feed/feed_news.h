#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "base/problem.h"
#include "reading/feed_part.h"
#include "venue/feed_status.h"
#include "venue/schedule.h"
#include "venue/server_time.h"

namespace kiosk {

// Counts since start, for the metrics.
struct PollCounts {
  std::uint64_t new_body = 0;      // read and shown
  std::uint64_t not_modified = 0;  // 304, or the same bytes again
  std::uint64_t failed = 0;        // no answer, or not a good one
  std::uint64_t refused = 0;       // an answer that is no feed
  std::uint64_t bytes = 0;         // of HTTP, both ways
  friend bool operator==(const PollCounts&, const PollCounts&) = default;
};

// What the poller knows after a poll, whole: the receiver keeps no history.
struct FeedNews {
  std::shared_ptr<const Schedule> schedule;  // the last good one; null: none was ever seen
  // Instead of the schedule, of one of several feeds (PollerOptions::is_part).
  std::shared_ptr<const FeedPart> part;
  FeedStatus status;
  // What the server's clock showed when the answer came that these news are of; nothing but after a good answer.
  std::optional<ServerTime> server_time;
  // Whether all feeds are files or came from this machine's own network, so that their pictures may, too. Nothing: not
  // every feed has had a good answer in this run.
  std::optional<bool> local;
  std::vector<Problem> problems;   // of the schedule shown
  std::optional<Problem> failure;  // why the last poll brought nothing good; nothing when it did
  // Why the last good schedule could not be read from disk or kept there, a warning; nothing when it could.
  std::optional<Problem> cache_failure;
  // Sessions the feed no longer has that are shown all the same, a warning for each hold, and how many they are.
  std::vector<Problem> holds;
  std::size_t sessions_held = 0;
  PollCounts counts;
};

// The news of feeds that are followed anew, with the schedule that `known` has until they bring one: it outlives a
// cache that cannot be written and a server that is down.
FeedNews with_schedule_known(FeedNews news, const FeedNews& known);

}  // namespace kiosk
