#include "feed/poll_state.h"

#include <algorithm>

#include "base/body_hash.h"
#include "base/url.h"
#include "base/words.h"
#include "feed/cache_folder.h"
#include "net/retry_delay.h"
#include "venue/clock_trust.h"
#include "venue/parse_instant.h"

namespace kiosk {
namespace {

std::string shown_name(const PollerOptions& options) {
  return options.context.file.empty() ? without_credentials(options.feed) : options.context.file;
}

Problem describe(const Hold& hold, const std::string& file, SaidZone zone) {
  constexpr std::size_t most_named = 8;
  std::string halls;
  for (std::size_t i = 0; i < hold.halls.size() && i < most_named; ++i) {
    halls += (halls.empty() ? "" : ", ") + in_quotes(hold.halls[i]);
  }
  if (hold.halls.size() > most_named) {
    halls += " and " + std::to_string(hold.halls.size() - most_named) + " more halls";
  }
  return {.severity = Severity::warning,
          .file = file,
          .what = std::to_string(hold.sessions) + " coming sessions vanished at " + format_instant(hold.since, zone) +
                  " (" + halls + ")",
          .right = "shown as they were until " + format_instant(hold.until, zone) + ", unless they come back"};
}

}  // namespace

PollState::PollState(PollerOptions options, std::uint64_t seed)
    : options_(std::move(options)),
      random_(seed),
      memory_(options_.holds),
      memory_file_(options_.cache_folder, options_.feed) {
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
  tidy_cache_folder(options_.cache_folder);
  auto memory = memory_file_.load();
  if (memory) {
    memory_.recall({}, *std::move(memory));
  } else {
    news_.cache_failure = std::move(memory.error());
    news_.cache_failure->severity = Severity::warning;
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
  Result<FeedPartReading> reading = read_feed_part(last_good.body, options_.context);
  if (!reading) {
    // Kept by another version, perhaps. Without its validators, so that the next poll brings a whole body.
    news_.cache_failure = std::move(reading.error());
    news_.cache_failure->severity = Severity::warning;
    news_.cache_failure->file = last_good_path(options_.cache_folder, options_.feed).string();
    return;
  }
  news_.problems = problems_of(*reading);
  if (reading->part.venue_feed) {
    show(std::move(reading->part));
  } else {
    memory_.recall(std::move(reading->part.parts), memory_.state());
    body_ = std::move(reading->part);
    show_remembered();
  }
  news_.status.kept = last_good.fetched;
  kept_at_start_ = last_good.fetched;
  confirmed_ = last_good.fetched;
  validators_ = last_good.validators;
  shown_hash_ = body_hash(last_good.body);
}

Validators PollState::conditions(Instant now) const {
  const bool is_due = whole_ && (now >= *whole_ + longest_conditional || now < *whole_);
  return is_due ? Validators() : validators_;
}

FeedNews PollState::take(FetchOutcome outcome, const PollTime& time) {
  const Instant now = time.run;
  polled_ = true;
  if (outcome.kind == FetchOutcome::Kind::new_body || !whole_) {
    whole_ = now;
  }
  retry_after_ = outcome.retry_after;
  server_time_ = outcome.server_time;
  real_now_ = time.real;
  local_ = outcome.local || !is_http_url(options_.feed);
  screen_now_ = memory_time(time);
  news_.server_time.reset();
  news_.counts.bytes += outcome.bytes;
  switch (outcome.kind) {
    case FetchOutcome::Kind::new_body:
      take_body(std::move(outcome), now);
      break;
    case FetchOutcome::Kind::not_modified:
      if (has_shown()) {
        ++news_.counts.not_modified;
        confirm(now);
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

// What is over is judged by the clock the board goes by. Where that is not to be trusted yet, the server's word is
// worth more than a clock that may be years off. One that nobody vouches for counts within bounds, and as no later than
// a clock of this machine that may be right: a date must not make all that vanished over.
Instant PollState::memory_time(const PollTime& now) const {
  if (now.screen || !server_time_) {
    return now.screen.value_or(now.run);
  }
  if (server_time_->vouched || !kept_at_start_) {
    return server_time_->time;
  }
  const Instant said = within_bounds(server_time_->time, *kept_at_start_);
  return now.run < *kept_at_start_ ? said : std::min(said, now.run);
}

// By what the disk is stamped. A word that nobody vouches for counts only where there is no better clock: the next
// start takes the stamp for a time that has passed.
Instant PollState::stamp(Instant now) const {
  if (server_time_ && (server_time_->vouched || !real_now_)) {
    return server_time_->time;
  }
  return real_now_.value_or(now);
}

void PollState::take_body(FetchOutcome outcome, Instant now) {
  const std::uint64_t hash = body_hash(outcome.body);
  if (hash == shown_hash_) {
    ++news_.counts.not_modified;
    validators_ = std::move(outcome.validators);
    confirm(now);
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
  Result<FeedPartReading> reading = read_feed_part(outcome.body, options_.context);
  if (!reading) {
    ++news_.counts.refused;
    const std::function<bool()>& give_up = options_.context.give_up;
    if (!give_up || !give_up()) {
      refused_hash_ = hash;
      refusal_ = reading.error();
    }
    fail_with(std::move(reading.error()), now);
    return;
  }
  ++news_.counts.new_body;
  take_reading(*std::move(reading));
  validators_ = std::move(outcome.validators);
  shown_hash_ = hash;
  keep(std::move(outcome.body), now);
  succeed(now);
}

std::vector<Problem> PollState::problems_of(const FeedPartReading& reading) const {
  return options_.is_part ? reading.problems : problems_of_only_feed(reading);
}

void PollState::take_reading(FeedPartReading reading) {
  news_.problems = problems_of(reading);
  if (reading.part.venue_feed) {
    memory_ = ProgrammeMemory(options_.holds);
    body_.reset();
    show(std::move(reading.part));
    return;
  }
  memory_.read(std::move(reading.part.parts), screen_now_);
  body_ = std::move(reading.part);
  show_remembered();
}

void PollState::show(FeedPart part) {
  news_.holds.clear();
  news_.sessions_held = 0;
  if (options_.is_part) {
    news_.part = std::make_shared<const FeedPart>(std::move(part));
  } else {
    news_.schedule = std::make_shared<const Schedule>(std::move(part.parts));
  }
}

void PollState::show_remembered() {
  FeedPart part = *body_;
  part.parts = memory_.shown();
  const SaidZone zone = part.parts.event.time_zone;
  show(std::move(part));
  for (const Hold& hold : memory_.holds()) {
    news_.holds.push_back(describe(hold, options_.context.file, zone));
    news_.sessions_held += hold.sessions;
  }
}

// The feed is unchanged: sessions that vanished are now older, and the disk may have to know.
void PollState::confirm(Instant now) {
  if (body_) {
    const ProgrammeMemory::State before = memory_.state();
    memory_.confirm(screen_now_);
    if (!(memory_.state() == before)) {
      show_remembered();
      if (!options_.cache_folder.empty()) {
        warn_of_cache(memory_file_.save(memory_.state()), now);
      }
    }
  }
  const bool is_due = now >= confirmed_ + confirm_interval || now < confirmed_;
  if (is_due && !options_.cache_folder.empty() && !news_.cache_failure && shown_hash_) {
    confirmed_ = now;
    warn_of_cache(confirm_last_good(options_.cache_folder, options_.feed, *shown_hash_, stamp(now)), now);
  }
}

void PollState::keep(std::string body, Instant now) {
  if (options_.cache_folder.empty()) {
    return;
  }
  news_.cache_failure.reset();
  if (body_) {
    // First: of a power cut between the two, what vanished is better remembered than forgotten.
    warn_of_cache(memory_file_.save(memory_.state()), now);
  }
  confirmed_ = now;
  warn_of_cache(save_last_good(options_.cache_folder, {options_.feed, validators_, stamp(now), std::move(body)}), now);
}

void PollState::warn_of_cache(const Result<void>& done, Instant now) {
  if (!done) {
    // A disk that is full or not yet mounted may work later; to find out must not cost a whole body at each poll.
    constexpr std::chrono::minutes patience{5};
    keep_again_ = now + patience;
    news_.cache_failure = done.error();
    news_.cache_failure->severity = Severity::warning;
  }
}

void PollState::succeed(Instant now) {
  failures_ = 0;
  retry_after_.reset();
  news_.failure.reset();
  news_.server_time = server_time_;
  news_.local = local_;
  news_.status = {.last_success = now, .failing_since = std::nullopt, .kept = std::nullopt};
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
    const bool can_wait = has_shown() && is_http_url(options_.feed);
    return can_wait ? first_delay(options_.interval, random) : std::chrono::milliseconds(0);
  }
  if (failures_ == 0) {
    return poll_delay(options_.interval, random);
  }
  const auto retry = has_shown() ? retry_delay : retry_delay_with_nothing_to_show;
  return retry(options_.interval, failures_, retry_after_, random);
}

}  // namespace kiosk
