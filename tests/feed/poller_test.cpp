#include "feed/poller.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <new>

#include "feed/reading_time.h"
#include "tests/catch.h"
#include "tests/dialects/feed_text.h"
#include "tests/harness/patience.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a test of many of its values
using namespace std::chrono_literals;
using kiosk::test::at;
using kiosk::test::feed_of;
using kiosk::test::session_of;

namespace {

const Instant ten = at("2024-04-17T10:00:00");

// What a test tells a source to do, and what the source did; shared by their two threads.
class Script {
 public:
  void answer(FetchOutcome outcome) {
    const std::lock_guard lock(mutex_);
    answers_.push_back(std::move(outcome));
    changed_.notify_all();
  }
  // As a fetch ends that has no memory left.
  void answer_by_throwing() {
    const std::lock_guard lock(mutex_);
    answers_.push_back(std::nullopt);
    changed_.notify_all();
  }

  // Blocks as a server does that does not answer, until there is an answer or an interruption.
  FetchOutcome next_answer() {
    std::unique_lock lock(mutex_);
    ++fetches_;
    changed_.notify_all();
    changed_.wait(lock, [&] { return interrupted_ || !answers_.empty(); });
    if (interrupted_) {
      return {.problem = {.what = "interrupted"}};
    }
    const std::optional<FetchOutcome> answer = std::move(answers_.front());
    answers_.pop_front();
    if (!answer) {
      throw std::bad_alloc();
    }
    return *answer;
  }

  void interrupt() {
    const std::lock_guard lock(mutex_);
    interrupted_ = true;
    changed_.notify_all();
  }

  void wake() {
    const std::lock_guard lock(mutex_);
    ++wakes_;
    changed_.notify_all();
  }

  void note_wait(std::chrono::milliseconds time) {
    const std::lock_guard lock(mutex_);
    waits_.push_back(time);
    changed_.notify_all();
  }
  std::vector<std::chrono::milliseconds> waits() {
    const std::lock_guard lock(mutex_);
    return waits_;
  }

  bool fetched(int times) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, kiosk::test::patience, [&] { return fetches_ >= times; });
  }
  bool woken(int times) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, kiosk::test::patience, [&] { return wakes_ >= times; });
  }
  bool waited(int times) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, kiosk::test::patience, [&] { return std::ssize(waits_) >= times; });
  }
  bool interrupted() {
    const std::lock_guard lock(mutex_);
    return interrupted_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::optional<FetchOutcome>> answers_;
  std::vector<std::chrono::milliseconds> waits_;
  int fetches_ = 0;
  int wakes_ = 0;
  bool interrupted_ = false;
};

// What goes wrong on the poller's thread beside a fetch: each is called there before its part is done, and may throw.
struct Faults {
  std::function<void()> waiting = [] {};
  std::function<void()> posting = [] {};
  std::function<void()> telling_time = [] {};
};

// Throws from the call `first` on, so many times.
std::function<void()> throwing(int first, int times) {
  return [call = 0, first, times]() mutable {
    ++call;
    if (call >= first && call - first < times) {
      throw std::bad_alloc();
    }
  };
}

constexpr int for_ever = 1'000'000;

// Waits no time at all: what a test waits for is the next answer.
class ScriptedSource : public FeedSource {
 public:
  explicit ScriptedSource(
      Script& script, std::function<void()> waiting = [] {})
      : script_(script), waiting_(std::move(waiting)) {}
  FetchOutcome fetch(const Validators&) override { return script_.next_answer(); }
  void wait(std::chrono::milliseconds time) override {
    script_.note_wait(time);
    waiting_();
  }
  void interrupt() override { script_.interrupt(); }

 private:
  Script& script_;
  std::function<void()> waiting_;
};

const FetchOutcome unchanged{.kind = FetchOutcome::Kind::not_modified};

FetchOutcome body(const std::string& text) { return {.kind = FetchOutcome::Kind::new_body, .body = text}; }

// A poller of a scripted source; everything it talks to outlives it.
struct Stage {
  Script script;
  Mailbox<FeedNews> mailbox;
  std::optional<Poller> poller;

  explicit Stage(const Faults& faults = {}, std::chrono::milliseconds interval = 10s) {
    poller.emplace(
        PollState({.feed = "/srv/feed.json", .interval = interval}, 1),
        std::make_unique<ScriptedSource>(script, faults.waiting),
        [this, posting = faults.posting](FeedNews news) {
          posting();
          mailbox.post(std::move(news));
          script.wake();
        },
        [telling_time = faults.telling_time] {
          telling_time();
          return ten;
        });
  }
};

}  // namespace

TEST_CASE("a poller tells what is on disk, then what each poll brought, and wakes each time") {
  Stage stage;
  REQUIRE(stage.script.woken(1));
  const auto first = stage.mailbox.take();
  REQUIRE(first);
  CHECK(first->schedule == nullptr);

  stage.script.answer(body(feed_of(session_of("opening"))));
  REQUIRE(stage.script.woken(2));
  const auto second = stage.mailbox.take();
  REQUIRE(second);
  REQUIRE(second->schedule != nullptr);
  CHECK(second->schedule->sessions().size() == 1);
  CHECK(second->status.last_success == ten);

  stage.script.answer({.problem = {.what = "the server answered 503"}});
  REQUIRE(stage.script.woken(3));
  const auto third = stage.mailbox.take();
  REQUIRE(third);
  CHECK(third->schedule == second->schedule);
  CHECK(third->failure->what == "the server answered 503");
}

TEST_CASE("a poller that hangs is overdue three minutes later, and one that answers again is not") {
  Stage stage;
  REQUIRE(stage.script.fetched(1));  // and it waits for an answer
  const auto begun = std::chrono::steady_clock::now();
  CHECK_FALSE(stage.poller->progress().is_overdue(begun));
  CHECK_FALSE(stage.poller->progress().is_overdue(begun + 2min));
  CHECK(stage.poller->progress().is_overdue(begun + 3min + 1ms));
  stage.script.answer(unchanged);
  REQUIRE(stage.script.fetched(2));
  const auto again = std::chrono::steady_clock::now();
  CHECK_FALSE(stage.poller->progress().is_overdue(again + 2min));
}

TEST_CASE("a poller hangs that stays overdue, not one that was stopped with the whole process and goes on") {
  const PollProgress::Time now{100h};
  HangWatch watch;
  CHECK_FALSE(watch.hangs(false, now));
  CHECK_FALSE(watch.hangs(true, now + 1h));  // the first that is seen of it
  CHECK_FALSE(watch.hangs(true, now + 1h + HangWatch::moment - 1ns));
  CHECK(watch.hangs(true, now + 1h + HangWatch::moment));
  CHECK_FALSE(watch.hangs(false, now + 2h));
  CHECK_FALSE(watch.hangs(true, now + 3h));
}

TEST_CASE("a promise holds to its last moment, with the rest that was announced") {
  const PollProgress::Time now{100h};
  PollProgress progress;
  CHECK_FALSE(progress.is_overdue(PollProgress::Time::max()));  // nothing is promised yet
  progress.promise(now);
  CHECK_FALSE(progress.is_overdue(now + PollProgress::longest_step));
  CHECK(progress.is_overdue(now + PollProgress::longest_step + 1ns));
  progress.promise(now, 10min);
  CHECK_FALSE(progress.is_overdue(now + PollProgress::longest_step + 10min));
  CHECK(progress.is_overdue(now + PollProgress::longest_step + 10min + 1ns));
}

TEST_CASE("a poller that was not read for a while gives the newest alone") {
  Stage stage;
  for (int i = 1; i <= 5; ++i) {
    stage.script.answer(body(feed_of(session_of("s" + std::to_string(i)))));
  }
  REQUIRE(stage.script.woken(6));
  const auto news = stage.mailbox.take();
  REQUIRE(news);
  CHECK(news->schedule->sessions().front().id == "s5");
  CHECK(news->counts.new_body == 5);
  CHECK_FALSE(stage.mailbox.take());
}

TEST_CASE("destruction interrupts a fetch that would never end, and posts nothing of it") {
  Stage stage;
  REQUIRE(stage.script.fetched(1));
  stage.mailbox.take();
  stage.poller.reset();
  CHECK(stage.script.interrupted());
  CHECK_FALSE(stage.mailbox.take());
}

TEST_CASE("a poller may be destroyed as soon as it is made") {
  for (int i = 0; i < 50; ++i) {
    Stage stage;
    stage.poller.reset();
    REQUIRE(stage.script.interrupted());
  }
}

TEST_CASE("a poll that throws is a failed poll, and the next one is made") {
  Stage stage;
  stage.script.answer_by_throwing();
  REQUIRE(stage.script.woken(2));
  const auto news = stage.mailbox.take();
  REQUIRE(news);
  REQUIRE(news->failure);
  CHECK(news->failure->what.starts_with("the feed could not be looked at: "));
  stage.script.answer(body(feed_of(session_of("opening"))));
  REQUIRE(stage.script.woken(3));
  CHECK(stage.mailbox.take()->schedule != nullptr);
}

TEST_CASE("news that cannot be posted come as soon as they can be, as those of a failed poll") {
  int times = 1;
  SECTION("at once") {}
  SECTION("with the next poll") { times = 2; }
  SECTION("with a later poll") { times = 3; }
  Stage stage({.posting = throwing(2, times)});
  stage.script.answer(body(feed_of(session_of("opening"))));
  for (int i = 1; i < times; ++i) {
    stage.script.answer(unchanged);
  }
  REQUIRE(stage.script.woken(2));
  const auto news = stage.mailbox.take();
  REQUIRE(news);
  CHECK(news->schedule != nullptr);
  CHECK(news->status.failing_since == ten);
  REQUIRE(news->failure);
  CHECK(news->failure->what == "the feed could not be looked at: std::bad_alloc");
  stage.script.answer(unchanged);
  REQUIRE(stage.script.woken(3));
  CHECK_FALSE(stage.mailbox.take()->failure);
}

TEST_CASE("a poller goes on polling whose news can never be posted, and ends when it is told to") {
  Stage stage({.posting = throwing(1, for_ever)});
  for (int i = 1; i <= 5; ++i) {
    stage.script.answer(body(feed_of(session_of("s" + std::to_string(i)))));
  }
  stage.script.answer_by_throwing();
  REQUIRE(stage.script.fetched(7));
  stage.poller.reset();
  CHECK(stage.script.interrupted());
  CHECK_FALSE(stage.mailbox.take());
}

TEST_CASE("a source that cannot wait is polled after a pause, and each such poll has failed") {
  const auto begin = std::chrono::steady_clock::now();
  Stage stage({.waiting = throwing(1, for_ever)}, 1ms);
  stage.script.answer(body(feed_of(session_of("opening"))));
  REQUIRE(stage.script.fetched(2));
  CHECK(std::chrono::steady_clock::now() - begin >= 2s);
  const auto news = stage.mailbox.take();
  REQUIRE(news);
  CHECK(news->schedule != nullptr);
  REQUIRE(news->failure);
  CHECK(news->failure->what == "the feed could not be looked at: std::bad_alloc");
}

TEST_CASE("a poller may be destroyed in the pause after a wait that threw") {
  Stage stage({.waiting = throwing(2, for_ever)}, 1h);
  stage.script.answer(body(feed_of(session_of("opening"))));
  REQUIRE(stage.script.woken(2));
  CHECK_FALSE(stage.mailbox.take()->failure);
  REQUIRE(stage.script.waited(2));
  stage.poller.reset();
  SUCCEED("it has not slept through the pause of an hour");
}

TEST_CASE("polls at which nobody could tell the time are a second apart, and told when someone can") {
  // Each of two polls asks for what it is to send, for what it brought, and again for its failure.
  Stage stage({.telling_time = throwing(1, 6)}, 1ms);
  for (int i = 1; i <= 3; ++i) {
    stage.script.answer(body(feed_of(session_of("s" + std::to_string(i)))));
  }
  REQUIRE(stage.script.woken(2));
  const auto news = stage.mailbox.take();
  REQUIRE(news);
  REQUIRE(news->schedule != nullptr);
  CHECK(news->schedule->sessions().front().id == "s3");
  REQUIRE(news->failure);
  CHECK(news->failure->what == "the feed could not be looked at: std::bad_alloc");
  const auto waits = stage.script.waits();
  REQUIRE(waits.size() >= 3);
  CHECK(waits[0] == 0ms);
  CHECK(waits[1] >= 1s);
  CHECK(waits[2] >= 1s);
}

TEST_CASE("a server's wish counts though something else went wrong, too") {
  Stage stage({.posting = throwing(2, 1)});
  stage.script.answer({.problem = {.what = "the server answered 503"}, .retry_after = 300s});
  REQUIRE(stage.script.fetched(2));
  CHECK(stage.mailbox.take()->failure);
  const auto waits = stage.script.waits();
  REQUIRE(waits.size() == 2);
  CHECK(waits[1] >= 300s);
}

TEST_CASE("what was started before the thread is not read again by it") {
  Script script;
  Mailbox<FeedNews> mailbox;
  PollState state({.feed = "/srv/feed.json"}, 1);
  state.start();
  state.take(body(feed_of(session_of("opening"))), ten);
  const Poller poller(
      std::move(state), std::make_unique<ScriptedSource>(script), mailbox, [&] { script.wake(); }, [] { return ten; });
  REQUIRE(script.woken(1));
  CHECK(mailbox.take()->schedule != nullptr);
}

TEST_CASE("a read ends where a stop is requested, and else when its time is over") {
  std::string sessions = session_of("s");
  for (int i = 0; i < 5000; ++i) {
    sessions += ",\n" + session_of("s" + std::to_string(i));
  }
  std::stop_source stop;
  ReadingTime time(stop.get_token());
  CHECK_FALSE(time.is_over());
  time.begin();
  CHECK_FALSE(time.is_over());
  int asked = 0;
  const auto reading = read_feed(feed_of(sessions), {.give_up = [&] {
                                   if (++asked == 100) {
                                     stop.request_stop();
                                   }
                                   return time.give_up()();
                                 }});
  CHECK_FALSE(reading);
  CHECK(asked == 100);
}
