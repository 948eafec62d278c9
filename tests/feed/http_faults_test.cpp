// What a network and a server can do to a poll: each time one line that says what is wrong, and no more harm.

#include <stdlib.h>

#include <future>

#include "feed/http_source.h"
#include "tests/catch.h"
#include "tests/harness/child_process.h"
#include "tests/harness/gzip.h"
#include "tests/harness/loopback.h"
#include "tests/harness/recording_server.h"

using namespace std::chrono_literals;
using kiosk::FetchOutcome;
using kiosk::open_http_source;
using kiosk::PollLimits;
using kiosk::test::Exchange;
using kiosk::test::FaultyServer;
using kiosk::test::gzipped;
using kiosk::test::http_answer;
using kiosk::test::RecordingServer;

namespace {

using Kind = FetchOutcome::Kind;
// None that a busy machine may reach; a test of one makes that one short.
constexpr PollLimits no_limits{.connect = 1h, .stalled = 1h, .whole = 1h};
constexpr PollLimits cut_when_stalled{.connect = 1h, .stalled = 1s, .whole = 1h};

FetchOutcome fetch(const std::string& url, PollLimits limits = no_limits) {
  return open_http_source(url, {}, limits)->fetch({});
}

// What is wrong with a poll that brought nothing, which is one line and names the feed.
std::string fault(const std::string& url, PollLimits limits = no_limits) {
  const FetchOutcome outcome = fetch(url, limits);
  CHECK(outcome.kind == Kind::failed);
  CHECK(outcome.body.empty());
  CHECK_FALSE(outcome.server_time);
  CHECK(outcome.problem.file == url);
  CHECK(outcome.problem.what.find('\n') == std::string::npos);
  return to_string(kiosk::Problem{.what = outcome.problem.what, .right = outcome.problem.right});
}

// The same, of a server that sends these bytes and closes.
std::string fault_of(const std::string& bytes) {
  const RecordingServer server([&](const Exchange& connection) { connection.send(bytes); });
  return fault(server.url());
}

}  // namespace

TEST_CASE("nobody at the port: the fault names who was asked, and repeats itself word by word") {
  const std::string port = std::to_string(kiosk::test::free_port());
  const std::string said =
      "Failed to connect to 127.0.0.1 port " + port + "; is the server running, and this machine's network up?";
  CHECK(fault("http://127.0.0.1:" + port + "/feed.json") == said);
  CHECK(fault("http://127.0.0.1:" + port + "/feed.json") == said);
}

TEST_CASE("a name that nobody knows is told") {
  CHECK(fault("http://no-such-host.invalid/feed.json", {}) ==
        "Could not resolve host: no-such-host.invalid; check the address, and this machine's network");
}

TEST_CASE("an address that is none is told, and what one looks like") {
  CHECK(fault("http://a:port/") == "this is no address; write one like https://example.org/feed.json");
}

TEST_CASE("a host that swallows packets is given up after the time to connect") {
  FaultyServer server([](const Exchange&) { return false; });
  server.drop_connections();
  CHECK(fault(server.url("/"), {.connect = 200ms, .stalled = 1h, .whole = 1h}) ==
        "no connection to 127.0.0.1 within 200 ms; is the server running, and this machine's network up?");
}

TEST_CASE("a server that accepts and never answers is cut after the time to stall") {
  const RecordingServer server([](const Exchange& connection) {
    while (connection.pause(1s)) {
    }
  });
  CHECK(fault(server.url(), cut_when_stalled) ==
        "the server stalled: less than 10 bytes a second for 1 s; the kiosk keeps asking");
}

TEST_CASE("a byte a second is a server that stalls") {
  const RecordingServer server([](const Exchange& connection) {
    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
    while (connection.send("x") && connection.pause(300ms)) {
    }
  });
  CHECK(fault(server.url(), cut_when_stalled).starts_with("the server stalled: less than 10 bytes a second for 1 s"));
}

TEST_CASE("an answer that goes on and on is cut after the time for the whole of it") {
  const RecordingServer server([](const Exchange& connection) {
    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
    while (connection.send(std::string(100, 'x')) && connection.pause(50ms)) {
    }
  });
  CHECK(fault(server.url(), {.connect = 1h, .stalled = 1h, .whole = 1s}) ==
        "the answer had not arrived whole after 1 s; the kiosk keeps asking");
}

TEST_CASE("a connection that is reset in the middle of a body has brought nothing") {
  const RecordingServer server([](const Exchange& connection) {
    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"format\": ");
    connection.end_by_reset();
  });
  const std::string what = fault(server.url());
  CHECK((what.starts_with("the connection broke off (") || what.starts_with("the answer broke off")));
}

TEST_CASE("a connection that closes without a word is told") {
  CHECK(fault_of("").starts_with("the connection broke off ("));
  CHECK(fault_of("HTTP/1.1 200 OK\r\nContent-Le") != "");
}

TEST_CASE("a body shorter than its length is no body") {
  const std::string broke_off = "the answer broke off before its end; the kiosk keeps asking";
  CHECK(fault_of("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{}") == broke_off);
  CHECK(fault_of("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{}   \r\n5\r\n{}") == broke_off);
}

TEST_CASE("a body longer than its length is taken to its length, and the next poll starts afresh") {
  const RecordingServer server([](const Exchange& connection) {
    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nevil");
  });
  const auto source = open_http_source(server.url(), {}, no_limits);
  CHECK(source->fetch({}).body == "{}");
  CHECK(source->fetch({}).body == "{}");
}

TEST_CASE("what is not HTTP is told") {
  CHECK(fault_of("SSH-2.0-OpenSSH_9.2\r\n").starts_with("what answers there does not speak HTTP ("));
  CHECK(fault_of("\x16\x03\x01 garbage").starts_with("what answers there does not speak HTTP ("));
  CHECK(fault_of("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n{}") != "");
}

TEST_CASE("headers without an end are cut") {
  std::string endless = "HTTP/1.1 200 OK\r\n";
  for (int i = 0; i < 40'000; ++i) {
    endless += "X-Filler: 0123456789012345678901234567890\r\n";
  }
  CHECK(fault_of(endless) != "");
}

TEST_CASE("an answer that is no 200 is a fault, whatever is in it") {
  const auto answered = [](const std::string& status, const std::string& body = "{}") {
    return fault_of(http_answer(body, "Content-Type: application/json\r\n", status));
  };
  CHECK(answered("500 Internal Server Error") ==
        "the server answered 500 Internal Server Error; the kiosk keeps asking");
  CHECK(answered("502 Bad Gateway") == "the server answered 502 Bad Gateway; the kiosk keeps asking");
  CHECK(answered("206 Partial Content") == "the server answered 206 Partial Content; expected 200 and a feed");
  CHECK(answered("204 No Content", "") == "the server answered 204 No Content; expected 200 and a feed");
  CHECK(answered("304 Not Modified", "") == "the server answered 304 Not Modified; expected 200 and a feed");
  CHECK(answered("404 Not Found") == "the server answered 404 Not Found; check the address");
  CHECK(answered("401 Unauthorized") ==
        "the server answered 401 Unauthorized; let the kiosk read it, or name a token_file or login_file under [feed]");
  CHECK(answered("302 Found") == "the server answered 302; expected 200 and a feed");  // to nowhere
  CHECK(answered("999 Strange") == "the server answered 999; the kiosk keeps asking");
}

TEST_CASE("a wish to be asked later is heard with any answer that is no feed, as seconds and as a date") {
  const auto wish = [](const std::string& status, const std::string& header) {
    const RecordingServer server([&](const Exchange& connection) {
      connection.send(http_answer("", "Date: Wed, 17 Apr 2024 12:00:00 GMT\r\n" + header, status));
    });
    return fetch(server.url()).retry_after;
  };
  CHECK(wish("503 Service Unavailable", "Retry-After: 120\r\n") == 120s);
  CHECK(wish("429 Too Many Requests", "Retry-After: Wed, 17 Apr 2024 12:05:00 GMT\r\n") == 300s);
  CHECK(wish("500 Internal Server Error", "retry-after: 5\r\n") == 5s);
  CHECK(wish("404 Not Found", "Retry-After: 9\r\n") == 9s);
  CHECK_FALSE(wish("503 Service Unavailable", ""));
  CHECK_FALSE(wish("503 Service Unavailable", "Retry-After: soon\r\n"));
}

TEST_CASE("a portal's page arrives as any 200, for the reader of feeds to refuse") {
  const RecordingServer server([](const Exchange& connection) {
    connection.send(http_answer("<html>Welcome! Log in.</html>", "Content-Type: text/html\r\n"));
  });
  CHECK(fetch(server.url()).body == "<html>Welcome! Log in.</html>");
}

TEST_CASE("a redirect is followed to http and https alone, five times at most, and never quoted") {
  const auto redirected = [](const std::string& location) {
    return fault_of(http_answer("", "Location: " + location + "\r\n", "302 Found"));
  };
  const std::string refused = "a redirect leads to an address that is not supported; expected http or https";
  for (const char* location : {"file:///etc/passwd", "ftp://127.0.0.1/secret", "gopher://127.0.0.1:25/secret",
                               "javascript:secret", "http://", "https://a b/secret"}) {
    CAPTURE(location);
    CHECK(redirected(location) == refused);
  }
  const std::string loop = "Maximum (5) redirects followed; write the address where the feed is, or mend the server";
  CHECK(redirected("/feed.json") == loop);
  const RecordingServer counting([](const Exchange& connection) {
    connection.send(http_answer("", "Location: again\r\n", "307 Temporary Redirect"));
  });
  CHECK(fault(counting.url()) == loop);
  CHECK(counting.requests().size() == 6);
}

TEST_CASE("a body announced as larger than the limit is not fetched") {
  const std::string too_large = "the feed is larger than 32 MiB; this is no feed";
  CHECK(fault_of("HTTP/1.1 200 OK\r\nContent-Length: 34603008\r\n\r\n") == too_large);
  CHECK(fault_of("HTTP/1.1 200 OK\r\nContent-Length: 9223372036854775807\r\n\r\n") == too_large);
}

TEST_CASE("33 MiB in pieces without a length are cut on the way") {
  const RecordingServer server([](const Exchange& connection) {
    connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    const std::string piece = "100000\r\n" + std::string(0x100000, ' ') + "\r\n";
    for (int i = 0; i < 33 && connection.send(piece); ++i) {
    }
    connection.send("0\r\n\r\n");
  });
  CHECK(fault(server.url()) == "the feed is larger than 32 MiB; this is no feed");
}

TEST_CASE("a gzip bomb is cut at the limit") {
  static const std::string bomb = kiosk::test::gzip_bomb(2 * kiosk::max_feed_bytes);
  REQUIRE(bomb.size() < 1'000'000);
  CHECK(fault_of(http_answer(bomb, "Content-Encoding: gzip\r\n")) == "the feed is larger than 32 MiB; this is no feed");
  // Packed twice, curl unpacks it twice.
  CHECK(fault_of(http_answer(gzipped(bomb), "Content-Encoding: gzip, gzip\r\n")) ==
        "the feed is larger than 32 MiB; this is no feed");
}

TEST_CASE("what is broken where it was packed is told") {
  std::string packed = gzipped(std::string(1000, 'x') + "end");
  packed[packed.size() - 6] ^= 0x55;  // the checksum
  CHECK(fault_of(http_answer(packed, "Content-Encoding: gzip\r\n")).starts_with("the answer cannot be unpacked ("));
  CHECK(fault_of(http_answer("{}", "Content-Encoding: gzip\r\n")).starts_with("the answer cannot be unpacked ("));
  CHECK(fault_of(http_answer("{}", "Content-Encoding: br\r\n")).starts_with("the answer cannot be unpacked ("));
  CHECK(fault_of(http_answer("{}", "Content-Encoding: secret\r\n")).starts_with("the answer cannot be unpacked ("));
}

TEST_CASE("of what was packed and cut short the beginning arrives, for the reader of feeds to refuse") {
  std::string text = "[";
  for (int i = 0; i < 5000; ++i) {
    text += std::to_string(i * 7919) + ',';
  }
  const std::string packed = gzipped(text);
  for (const std::size_t length : {packed.size() - 20, packed.size() / 2, std::size_t(200)}) {
    CAPTURE(length);
    const RecordingServer server([&](const Exchange& connection) {
      connection.send(http_answer(packed.substr(0, length), "Content-Encoding: gzip\r\n"));
    });
    const FetchOutcome outcome = fetch(server.url());
    CHECK(outcome.body.size() < text.size());
    CHECK(text.starts_with(outcome.body));
  }
  CHECK_FALSE(fault_of(http_answer(packed.substr(0, 15), "Content-Encoding: gzip\r\n")).empty());
}

TEST_CASE("an empty header is no validator to ask by") {
  const RecordingServer server(
      [](const Exchange& connection) { connection.send(http_answer("{}", "ETag: \r\nLast-Modified:\r\n")); });
  const auto source = open_http_source(server.url(), {}, {});
  const FetchOutcome first = source->fetch({});
  CHECK(first.validators == kiosk::Validators{});
  source->fetch(first.validators);
  for (const std::string& request : server.requests()) {
    CHECK(request.find("If-") == std::string::npos);
  }
}

TEST_CASE("the server's clock is told with an answer that is good, not with one that is none") {
  const std::string date = "Date: Wed, 17 Apr 2024 12:00:00 GMT\r\n";
  const RecordingServer server([&](const Exchange& connection) {
    const std::string& request = connection.head();
    if (request.find("If-None-Match") != std::string::npos) {
      connection.send(http_answer("", date + "Age: 100\r\n", "304 Not Modified"));
    } else {
      connection.send(http_answer("{}", date + "ETag: \"1\"\r\n"));
    }
  });
  const kiosk::Instant noon(std::chrono::seconds(1713355200));
  const auto source = open_http_source(server.url(), {}, {});
  const FetchOutcome first = source->fetch({});
  REQUIRE(first.server_time);
  CHECK(first.server_time->time >= noon);
  CHECK(first.server_time->time <= noon + 10s);
  const FetchOutcome second = source->fetch(first.validators);
  CHECK(second.kind == Kind::not_modified);
  REQUIRE(second.server_time);
  CHECK(second.server_time->time >= noon + 100s);
  CHECK(second.server_time->time <= noon + 110s);
  CHECK_FALSE(fetch(RecordingServer([&](const Exchange& connection) {
                      connection.send(http_answer("", date, "500 No"));
                    }).url())
                  .server_time);
}

TEST_CASE("the proxy that the environment names is asked") {
  const RecordingServer proxy([](const Exchange& connection) { connection.send(http_answer("{}")); });
  ::setenv("http_proxy", ("http://visitor:hunter2@127.0.0.1:" + std::to_string(proxy.port())).c_str(), 1);
  const FetchOutcome by_proxy = fetch("http://no-such-host.invalid/feed.json", {});
  ::setenv("http_proxy", ("http://visitor:hunter2@127.0.0.1:" + std::to_string(kiosk::test::free_port())).c_str(), 1);
  const FetchOutcome proxy_down = fetch("http://no-such-host.invalid/feed.json", {});
  ::setenv("no_proxy", "127.0.0.1", 1);
  const FetchOutcome around = fetch(proxy.url(), {});
  ::unsetenv("http_proxy");
  ::unsetenv("no_proxy");
  CHECK(by_proxy.body == "{}");
  CHECK(around.body == "{}");
  const auto requests = proxy.requests();
  REQUIRE(requests.size() == 2);
  CHECK(requests[0].starts_with("GET http://no-such-host.invalid/feed.json HTTP/1.1"));
  CHECK(requests[0].find("Proxy-Authorization: Basic dmlzaXRvcjpodW50ZXIy") != std::string::npos);
  CHECK(requests[1].starts_with("GET /feed.json HTTP/1.1"));
  CHECK(proxy_down.problem.what.starts_with("Failed to connect to 127.0.0.1 port "));
  CHECK(to_string(proxy_down.problem).find("hunter2") == std::string::npos);
}

TEST_CASE("a wait after a poll that reached nobody ends a second after the network has come up") {
  const auto ip = [](const std::string& verb) {
    kiosk::test::ChildProcess process({"ip", "address", verb, "127.99.87.64/32", "dev", "lo"},
                                      {.output = "/dev/null", .errors = "/dev/null"});
    return process.wait_for() == 0;
  };
  ip("del");
  const auto source =
      open_http_source("http://127.0.0.1:" + std::to_string(kiosk::test::free_port()) + "/", {}, no_limits);
  REQUIRE(source->fetch({}).kind == Kind::failed);
  auto waited = std::async(std::launch::async, [&] {
    source->wait(kiosk::test::for_ever);
    return std::chrono::steady_clock::now();
  });
  const auto begin = std::chrono::steady_clock::now();
  const bool added = ip("add");
  const bool ended = added && waited.wait_for(kiosk::test::patience) == std::future_status::ready;
  ip("del");
  source->interrupt();
  if (!added) {
    WARN("not tested: no rights here to add an address to lo");
    return;
  }
  CHECK(ended);
  CHECK(waited.get() - begin >= 1s);
}

TEST_CASE("everything that curl can unpack is asked for") {
  const RecordingServer server(
      [](const Exchange& connection) { connection.send(http_answer(gzipped("{}"), "Content-Encoding: gzip\r\n")); });
  CHECK(fetch(server.url(), {}).body == "{}");
  const auto requests = server.requests();
  REQUIRE(requests.size() == 1);
  CHECK(requests[0].find("Accept-Encoding: deflate, gzip") != std::string::npos);
}
