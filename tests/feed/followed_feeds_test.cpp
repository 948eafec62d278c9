#include "feed/followed_feeds.h"

#include "tests/catch.h"

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

FeedNews with_schedule() {
  FeedNews news;
  news.schedule = std::make_shared<const Schedule>(Schedule::Parts{});
  news.status.last_success = Instant(100s);
  news.problems = {{.what = "a problem of the schedule"}};
  news.sessions_held = 3;
  return news;
}

}  // namespace

TEST_CASE("news without a schedule keep the one that is known, as old as it was") {
  const FeedNews known = with_schedule();
  FeedNews failed;
  failed.failure = Problem{.what = "connection refused"};
  failed.status.failing_since = Instant(200s);
  const FeedNews news = with_schedule_known(failed, known);
  CHECK(news.schedule == known.schedule);
  CHECK(news.status == FeedStatus{Instant(100s), Instant(200s)});
  CHECK(news.failure == failed.failure);
  CHECK(news.problems == known.problems);
  CHECK(news.sessions_held == 3);
}

TEST_CASE("news with a schedule of their own take nothing from before") {
  FeedNews fresh = with_schedule();
  fresh.status = {.last_success = {}, .failing_since = {}, .kept = Instant(50s)};
  fresh.problems.clear();
  const FeedNews news = with_schedule_known(fresh, with_schedule());
  CHECK(news.schedule == fresh.schedule);
  CHECK(news.status == fresh.status);
  CHECK(news.problems.empty());
}

TEST_CASE("with nothing known, news are what they are") { CHECK(with_schedule_known({}, {}).schedule == nullptr); }

TEST_CASE("feeds are followed anew when anything that concerns them changes, and for nothing else") {
  const FeedsToFollow what{.feeds = {"https://example.org/feed.json"},
                           .pages = {{.hall = "gorky", .url = "https://a"}}};
  CHECK(what == FeedsToFollow(what));
  const auto changed = [&](auto change) {
    FeedsToFollow other = what;
    change(other);
    return other != what;
  };
  CHECK(changed([](FeedsToFollow& other) { other.feeds.push_back("/srv/more.json"); }));
  CHECK(changed([](FeedsToFollow& other) { other.access.token = "/etc/token"; }));
  CHECK(changed([](FeedsToFollow& other) { other.cache_folder = "/var/cache"; }));
  CHECK(changed([](FeedsToFollow& other) { other.poll_interval = 11s; }));
  CHECK(changed([](FeedsToFollow& other) { other.holds.sessions = 6; }));
  CHECK(changed([](FeedsToFollow& other) { other.pages[0].from = "2024-04-17T10:00:00"; }));
}

TEST_CASE("a feed is a server's or a file's by its address") {
  CHECK(FeedsToFollow{.feeds = {"https://a/f.json"}}.any_server());
  CHECK_FALSE(FeedsToFollow{.feeds = {"https://a/f.json"}}.any_file());
  CHECK(FeedsToFollow{.feeds = {"HTTP://a", "/srv/f.json"}}.any_file());
  CHECK_FALSE(FeedsToFollow{}.any_server());
  CHECK(FeedsToFollow{}.first().empty());
}

TEST_CASE("only the first feed is a programme of its own, and no address tells its password") {
  const FeedsToFollow what{.feeds = {"https://user:word@a/f.json", "/srv/f.json"}};
  CHECK(what.context(0).file == "https://a/f.json");
  CHECK_FALSE(what.context(0).addition);
  CHECK(what.context(1).addition);
}
