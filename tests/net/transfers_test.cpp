#include "net/transfers.h"

#include "tests/catch.h"
#include "tests/harness/nginx.h"

using namespace std::chrono_literals;
using kiosk::HttpAnswer;
using kiosk::HttpTransfers;
using kiosk::test::for_ever;
using kiosk::test::LoopbackSocket;
using kiosk::test::Nginx;
using kiosk::test::patience;
using kiosk::test::write_file;

namespace {

kiosk::HttpRequest request(const std::string& url, std::chrono::seconds stalled = for_ever,
                           std::chrono::seconds whole = for_ever) {
  return {.url = url, .most_bytes = 1000, .stalled = stalled, .whole = whole};
}

// The first `count` answers, in the order they ended; fewer where they never come.
std::vector<HttpAnswer> answers(HttpTransfers& transfers, std::size_t count) {
  std::vector<HttpAnswer> all;
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (all.size() < count && std::chrono::steady_clock::now() < deadline) {
    for (HttpAnswer& answer : transfers.wait(patience)) {
      all.push_back(std::move(answer));
    }
  }
  return all;
}

std::string url_of(const LoopbackSocket& silent) { return "http://127.0.0.1:" + std::to_string(silent.port()) + "/"; }

}  // namespace

TEST_CASE("several transfers go on at once, each with its own answer") {
  const Nginx nginx;
  LoopbackSocket silent;
  silent.listen();
  write_file(nginx.root() / "a", "one");
  write_file(nginx.root() / "b", std::string(1001, 'x'));
  HttpTransfers transfers;
  transfers.start(request(url_of(silent)));
  for (const char* path : {"/a", "/b", "/none"}) {
    transfers.start(request(nginx.url(path)));
  }
  std::size_t seen = 0;
  for (const HttpAnswer& answer : answers(transfers, 3)) {
    if (answer.url == nginx.url("/a")) {
      CHECK(answer.status == 200);
      CHECK(answer.body == "one");
      ++seen;
    } else if (answer.url == nginx.url("/b")) {
      CHECK(answer.kind == HttpAnswer::Kind::too_large);
      CHECK(answer.body.empty());
      ++seen;
    } else if (answer.url == nginx.url("/none")) {
      CHECK(answer.status == 404);
      ++seen;
    }
  }
  CHECK(seen == 3);
  transfers.stop();
  CHECK(transfers.wait(0ms).empty());
}

TEST_CASE("a server that accepts and never answers is cut") {
  LoopbackSocket silent;
  silent.listen();
  HttpTransfers transfers;
  SECTION("because it is too slow") { transfers.start(request(url_of(silent), 1s, for_ever)); }
  SECTION("because it takes too long in all") { transfers.start(request(url_of(silent), for_ever, 1s)); }
  const auto ended = answers(transfers, 1);
  REQUIRE(ended.size() == 1);
  CHECK(ended[0].kind == HttpAnswer::Kind::failed);
  CHECK_FALSE(ended[0].error.what.empty());
}

TEST_CASE("a call from before a wait ends it, once") {
  HttpTransfers transfers;
  transfers.wake();
  CHECK(transfers.wait(for_ever).empty());
  const auto begin = std::chrono::steady_clock::now();
  CHECK(transfers.wait(20ms).empty());
  CHECK(std::chrono::steady_clock::now() - begin >= 20ms);
}
