#include "feed/poller.h"

#include <exception>

#include "base/url.h"
#include "feed/body_hash.h"
#include "feed/retry_delay.h"

namespace kiosk {
namespace {

std::string shown_name(const PollerOptions& options) {
  return options.context.file.empty() ? without_credentials(options.feed) : options.context.file;
}

}  // namespace

PollState::PollState(PollerOptions options, std::uint64_t seed) : options_(std::move(options)), random_(seed) {
  options_.context.file = shown_name(options_);
}

FeedNews PollState::start() {
  if (started_) {
    return news_;
  }
  started_ = true;
  if (options_.cache_folder.empty()) {
    return news_;
  }
  auto last_good = load_last_good(options_.cache_folder, options_.feed);
  if (!last_good) {
    news_.cache_failure = std::move(last_good.error());
    news_.cache_failure->severity = Severity::warning;
  } else if (last_good->has_value()) {
    show_last_good(**last_good);
  }
  return news_;
}

void PollState::show_last_good(const LastGood& last_good) {
  Result<FeedReading> reading = read_feed(last_good.body, options_.context);
  if (!reading) {
    // Kept by another version, perhaps. Without its validators, so that the next poll brings a whole body.
    news_.cache_failure = std::move(reading.error());
    news_.cache_failure->severity = Severity::warning;
    news_.cache_failure->file = last_good_path(options_.cache_folder, options_.feed).string();
    return;
  }
  news_.schedule = std::move(reading->schedule);
  news_.problems = std::move(reading->problems);
  news_.status.last_success = last_good.fetched;
  validators_ = last_good.validators;
  shown_hash_ = body_hash(last_good.body);
}

FeedNews PollState::take(FetchOutcome outcome, Instant now) {
  polled_ = true;
  retry_after_ = outcome.retry_after;
  news_.counts.bytes += outcome.bytes;
  switch (outcome.kind) {
    case FetchOutcome::Kind::new_body:
      take_body(std::move(outcome), now);
      break;
    case FetchOutcome::Kind::not_modified:
      if (news_.schedule != nullptr) {
        ++news_.counts.not_modified;
        if (news_.cache_failure && now >= keep_again_) {
          validators_ = {};  // the next poll brings the body, and the disk may take it now
        }
        succeed(now);
        break;
      }
      outcome.problem = {.file = options_.context.file,
                         .what = "the server says the feed has not changed, but none was read"};
      [[fallthrough]];
    case FetchOutcome::Kind::failed:
      ++news_.counts.failed;
      fail_with(std::move(outcome.problem), now);
      break;
  }
  return news_;
}

void PollState::take_body(FetchOutcome outcome, Instant now) {
  const std::uint64_t hash = body_hash(outcome.body);
  if (hash == shown_hash_) {
    ++news_.counts.not_modified;
    validators_ = std::move(outcome.validators);
    if (news_.cache_failure && now >= keep_again_) {
      keep(std::move(outcome.body), now);
    }
    succeed(now);
    return;
  }
  if (hash == refused_hash_) {
    ++news_.counts.refused;
    fail_with(*refusal_, now);
    return;
  }
  Result<FeedReading> reading = read_feed(outcome.body, options_.context);
  if (!reading) {
    ++news_.counts.refused;
    refused_hash_ = hash;
    refusal_ = reading.error();
    fail_with(*refusal_, now);
    return;
  }
  ++news_.counts.new_body;
  news_.schedule = std::move(reading->schedule);
  news_.problems = std::move(reading->problems);
  validators_ = std::move(outcome.validators);
  shown_hash_ = hash;
  keep(std::move(outcome.body), now);
  succeed(now);
}

void PollState::keep(std::string body, Instant now) {
  if (options_.cache_folder.empty()) {
    return;
  }
  const auto kept = save_last_good(options_.cache_folder, {options_.feed, validators_, now, std::move(body)});
  news_.cache_failure.reset();
  if (!kept) {
    // A disk that is full or not yet mounted may be well later; a whole body at each poll would be no way
    // to find out.
    constexpr std::chrono::minutes patience{5};
    keep_again_ = now + patience;
    news_.cache_failure = kept.error();
    news_.cache_failure->severity = Severity::warning;
  }
}

void PollState::succeed(Instant now) {
  failures_ = 0;
  retry_after_.reset();
  news_.failure.reset();
  news_.status = {.last_success = now, .failing_since = std::nullopt};
}

void PollState::fail_with(Problem problem, Instant now) {
  ++failures_;
  news_.failure = std::move(problem);
  if (!news_.status.failing_since) {
    news_.status.failing_since = now;
  }
}

std::chrono::milliseconds PollState::delay() {
  const double random = std::uniform_real_distribution<double>(0.0, 1.0)(random_);
  if (!polled_) {
    // With nothing to show, or nobody to burden, there is no reason to wait.
    const bool can_wait = news_.schedule != nullptr && is_http_url(options_.feed);
    return can_wait ? first_delay(options_.interval, random) : std::chrono::milliseconds(0);
  }
  return failures_ == 0 ? poll_delay(options_.interval, random)
                        : retry_delay(options_.interval, failures_, retry_after_, random);
}

namespace {

FetchOutcome broken(const std::string& what) {
  return {.problem = {.what = "the feed could not be looked at: " + what}};
}

}  // namespace

Poller::Poller(PollState state, std::unique_ptr<FeedSource> source, Mailbox<FeedNews>& mailbox,
               std::function<void()> wake, std::function<Instant()> now)
    : source_(std::move(source)) {
  FeedSource* feed = source_.get();
  thread_ = std::jthread([state = std::move(state), feed, &mailbox, wake = std::move(wake),
                          now = std::move(now)](const std::stop_token& stop) mutable {
    const auto post = [&](FeedNews news) {
      mailbox.post(std::move(news));
      wake();
    };
    // The thread's catch-all: a screen outlives whatever one poll ran into, memory included.
    const auto guarded = [&](const std::function<std::optional<FeedNews>()>& step) {
      try {
        if (auto news = step()) {
          post(*std::move(news));
        }
      } catch (const std::exception& exception) {
        post(state.take(broken(exception.what()), now()));
      } catch (...) {
        post(state.take(broken("for no known reason"), now()));
      }
    };
    guarded([&] { return state.start(); });
    feed->wait(state.delay());
    while (!stop.stop_requested()) {
      guarded([&]() -> std::optional<FeedNews> {
        FetchOutcome outcome = feed->fetch(state.validators());
        if (stop.stop_requested()) {
          return std::nullopt;  // interrupted, which is no news
        }
        return state.take(std::move(outcome), now());
      });
      feed->wait(state.delay());
    }
  });
}

Poller::~Poller() {
  thread_.request_stop();
  source_->interrupt();
}

}  // namespace kiosk
