#include "net/transfers.h"

#include <stdlib.h>

#include "tests/catch.h"
#include "tests/harness/certificates.h"
#include "tests/harness/nginx.h"
#include "tests/harness/recording_server.h"

using namespace std::chrono_literals;
using kiosk::HttpAnswer;
using kiosk::HttpRequest;
using kiosk::HttpTransfers;
using kiosk::test::Authority;
using kiosk::test::Certificate;
using kiosk::test::Exchange;
using kiosk::test::FaultyServer;
using kiosk::test::for_ever;
using kiosk::test::http_answer;
using kiosk::test::LoopbackSocket;
using kiosk::test::Nginx;
using kiosk::test::patience;
using kiosk::test::RecordingServer;
using kiosk::test::write_file;

namespace {

HttpRequest request(const std::string& url, std::chrono::seconds stalled = for_ever,
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

HttpAnswer answer(HttpTransfers& transfers, HttpRequest request) {
  transfers.start(std::move(request));
  std::vector<HttpAnswer> ended = answers(transfers, 1);
  return ended.empty() ? HttpAnswer() : std::move(ended.front());
}

HttpRequest from_outside(const std::string& url) {
  HttpRequest its = request(url);
  its.internet_only = true;
  return its;
}

// The environment's proxy for as long as it lives.
class Proxied {
 public:
  explicit Proxied(const std::string& proxy, const char* excepted = "") {
    ::setenv("http_proxy", proxy.c_str(), 1);
    ::setenv("no_proxy", excepted, 1);
  }
  ~Proxied() {
    ::unsetenv("http_proxy");
    ::unsetenv("no_proxy");
  }
  Proxied(const Proxied&) = delete;
  Proxied& operator=(const Proxied&) = delete;
};

const std::string leads_home = "this leads to this machine or into its own network, where a feed from outside may not";

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

TEST_CASE("this machine is not asked for what a feed from outside names, in whatever notation and with any port") {
  const RecordingServer server([](const Exchange& connection) { connection.send(http_answer("secret")); });
  const std::string port = ':' + std::to_string(server.port()) + "/";
  HttpTransfers transfers;
  for (const std::string host :
       {"127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "0"}) {
    CAPTURE(host);
    const HttpAnswer refused = answer(transfers, from_outside("http://" + host + port));
    CHECK(refused.kind == HttpAnswer::Kind::failed);
    CHECK(refused.forbidden);
    CHECK(refused.error.what.starts_with(leads_home));
  }
  CHECK(server.requests().empty());
  CHECK(answer(transfers, request(server.url())).body == "secret");
}

TEST_CASE("a connection kept from a request that was allowed is not used by one that is not") {
  FaultyServer server([](const Exchange& connection) {
    connection.send(http_answer("feed"));
    return true;
  });
  HttpTransfers transfers;
  CHECK(answer(transfers, request(server.url("/a"))).body == "feed");
  const HttpAnswer refused = answer(transfers, from_outside(server.url("/b")));
  CHECK(refused.forbidden);
  CHECK(refused.error.what.starts_with(leads_home));
  CHECK(server.requests() == 1);
}

TEST_CASE("behind a proxy a host that says itself that it is at home is refused, at every hop") {
  const RecordingServer proxy([](const Exchange& connection) {
    const bool leads = connection.head().starts_with("GET http://public.example/to-router");
    connection.send(leads ? http_answer("", "Location: http://192.168.1.1/\r\n", "302 Found") : http_answer("picture"));
  });
  const Proxied proxied("http://127.0.0.1:" + std::to_string(proxy.port()));
  HttpTransfers transfers;
  CHECK(answer(transfers, from_outside("http://public.example/logo.png")).body == "picture");
  for (const std::string host : {"localhost", "router", "printer.local", "10.0.0.1", "0xa9fea9fe", "[fd00::1]"}) {
    CAPTURE(host);
    CHECK(answer(transfers, from_outside("http://" + host + "/")).forbidden);
  }
  CHECK(proxy.requests().size() == 1);
  const HttpAnswer redirected = answer(transfers, from_outside("http://public.example/to-router"));
  CHECK(redirected.forbidden);
  CHECK(redirected.error.what.starts_with(leads_home));
  CHECK(proxy.requests().size() == 2);
}

TEST_CASE("a host that is excepted from the proxy is judged by its address again") {
  const RecordingServer server([](const Exchange& connection) { connection.send(http_answer("secret")); });
  const Proxied proxied("http://127.0.0.1:" + std::to_string(server.port()), "localhost");
  HttpTransfers transfers;
  CHECK(answer(transfers, from_outside("http://localhost:" + std::to_string(server.port()) + "/")).forbidden);
  CHECK(server.requests().empty());
}

TEST_CASE("a redirect from https to http is refused, for whomever it is") {
  const RecordingServer plain([](const Exchange& connection) { connection.send(http_answer("changed on the way")); });
  const Authority venue;
  const Certificate certificate = venue.issue("server", "IP:127.0.0.1");
  const Nginx nginx("ssl_certificate " + certificate.file.string() + "; ssl_certificate_key " +
                        certificate.key.string() + ";\nlocation /down { return 302 " + plain.url() +
                        "; }\nlocation /stay { return 302 /feed; }\nlocation /feed { return 200 feed; }",
                    "ssl");
  HttpTransfers transfers({.feed = nginx.url("/"), .authorities = venue.file()});
  const HttpAnswer down = answer(transfers, request(nginx.url("/down")));
  CHECK(down.kind == HttpAnswer::Kind::failed);
  CHECK(down.error.what == "a redirect leads from https:// to http://, where anyone on the way may change the answer");
  CHECK_FALSE(down.error.right.empty());
  CHECK(plain.requests().empty());
  HttpTransfers afresh({.feed = nginx.url("/"), .authorities = venue.file()});  // with a connection of its own
  const HttpAnswer stay = answer(afresh, request(nginx.url("/stay")));
  CHECK(stay.body == "feed");
  REQUIRE(stay.server_time);
  CHECK(stay.server_time->vouched);
  // What `check` tells of it: the certificate is good for two days more.
  CHECK(stay.facts.status == 200);
  REQUIRE(stay.facts.certificate_until);
  const auto left = *stay.facts.certificate_until - stay.server_time->time;
  CHECK(left > std::chrono::hours(47));
  CHECK(left <= std::chrono::hours(48));
}

TEST_CASE("a server's time is vouched for by TLS, or where it is on this machine, and not through a proxy") {
  const RecordingServer server([](const Exchange& connection) {
    connection.send(http_answer("feed", "Date: Wed, 17 Apr 2024 12:00:00 GMT\r\n"));
  });
  HttpTransfers transfers;
  const HttpAnswer here = answer(transfers, request(server.url()));
  REQUIRE(here.server_time);
  CHECK(here.server_time->vouched);
  CHECK(here.local);
  CHECK_FALSE(here.facts.certificate_until);
  const Proxied proxied("http://127.0.0.1:" + std::to_string(server.port()));
  for (const std::string host : {"example.org", "127.0.0.1:1", "10.0.0.1"}) {
    CAPTURE(host);
    const HttpAnswer away = answer(transfers, request("http://" + host + "/"));
    REQUIRE(away.server_time);
    CHECK_FALSE(away.server_time->vouched);
    CHECK(away.local == (host != "example.org"));
  }
}

TEST_CASE("bodies under way take no more than their share of memory together, and free it at their end") {
  const Nginx nginx;
  write_file(nginx.root() / "a", std::string(1000, 'a'));
  write_file(nginx.root() / "b", std::string(1001, 'b'));
  HttpTransfers transfers({}, 1000);
  for (int i = 0; i < 3; ++i) {
    CHECK(answer(transfers, request(nginx.url("/a"))).body.size() == 1000);
  }
  HttpRequest larger = request(nginx.url("/b"));
  larger.most_bytes = 2000;
  const HttpAnswer refused = answer(transfers, larger);
  CHECK(refused.kind == HttpAnswer::Kind::failed);
  CHECK_FALSE(refused.forbidden);
  CHECK(refused.error.what == "too many large answers arrive at once");
  CHECK(answer(transfers, request(nginx.url("/a"))).body.size() == 1000);
}
