#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "feed/http_access.h"
#include "venue/local_time.h"

namespace kiosk {

// What lets a server answer "nothing new". Empty strings: not known.
struct Validators {
  std::string etag{};
  std::string last_modified{};
  friend bool operator==(const Validators&, const Validators&) = default;
};

// One look at the feed.
struct FetchOutcome {
  enum class Kind { new_body, not_modified, failed };
  Kind kind = Kind::failed;
  std::string body{};       // for new_body; never empty
  Validators validators{};  // of body
  Problem problem{};        // for failed: names the feed and what went wrong, for a log and for the glass
  std::optional<std::chrono::seconds> retry_after{};  // the server's wish (RFC 9110 10.2.3), where it made one
  // What the server's clock shows now, to about a second, where the outcome is good and the server tells. A stranger's
  // word: see venue/clock_trust.h.
  std::optional<Instant> server_time{};
  std::size_t bytes = 0;  // of HTTP, both ways, headers in
};

// Where a feed comes from. Used by one thread; interrupt() may be called by any, and is for good: what
// blocks returns at once, now and later.
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
  // Blocks for `time`, or until interrupt() was called, or until the source sees a reason to look at once.
  virtual void wait(std::chrono::milliseconds time) = 0;
  virtual void interrupt() = 0;
};

inline constexpr std::size_t max_feed_bytes = 32U << 20U;

// http(s):// by libcurl, see HttpTransfers: conditional (If-None-Match where an ETag is known, else If-Modified-Since),
// at most max_feed_bytes, a stalled transfer cut; `access` lets it in where it is for this origin. After a poll that
// reached nobody a wait ends a second after this machine's network has come up, where the system tells. Anything else
// is a path: read when its size, modification time or inode changed; waiting ends early when someone writes it or moves
// another file over it.
std::unique_ptr<FeedSource> open_feed_source(const std::string& feed, const AccessFiles& access = {});

// The feed's address as problems, logs and files may name it: without the user and password that an URL
// may hold (RFC 3986, 3.2.1).
std::string without_credentials(std::string_view feed);

}  // namespace kiosk
