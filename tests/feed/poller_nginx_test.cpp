#include "feed/open_source.h"
#include "feed/poller.h"

#include <condition_variable>
#include <mutex>

#include "tests/catch.h"
#include "tests/dialects/feed_text.h"
#include "tests/harness/nginx.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a test of many of its values
using namespace std::chrono_literals;
using kiosk::test::feed_of;
using kiosk::test::Nginx;
using kiosk::test::replace_file;
using kiosk::test::session_of;
using kiosk::test::TemporaryFolder;

namespace {

// A poller of a real server, and the newest it said. Its clock stands still: what is waited for is news.
class Listener {
 public:
  Listener(const std::string& url, const std::filesystem::path& cache, Instant now) {
    PollState state({.feed = url, .cache_folder = cache, .interval = 50ms}, 1);
    at_once_ = state.start();
    poller_.emplace(
        std::move(state), open_feed_source(url), mailbox_, [this] { wake(); }, [now] { return now; });
  }

  const FeedNews& at_once() const { return at_once_; }

  // The first news that satisfies; empty ones where they never come.
  template <class Condition>
  FeedNews until(Condition condition) {
    FeedNews newest;
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, kiosk::test::patience, [&] {
      if (auto news = mailbox_.take()) {
        newest = *std::move(news);
      }
      return condition(newest);
    });
    return condition(newest) ? newest : FeedNews();
  }

 private:
  void wake() {
    const std::lock_guard lock(mutex_);
    changed_.notify_all();
  }

  Mailbox<FeedNews> mailbox_;
  std::mutex mutex_;
  std::condition_variable changed_;
  FeedNews at_once_;
  std::optional<Poller> poller_;  // goes first
};

const Instant ten = kiosk::test::at("2024-04-17T10:00:00");
const std::string one = feed_of(session_of("opening"));
const std::string two = feed_of(session_of("opening") + ",\n" + session_of("closing"));

auto shows(std::size_t sessions) {
  return [sessions](const FeedNews& news) {
    return news.schedule != nullptr && news.schedule->sessions().size() == sessions;
  };
}

}  // namespace

TEST_CASE("a feed edited on the server is shown") {
  const Nginx nginx;
  const TemporaryFolder cache;
  replace_file(nginx.root() / "feed.json", one);
  Listener listener(nginx.url("/feed.json"), cache.path(), ten);
  CHECK(listener.at_once().schedule == nullptr);
  const FeedNews first = listener.until(shows(1));
  REQUIRE(first.schedule != nullptr);
  CHECK(first.status.last_success == ten);

  const FeedNews same = listener.until([](const FeedNews& news) { return news.counts.not_modified >= 3; });
  CHECK(same.schedule == first.schedule);
  CHECK(same.counts.new_body == 1);

  replace_file(nginx.root() / "feed.json", two);
  CHECK(listener.until(shows(2)).schedule != nullptr);
}

TEST_CASE("with the server stopped the last good schedule stays, and with it back polling goes on") {
  Nginx nginx;
  const TemporaryFolder cache;
  replace_file(nginx.root() / "feed.json", one);
  Listener listener(nginx.url("/feed.json"), cache.path(), ten);
  REQUIRE(listener.until(shows(1)).schedule != nullptr);

  nginx.stop();
  const FeedNews down = listener.until([](const FeedNews& news) { return news.counts.failed >= 2; });
  REQUIRE(shows(1)(down));
  CHECK(down.status.failing_since == ten);
  REQUIRE(down.failure);
  CHECK(down.failure->file == nginx.url("/feed.json"));

  replace_file(nginx.root() / "feed.json", two);
  nginx.start();
  const FeedNews back = listener.until(shows(2));
  REQUIRE(back.schedule != nullptr);
  CHECK_FALSE(back.failure);
  CHECK_FALSE(back.status.failing_since);
}

TEST_CASE("restarted while the server is down, the last good schedule is there at once") {
  Nginx nginx;
  const TemporaryFolder cache;
  replace_file(nginx.root() / "feed.json", one);
  const auto before = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  REQUIRE(Listener(nginx.url("/feed.json"), cache.path(), ten).until(shows(1)).schedule != nullptr);
  nginx.stop();

  Listener restarted(nginx.url("/feed.json"), cache.path(), ten + 1h);
  REQUIRE(shows(1)(restarted.at_once()));
  // On disk it is by the server's clock, which here is this machine's: a kiosk's own may stand in 1970.
  const Instant fetched = restarted.at_once().status.kept.value_or(ten);
  CHECK(fetched >= before - 1s);  // nginx looks at its clock now and then
  CHECK(fetched <= std::chrono::system_clock::now());
  const FeedNews down = restarted.until([](const FeedNews& news) { return news.failure.has_value(); });
  REQUIRE(shows(1)(down));
  CHECK(down.status == FeedStatus{{}, ten + 1h, fetched});

  nginx.start();
  const FeedNews confirmed = restarted.until([](const FeedNews& news) { return news.counts.not_modified >= 1; });
  REQUIRE(shows(1)(confirmed));
  CHECK(confirmed.status == FeedStatus{ten + 1h, {}});
  CHECK(confirmed.counts.new_body == 0);
}

TEST_CASE("a feed replaced by garbage changes nothing that is shown and is reported, until it is repaired") {
  const Nginx nginx;
  const TemporaryFolder cache;
  replace_file(nginx.root() / "feed.json", one);
  Listener listener(nginx.url("/feed.json"), cache.path(), ten);
  const FeedNews first = listener.until(shows(1));
  REQUIRE(first.schedule != nullptr);

  replace_file(nginx.root() / "feed.json", "<html>502</html>");
  const FeedNews refused = listener.until([](const FeedNews& news) { return news.counts.refused >= 2; });
  CHECK(refused.schedule == first.schedule);
  REQUIRE(refused.failure);
  CHECK(to_string(*refused.failure).starts_with(nginx.url("/feed.json") + ":1: not JSON"));
  CHECK(refused.status.failing_since == ten);

  replace_file(nginx.root() / "feed.json", two);
  const FeedNews repaired = listener.until(shows(2));
  REQUIRE(repaired.schedule != nullptr);
  CHECK_FALSE(repaired.failure);
}
