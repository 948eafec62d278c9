#include <future>

#include "feed/http_source.h"
#include "feed/open_source.h"
#include "tests/catch.h"
#include "tests/harness/nginx.h"

using namespace std::chrono_literals;
using kiosk::FetchOutcome;
using kiosk::open_feed_source;
using kiosk::Validators;
using kiosk::test::for_ever;
using kiosk::test::LoopbackSocket;
using kiosk::test::Nginx;
using kiosk::test::patience;
using kiosk::test::write_file;

namespace {

using Kind = FetchOutcome::Kind;

FetchOutcome fetch(const std::string& url, const Validators& known = {}) { return open_feed_source(url)->fetch(known); }

}  // namespace

TEST_CASE("a feed is fetched with its validators") {
  const Nginx nginx;
  nginx.put("feed.json", "{\"a\": 1}");
  const FetchOutcome outcome = fetch(nginx.url("/feed.json"));
  CHECK(outcome.kind == Kind::new_body);
  CHECK(outcome.body == "{\"a\": 1}");
  CHECK(outcome.validators.etag.starts_with('"'));
  CHECK(outcome.validators.last_modified.ends_with("GMT"));
  CHECK(outcome.bytes > outcome.body.size());
}

TEST_CASE("a feed that has not changed costs a 304 and at most 400 bytes both ways") {
  const Nginx nginx;
  nginx.put("feed.json", std::string(100'000, ' '));
  const auto source = open_feed_source(nginx.url("/feed.json"));
  const FetchOutcome first = source->fetch({});
  REQUIRE(first.kind == Kind::new_body);
  const FetchOutcome second = source->fetch(first.validators);
  CHECK(second.kind == Kind::not_modified);
  CHECK(second.body.empty());
  CHECK(second.bytes > 100);
  CHECK(second.bytes <= 400);
  CHECK(kiosk::test::eventually([&] { return nginx.access_log().ends_with("\nGET /feed.json 304 0\n"); }));
}

TEST_CASE("a changed feed is fetched in spite of the validators") {
  const Nginx nginx;
  nginx.put("feed.json", "one");
  const auto source = open_feed_source(nginx.url("/feed.json"));
  const FetchOutcome first = source->fetch({});
  nginx.put("feed.json", "another");
  const FetchOutcome second = source->fetch(first.validators);
  CHECK(second.kind == Kind::new_body);
  CHECK(second.body == "another");
  CHECK(second.validators != first.validators);
}

TEST_CASE("where there is no ETag, Last-Modified is asked by") {
  const Nginx nginx("etag off;");
  nginx.put("feed.json", "one");
  const auto source = open_feed_source(nginx.url("/feed.json"));
  const FetchOutcome first = source->fetch({});
  CHECK(first.validators.etag.empty());
  REQUIRE_FALSE(first.validators.last_modified.empty());
  CHECK(source->fetch(first.validators).kind == Kind::not_modified);
}

TEST_CASE("a 304 nobody asked for is a failure") {
  const Nginx nginx("location /feed.json { return 304; }");
  const FetchOutcome outcome = fetch(nginx.url("/feed.json"));
  CHECK(outcome.kind == Kind::failed);
  CHECK(outcome.problem.what.starts_with("the server answered 304"));
}

TEST_CASE("a feed travels compressed") {
  const Nginx nginx;
  const std::string text(1'000'000, 'x');
  nginx.put("feed.json", text);
  const auto source = open_feed_source(nginx.url("/feed.json"));
  const FetchOutcome outcome = source->fetch({});
  CHECK(outcome.kind == Kind::new_body);
  CHECK(outcome.body == text);
  CHECK(outcome.bytes < 20'000);
  CHECK(source->fetch(outcome.validators).kind == Kind::not_modified);
}

TEST_CASE("a body of exactly the limit is taken, one byte more is not") {
  const Nginx nginx("gzip off;");
  write_file(nginx.root() / "feed.json", "");
  std::filesystem::resize_file(nginx.root() / "feed.json", kiosk::max_feed_bytes);
  CHECK(fetch(nginx.url("/feed.json")).body.size() == kiosk::max_feed_bytes);
  std::filesystem::resize_file(nginx.root() / "feed.json", kiosk::max_feed_bytes + 1);
  const FetchOutcome outcome = fetch(nginx.url("/feed.json"));
  CHECK(outcome.kind == Kind::failed);
  CHECK(outcome.body.empty());
  CHECK(outcome.problem.what == "the feed is larger than 32 MiB");
  CHECK(outcome.problem.right == "this is no feed");
}

TEST_CASE("a small body that unpacks to more than the limit is cut") {
  const Nginx nginx;
  write_file(nginx.root() / "feed.json", "");
  std::filesystem::resize_file(nginx.root() / "feed.json", 2 * kiosk::max_feed_bytes);
  const FetchOutcome outcome = fetch(nginx.url("/feed.json"));
  CHECK(outcome.kind == Kind::failed);
  CHECK(outcome.problem.what == "the feed is larger than 32 MiB");
  CHECK(outcome.problem.right == "this is no feed");
  CHECK(outcome.bytes < 1'000'000);
}

TEST_CASE("an answer that is no 200 is told by number and name, with what to do") {
  const Nginx nginx(R"(
    location /busy { add_header Retry-After 7 always; return 503; }
    location /dated { add_header Retry-After "Wed, 21 Oct 2099 07:28:00 GMT" always; return 503; }
    location /private { return 401; }
    location /teapot { return 418; }
    location /nothing { return 204; })");
  const auto failure = [&](const std::string& path) {
    FetchOutcome outcome = fetch(nginx.url(path));
    CHECK(outcome.kind == Kind::failed);
    CHECK(outcome.body.empty());
    CHECK(outcome.problem.file == nginx.url(path));
    CHECK(outcome.bytes > 0);
    return outcome;
  };
  CHECK(to_string(failure("/none.json").problem) ==
        nginx.url("/none.json") + ": the server answered 404 Not Found; check the address");
  CHECK_FALSE(failure("/none.json").retry_after);
  const FetchOutcome busy = failure("/busy");
  CHECK(busy.problem.what == "the server answered 503 Service Unavailable");
  CHECK(busy.problem.right == "the kiosk keeps asking");
  CHECK(busy.retry_after == 7s);
  CHECK(failure("/dated").retry_after.value() > 365 * 24h);
  CHECK(failure("/private").problem.what == "the server answered 401 Unauthorized");
  CHECK(failure("/teapot").problem.what == "the server answered 418");
  CHECK(failure("/teapot").problem.right == "expected 200 and a feed");
  CHECK(failure("/nothing").problem.what == "the server answered 204 No Content");
  CHECK(failure("/nothing").problem.right == "expected 200 and a feed");
}

TEST_CASE("a 200 with nothing in it is a failure") {
  const Nginx nginx;
  write_file(nginx.root() / "feed.json", "");
  const FetchOutcome outcome = fetch(nginx.url("/feed.json"));
  CHECK(outcome.kind == Kind::failed);
  CHECK(outcome.problem.what == "the server answered 200 with nothing in it");
  CHECK(outcome.problem.right == "expected a feed");
}

TEST_CASE("a redirect to http is followed, and its end's validators count") {
  const Nginx nginx("location = /old.json { return 302 /feed.json; }");
  nginx.put("feed.json", "one");
  const auto source = open_feed_source(nginx.url("/old.json"));
  const FetchOutcome first = source->fetch({});
  CHECK(first.body == "one");
  CHECK(source->fetch(first.validators).kind == Kind::not_modified);
}

TEST_CASE("a redirect to anything but http is refused, and so is the sixth") {
  const kiosk::test::TemporaryFolder folder;
  write_file(folder / "secret", "secret");
  const Nginx nginx("location /file { return 302 file://" + (folder / "secret").string() +
                    "; }\nlocation /ftp { return 302 ftp://127.0.0.1/x; }\nlocation /loop { return 302 /loop; }");
  for (const char* path : {"/file", "/ftp"}) {
    const FetchOutcome outcome = fetch(nginx.url(path));
    CHECK(outcome.kind == Kind::failed);
    CHECK(outcome.problem.what.find("not supported") != std::string::npos);
  }
  const FetchOutcome loop = fetch(nginx.url("/loop"));
  CHECK(loop.kind == Kind::failed);
  CHECK(loop.problem.what == "Maximum (5) redirects followed");
}

TEST_CASE("nobody at the port is a failure that says so") {
  const std::string url = "http://127.0.0.1:" + std::to_string(kiosk::test::free_port()) + "/feed.json";
  const FetchOutcome outcome = fetch(url);
  CHECK(outcome.kind == Kind::failed);
  CHECK(to_string(outcome.problem).starts_with(url + ": Failed to connect to 127.0.0.1 port"));
}

TEST_CASE("an address that is none is a failure") {
  for (const char* url : {"http://", "http://[::", "http://a b/"}) {
    CAPTURE(url);
    CHECK(fetch(url).kind == Kind::failed);
  }
}

TEST_CASE("a password is sent to the server and told to nobody else") {
  const Nginx nginx(R"(location / { if ($http_authorization != "Basic a2lvc2s6aHVudGVyMg==") { return 401; } })");
  write_file(nginx.root() / "feed.json", "one");
  const std::string address = nginx.url("/").substr(7);
  CHECK(fetch("http://kiosk:hunter2@" + address + "feed.json").body == "one");
  const std::string missing = to_string(fetch("http://kiosk:hunter2@" + address + "none.json").problem);
  CHECK(missing.starts_with("http://" + address + "none.json: the server answered 404"));
  CHECK(missing.find("hunter2") == std::string::npos);
  const std::string nobody = to_string(
      fetch("http://kiosk:hunter2@127.0.0.1:" + std::to_string(kiosk::test::free_port()) + "/feed.json").problem);
  CHECK(nobody.find("hunter2") == std::string::npos);
  CHECK(nobody.find("kiosk") == std::string::npos);
}

TEST_CASE("one connection serves many polls") {
  const Nginx nginx("location = /requests { return 200 $connection_requests; }");
  const auto source = open_feed_source(nginx.url("/requests"));
  CHECK(source->fetch({}).body == "1");
  CHECK(source->fetch({}).body == "2");
  CHECK(source->fetch({}).body == "3");
}

TEST_CASE("a server that was restarted is polled on") {
  Nginx nginx;
  nginx.put("feed.json", "one");
  const auto source = open_feed_source(nginx.url("/feed.json"));
  const FetchOutcome first = source->fetch({});
  nginx.stop();
  CHECK(source->fetch(first.validators).kind == Kind::failed);
  nginx.start();
  CHECK(source->fetch(first.validators).kind == Kind::not_modified);
}

TEST_CASE("an interruption cuts a server that hangs, at once and for good") {
  LoopbackSocket silent;
  silent.listen();
  const auto source = kiosk::open_http_source("http://127.0.0.1:" + std::to_string(silent.port()) + "/feed.json", {},
                                              {.connect = for_ever, .stalled = for_ever, .whole = for_ever});
  auto fetched = std::async(std::launch::async, [&] { return source->fetch({}); });
  CHECK(fetched.wait_for(50ms) == std::future_status::timeout);
  source->interrupt();
  REQUIRE(fetched.wait_for(patience) == std::future_status::ready);
  const FetchOutcome outcome = fetched.get();
  CHECK(outcome.kind == Kind::failed);
  CHECK(outcome.problem.what == "interrupted");
  CHECK(source->fetch({}).problem.what == "interrupted");
  source->wait(for_ever);
}

TEST_CASE("an interruption ends a wait, and a wait ends by itself") {
  const auto source = open_feed_source("http://127.0.0.1/feed.json");
  const auto begin = std::chrono::steady_clock::now();
  source->wait(30ms);
  CHECK(std::chrono::steady_clock::now() - begin >= 30ms);
  source->wait(0ms);
  auto waited = std::async(std::launch::async, [&] { source->wait(for_ever); });
  source->interrupt();
  CHECK(waited.wait_for(patience) == std::future_status::ready);
}
