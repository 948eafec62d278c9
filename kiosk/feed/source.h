#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

#include "base/feed_budget.h"
#include "base/problem.h"
#include "net/http_facts.h"
#include "net/validators.h"
#include "venue/server_time.h"

namespace kiosk {

inline constexpr std::size_t max_feed_bytes = feed_budget.bytes;

// One look at a feed.
struct FetchOutcome {
  enum class Kind { new_body, not_modified, failed };
  Kind kind = Kind::failed;
  std::string body{};       // for new_body; never empty, at most max_feed_bytes
  Validators validators{};  // of body; empty where they cannot be trusted to change with it
  Problem problem{};        // for failed: names the feed and what went wrong, for a log and for the glass
  std::optional<std::chrono::seconds> retry_after{};  // the server's wish (RFC 9110 10.2.3), where it made one
  // What the server's clock shows now, to about a second, where the outcome is good and the server says. Not to be
  // trusted by itself: see venue/clock_trust.h.
  std::optional<ServerTime> server_time{};
  std::size_t bytes = 0;  // of HTTP, both ways, headers included
  // Of a good outcome over the network: it came from this machine or its own network (HttpAnswer::local).
  bool local = false;
  std::optional<HttpFacts> facts{};  // of whatever a server answered
};

// Where a feed comes from. Used by one thread. Any thread may call interrupt(), which is final: fetch() and
// wait() return at once, now and later.
class FeedSource {
 public:
  FeedSource() = default;
  FeedSource(const FeedSource&) = delete;
  FeedSource& operator=(const FeedSource&) = delete;
  virtual ~FeedSource() = default;
  // Blocks until the outcome is known, or interrupt() was called (then: failed, unless it was known).
  // `known` are the validators of the body last accepted: the source itself remembers none, so that a
  // body that was refused is offered again.
  virtual FetchOutcome fetch(const Validators& known) = 0;
  // Blocks for `time`, or until interrupt() was called, or until the source has a reason to be polled at once.
  virtual void wait(std::chrono::milliseconds time) = 0;
  virtual void interrupt() = 0;
};

}  // namespace kiosk
