#include "feed/poller.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>

#include "feed/reading_time.h"

namespace kiosk {
namespace {

FetchOutcome broken(const std::exception_ptr& thrown) {
  const auto outcome = [](const std::string& what) {
    return FetchOutcome{.problem = {.what = "the feed could not be looked at: " + what}};
  };
  try {
    std::rethrow_exception(thrown);
  } catch (const std::exception& exception) {
    return outcome(exception.what());
  } catch (...) {
    return outcome("for no known reason");
  }
}

// What runs on a poller's thread. A screen outlives whatever is thrown there, memory that has run out included: every
// step is an attempt, and what was thrown is kept until it was posted as a failed poll.
class PollLoop {
 public:
  PollLoop(PollState state, FeedSource& source, std::function<void(FeedNews)> post, std::function<PollTime()> now,
           PollProgress& progress)
      : state_(std::move(state)), source_(source), post_(std::move(post)), now_(std::move(now)), progress_(progress) {}

  void run(const std::stop_token& stop) {
    progress_.promise(std::chrono::steady_clock::now());
    reading_ = ReadingTime(stop);
    state_.give_up_reading_when(reading_.give_up());
    reading_.begin();
    attempt([&] { news_ = state_.start(); });
    while (true) {
      report();
      wait(stop);
      if (stop.stop_requested()) {
        return;
      }
      poll(stop);
      if (stop.stop_requested()) {
        return;  // interrupted, which is no news
      }
    }
  }

 private:
  // Whether the step came to its end. Of several failures the first is reported: the others often follow from it.
  template <class Step>
  bool attempt(const Step& step) {
    try {
      step();
      return true;
    } catch (...) {
      if (!thrown_) {
        thrown_ = std::current_exception();
      }
      return false;
    }
  }

  void poll(const std::stop_token& stop) {
    progress_.promise(std::chrono::steady_clock::now());
    news_.reset();
    retry_after_.reset();
    Validators known;  // none where nobody can tell the time
    attempt([&] { known = state_.conditions(now_().run); });
    attempt([&] {
      FetchOutcome outcome = source_.fetch(known);
      if (!stop.stop_requested()) {
        retry_after_ = outcome.retry_after;
        reading_.begin();
        news_ = state_.take(std::move(outcome), now_());
      }
    });
  }

  // News that cannot be posted become those of a failed poll, and so do the next ones until that is posted.
  void report() {
    if (!thrown_ && (!news_ || attempt([&] { post_(*std::move(news_)); }))) {
      return;
    }
    attempt([&] {
      FetchOutcome failed = broken(thrown_);
      failed.retry_after = retry_after_;
      post_(state_.take(std::move(failed), now_()));
      thrown_ = nullptr;
    });
  }

  // The state may not know of a failure that is not posted yet, and would then not wait at all.
  void wait(const std::stop_token& stop) {
    constexpr std::chrono::milliseconds breath{1000};
    std::chrono::milliseconds time = breath;
    const bool waited = attempt([&] {
      time = thrown_ ? std::max(state_.delay(), breath) : state_.delay();
      progress_.promise(std::chrono::steady_clock::now(), time);
      source_.wait(time);
    });
    if (!waited) {
      pause(std::max(time, breath), stop);
    }
  }

  // A wait that needs no source, and no memory.
  void pause(std::chrono::milliseconds time, const std::stop_token& stop) {
    std::unique_lock lock(pause_mutex_);
    stopped_.wait_for(lock, stop, time, [] { return false; });
  }

  ReadingTime reading_;
  PollState state_;
  FeedSource& source_;
  std::function<void(FeedNews)> post_;
  std::function<PollTime()> now_;
  PollProgress& progress_;
  std::optional<FeedNews> news_;  // of this poll
  std::optional<std::chrono::seconds> retry_after_;
  std::exception_ptr thrown_;  // and not posted yet
  std::mutex pause_mutex_;
  std::condition_variable_any stopped_;
};

}  // namespace

Poller::Poller(PollState state, std::unique_ptr<FeedSource> source, Mailbox<FeedNews>& mailbox,
               std::function<void()> wake, std::function<PollTime()> now)
    : Poller(
          std::move(state), std::move(source),
          [&mailbox, wake = std::move(wake)](FeedNews news) {
            mailbox.post(std::move(news));
            wake();
          },
          std::move(now)) {}

Poller::Poller(PollState state, std::unique_ptr<FeedSource> source, std::function<void(FeedNews)> post,
               std::function<PollTime()> now)
    : source_(std::move(source)) {
  auto loop = std::make_unique<PollLoop>(std::move(state), *source_, std::move(post), std::move(now), progress_);
  thread_ = std::jthread([loop = std::move(loop)](const std::stop_token& stop) { loop->run(stop); });
}

Poller::~Poller() {
  thread_.request_stop();
  source_->interrupt();
}

}  // namespace kiosk
