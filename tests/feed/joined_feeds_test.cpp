#include "feed/joined_feeds.h"

#include "feed/poll_state.h"
#include "tests/catch.h"
#include "tests/dialects/feed_text.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a test of many of its values
using namespace std::chrono_literals;
using kiosk::test::at;
using kiosk::test::feed_of;
using kiosk::test::session_of;

namespace {

const Instant ten = at("2024-04-17T10:00:00");
const std::string whole = feed_of(session_of("opening"));
const std::string full = R"({"format": "venue-feed/1", "sessions": [{"id": "opening", "state": "full"}]})";

FetchOutcome body(const std::string& text) {
  return {.kind = FetchOutcome::Kind::new_body, .body = text, .validators = {.etag = "\"a\""}, .bytes = 100};
}
FetchOutcome failed() { return {.problem = {.what = "the server answered 503"}}; }

// Two feeds, polled by hand.
struct Two {
  explicit Two(std::vector<BroadcastPage> pages = {}) : joined(2, std::move(pages)) {}

  PollState first{{.feed = "http://a/1", .is_part = true}, 1};
  PollState second{{.feed = "http://a/2", .context = {.addition = true}, .is_part = true}, 1};
  JoinedFeeds joined;
  std::vector<FeedNews> posted;

  void take(std::size_t feed, FeedNews news) {
    joined.take(feed, std::move(news), [this](FeedNews all) { posted.push_back(std::move(all)); });
  }
  void start() {
    take(0, first.start());
    take(1, second.start());
  }
  const FeedNews& news() const { return posted.back(); }
  SessionState state() const { return news().schedule->sessions().at(0).state; }
};

}  // namespace

TEST_CASE("nothing is posted before every feed has told what is on disk") {
  Two two;
  two.take(1, two.second.start());
  CHECK(two.posted.empty());
  two.take(0, two.first.start());
  REQUIRE(two.posted.size() == 1);
  CHECK(two.news().schedule == nullptr);
  CHECK_FALSE(two.news().failure);
}

TEST_CASE("two feeds make one schedule, in the order of the settings whichever comes first") {
  for (const bool second_first : {false, true}) {
    Two two;
    two.start();
    if (second_first) {
      two.take(1, two.second.take(body(full), ten));
      CHECK(two.news().schedule == nullptr);
      CHECK(two.news().problems.empty());
    }
    two.take(0, two.first.take(body(whole), ten));
    if (!second_first) {
      CHECK(two.state() == SessionState::confirmed);
      two.take(1, two.second.take(body(full), ten));
    }
    CHECK(two.state() == SessionState::full);
    CHECK(two.news().problems.empty());
    CHECK(two.news().counts.new_body == 2);
    CHECK(two.news().counts.bytes == 200);
  }
}

TEST_CASE("the schedule stays the very same while neither feed changes") {
  Two two;
  two.start();
  two.take(0, two.first.take(body(whole), ten));
  two.take(1, two.second.take(body(full), ten));
  const auto schedule = two.news().schedule;
  two.take(0, two.first.take({.kind = FetchOutcome::Kind::not_modified}, ten + 10s));
  two.take(1, two.second.take(body(full), ten + 10s));
  two.take(1, two.second.take(failed(), ten + 20s));
  CHECK(two.news().schedule == schedule);
}

TEST_CASE("of two feeds one that is down leaves both, and the age is the older's") {
  Two two;
  two.start();
  two.take(0, two.first.take(body(whole), ten));
  two.take(1, two.second.take(body(full), ten));
  two.take(1, two.second.take(failed(), ten + 10s));
  two.take(0, two.first.take({.kind = FetchOutcome::Kind::not_modified}, ten + 20s));
  CHECK(two.state() == SessionState::full);
  CHECK(two.news().status == FeedStatus{ten, ten + 10s});
  CHECK(two.news().failure->what == "the server answered 503");
  two.take(1, two.second.take({.kind = FetchOutcome::Kind::not_modified}, ten + 30s));
  CHECK(two.news().status == FeedStatus{ten + 20s, std::nullopt});
  CHECK_FALSE(two.news().failure);
}

TEST_CASE("a later feed that was never there leaves the first") {
  Two two;
  two.start();
  two.take(1, two.second.take(failed(), ten));
  two.take(0, two.first.take(body(whole), ten + 1s));
  CHECK(two.news().schedule->sessions().size() == 1);
  CHECK(two.news().failure);
  CHECK(two.news().status == FeedStatus{ten + 1s, ten});
}

TEST_CASE("what one feed and the joining have to tell is told together") {
  Two two({{.hall = "nowhere", .url = "https://example.org", .place = {.where = "broadcast"}}});
  two.start();
  two.take(0, two.first.take(body(feed_of(session_of("a", R"("kind": "?")"))), ten));
  two.take(1, two.second.take(body(full), ten));
  REQUIRE(two.news().problems.size() == 3);
  CHECK(two.news().problems[0].where == "/sessions/0/kind");
  CHECK(two.news().problems[1].what.find("no feed before this one has a session \"opening\"") != std::string::npos);
  CHECK(two.news().problems[2].where == "broadcast");
}

TEST_CASE("the settings' pages are on the joined schedule, of one feed, too") {
  JoinedFeeds joined(1, {{.hall = "gorky", .url = "https://example.org/live"}});
  PollState state({.feed = "http://a/1", .is_part = true}, 1);
  std::optional<FeedNews> posted;
  joined.take(0, state.take(body(whole), ten), [&](FeedNews news) { posted = std::move(news); });
  REQUIRE(posted);
  CHECK(posted->schedule->halls()[0].broadcast == Link{"https://example.org/live"});
}

TEST_CASE("feeds are of this machine's own network together when each is, and nothing is known before all are") {
  const auto joined = [](std::optional<bool> first, std::optional<bool> second) {
    std::vector<FeedNews> news(2);
    news[0].local = first;
    news[1].local = second;
    return join_news(news).local;
  };
  CHECK(joined(true, true) == true);
  CHECK(joined(true, false) == false);
  CHECK_FALSE(joined(true, {}));
  CHECK_FALSE(joined({}, false));
}
