#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <random>
#include <string>

#include "base/problem.h"
#include "base/result.h"
#include "dialects/read_feed.h"
#include "feed/feed_news.h"
#include "feed/last_good.h"
#include "feed/programme_memory_file.h"
#include "feed/source.h"
#include "net/validators.h"
#include "programme/programme_memory.h"

namespace kiosk {

struct PollerOptions {
  std::string feed;                      // URL or path
  std::filesystem::path cache_folder{};  // empty: nothing is kept on disk
  std::chrono::milliseconds interval{10'000};
  FeedContext context{};  // a `file` left empty becomes the feed's address without credentials
  HoldRules holds{};      // for dialects other than the venue feed
  bool is_part = false;   // its news are joined with others', see joined_feeds.h
};

// When a poll was answered.
struct PollTime {
  Instant run;  // by the run's clock (venue/feed_status.h)
  // By the screen's clock, which may be one of `run --at`; nothing: it is not to be trusted yet.
  std::optional<Instant> screen;
  // By the system's clock, corrected; nothing: it is not to be trusted yet, or the screen's is another.
  std::optional<Instant> real{};
  PollTime(Instant both) : run(both), screen(both) {}  // NOLINT(google-explicit-constructor): one clock for both
  PollTime(Instant run_time, std::optional<Instant> screen_time) : run(run_time), screen(screen_time) {}
};

// However sure a server is that nothing is new, the feed is fetched whole after this time: a validator that does not
// change with the body, be it the server's fault or a proxy's, freezes no screen for longer.
inline constexpr std::chrono::minutes longest_conditional{10};

// The decisions of a poll, without a thread, a clock or a network of its own, so that tests control all three: it takes
// outcomes, and returns news and the wait until the next poll.
class PollState {
 public:
  PollState(PollerOptions options, std::uint64_t seed);

  // What a read of a feed asks whether to give up (FeedContext::give_up). A read given up is a failed poll; other than
  // bytes that are no feed, the same bytes are read again.
  void give_up_reading_when(std::function<bool()> give_up) { options_.context.give_up = std::move(give_up); }

  // Reads the last good body from disk. What it finds counts as known from when it was fetched.
  // Poller calls it before the first poll, unless a caller who cannot wait for its thread did so already: a
  // second call reads nothing and returns the same.
  FeedNews start();
  // Of the body shown; empty where none are known.
  const Validators& validators() const { return validators_; }
  // What a poll at `now`, by the run's clock, is to be sent with: validators(), or nothing where the feed has not come
  // whole for longest_conditional, counted from the first poll of this run if none has brought it.
  Validators conditions(Instant now) const;
  FeedNews take(FetchOutcome outcome, const PollTime& now);
  // How long to wait before the next poll, the first included.
  std::chrono::milliseconds delay();

 private:
  bool has_shown() const { return news_.schedule != nullptr || news_.part != nullptr; }
  void show_last_good(const LastGood& last_good);
  Instant memory_time(const PollTime& now) const;
  Instant stamp(Instant now) const;
  std::vector<Problem> problems_of(const FeedPartReading& reading) const;
  void take_reading(FeedPartReading reading);
  void show(FeedPart part);
  void show_remembered();
  void confirm(Instant now);
  void warn_of_cache(const Result<void>& done, Instant now);
  void take_body(FetchOutcome outcome, Instant now);
  void keep(std::string body, Instant now);
  void succeed(Instant now);
  void fail_with(Problem problem, Instant now);

  PollerOptions options_;
  std::mt19937_64 random_;
  bool started_ = false;
  bool polled_ = false;
  Instant screen_now_;            // of this poll: the memory's clock
  std::optional<FeedPart> body_;  // of a dialect that needs the memory, which holds its parts
  ProgrammeMemory memory_;
  ProgrammeMemoryFile memory_file_;
  Instant confirmed_;                          // as the disk knows it
  std::optional<Instant> kept_at_start_;       // of the body that was on disk then
  Validators validators_;                      // of the body shown; never of one refused
  std::optional<Instant> whole_;               // when the feed last came whole, see conditions()
  Instant keep_again_;                         // when to ask for the body once more, after it could not be written
  std::optional<std::uint64_t> shown_hash_;    // so that the same good bytes are not read twice
  std::optional<std::uint64_t> refused_hash_;  // so that the same bad bytes are not read twice
  std::optional<Problem> refusal_;             // of refused_hash_
  FeedNews news_;
  int failures_ = 0;  // in a row
  std::optional<std::chrono::seconds> retry_after_;
  // In the last answer: what is kept on disk is stamped by it where this machine's clock may be wrong.
  std::optional<ServerTime> server_time_;
  std::optional<Instant> real_now_;  // of this poll, see PollTime
  bool local_ = false;               // the last answer
};

}  // namespace kiosk
