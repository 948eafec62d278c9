// A document on a real server, by the configurations of config/server.

#include "net/put.h"

#include <atomic>
#include <chrono>
#include <string>
#include <vector>

#include "tests/catch.h"
#include "tests/harness/certificates.h"
#include "tests/harness/recording_server.h"
#include "tests/harness/schedule_server.h"

using namespace kiosk;
using namespace kiosk::test;

using Lock = WebDocument::Lock;
using Put = WebDocument::Put;

namespace {

constexpr std::size_t most = 1U << 20U;

WebDocument document(const ScheduleServer& server, const std::string& user = "anna",
                     const std::string& path = "/feed.json") {
  AccessFiles access{.authorities = server.authorities()};
  if (!user.empty()) {
    access.login = server.login(user);
  }
  return WebDocument(server.url(path), access, most);
}

std::string read(WebDocument& document) {
  const auto bytes = document.get();
  return !bytes ? to_string(bytes.error()) : bytes->value_or("nothing");
}

}  // namespace

TEST_CASE("a document is locked, written and let go, on both servers") {
  const auto kind = GENERATE(ServerKind::nginx, ServerKind::apache);
  INFO(name_of(kind));
  const ScheduleServer server(kind);
  server.put("old");
  WebDocument anna = document(server);
  WebDocument boris = document(server, "boris");
  REQUIRE(anna.lock() == Lock::held);
  CHECK(read(anna) == "old");
  CHECK(boris.lock() == Lock::others);
  CHECK(read(boris) == "old");
  CHECK(boris.put("boris was here") == Put::changed_meanwhile);
  CHECK(anna.put("new, and longer") == Put::written);
  CHECK(read(anna) == "new, and longer");
  anna.unlock();
  CHECK(boris.lock() == Lock::held);
  boris.unlock();
  INFO(server.error_log());
  CHECK(file_text(server.file()) == "new, and longer");
}

TEST_CASE("a document that is not there yet is nothing, locked or not, and can be written") {
  const auto kind = GENERATE(ServerKind::nginx, ServerKind::apache);
  INFO(name_of(kind));
  const ScheduleServer server(kind);
  WebDocument anna = document(server);
  CHECK(read(anna) == "nothing");
  REQUIRE(anna.lock() == Lock::held);
  CHECK(read(anna) == "nothing");
  CHECK(anna.put("first") == Put::written);
  anna.unlock();
  CHECK(read(anna) == "first");
}

TEST_CASE("whoever has no login reads and does not write") {
  const auto kind = GENERATE(ServerKind::nginx, ServerKind::apache);
  INFO(name_of(kind));
  const ScheduleServer server(kind);
  server.put("old");
  WebDocument stranger = document(server, "");
  CHECK(read(stranger) == "old");
  const auto lock = stranger.lock();
  REQUIRE_FALSE(lock);
  CHECK(to_string(lock.error()) == server.url() +
                                       ": the server does not let it be locked: 401 Unauthorized; give a login "
                                       "or a token that may write (--login-file, --token-file)");
  const auto put = stranger.put("mine");
  REQUIRE_FALSE(put);
  CHECK(to_string(put.error()).find("401 Unauthorized") != std::string::npos);
  CHECK(file_text(server.file()) == "old");
}

TEST_CASE("a missing folder is named as what is wrong") {
  const auto kind = GENERATE(ServerKind::nginx, ServerKind::apache);
  INFO(name_of(kind));
  const ScheduleServer server(kind);
  WebDocument anna = document(server, "anna", "/2024/feed.json");
  CHECK(read(anna) == "nothing");
  const auto lock = anna.lock();
  REQUIRE_FALSE(lock);
  CHECK(to_string(lock.error()).find("the folder of the document has to be there") != std::string::npos);
}

TEST_CASE("what the servers say lets polls be short and a CDN keep little") {
  const auto kind = GENERATE(ServerKind::nginx, ServerKind::apache);
  INFO(name_of(kind));
  const ScheduleServer server(kind);
  server.put("{}");
  AccessFiles access{.feed = server.url(), .authorities = server.authorities()};
  HttpTransfers transfers(access);
  const auto ask = [&](const Validators& known) {
    transfers.start({.url = server.url(),
                     .known = known,
                     .most_bytes = most,
                     .stalled = std::chrono::seconds(5),
                     .whole = std::chrono::seconds(5)});
    std::vector<HttpAnswer> answers;
    CHECK(eventually([&] {
      answers = transfers.wait(std::chrono::milliseconds(100));
      return !answers.empty();
    }));
    return answers.empty() ? HttpAnswer() : answers.front();
  };
  const HttpAnswer first = ask({});
  CHECK(first.status == 200);
  CHECK_FALSE(first.validators.etag.empty());
  CHECK(ask(first.validators).status == 304);
}

TEST_CASE("a server that knows no locks says so by 405, 501 or no token, and is written by its ETag") {
  for (const std::string status : {"405 Method Not Allowed", "501 Not Implemented", "200 OK"}) {
    RecordingServer server([&](const Exchange& exchange) {
      const std::string& head = exchange.head();
      exchange.send(head.starts_with("LOCK")  ? http_answer("", "", status)
                    : head.starts_with("GET") ? http_answer("old", "ETag: \"a1\"\r\n")
                    : head.find("\r\nIf-Match: \"a1\"\r\n") != std::string::npos
                        ? http_answer("", "", "412 Precondition Failed")
                        : http_answer("", "", "400 Bad Request"));
    });
    WebDocument document(server.url(), {}, most);
    CHECK(document.lock() == Lock::unknown);
    CHECK(read(document) == "old");
    CHECK(document.put("new") == Put::changed_meanwhile);
  }
}

TEST_CASE("whoever waits for a slow server hears how far it is, and not of one that is quick") {
  std::atomic<int> told = 0;  // by now
  const auto wait_until_told = [&](const Exchange& exchange, int times) {
    while (told < times && exchange.pause(std::chrono::milliseconds(1))) {
    }
  };
  RecordingServer server([&](const Exchange& exchange) {
    if (exchange.head().starts_with("GET")) {
      exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf ");
      wait_until_told(exchange, 1);
      exchange.send("half");
    } else {
      wait_until_told(exchange, 3);
      exchange.send(http_answer(""));
    }
  });
  std::vector<std::string> lines;
  const auto tell = [&](const WebDocument::Waiting& waiting) {
    lines.push_back(std::string(waiting.method) + ' ' + std::to_string(waiting.sent) + '/' +
                    std::to_string(waiting.to_send) + ' ' + std::to_string(waiting.received));
    told += lines.back() == "GET 0/0 5" || lines.back() == "PUT 3/3 0" ? 1 : 0;
  };
  WebDocument document(server.url(), {}, most, {.tell = tell, .every = std::chrono::milliseconds(1)});
  CHECK(read(document) == "half half");
  REQUIRE_FALSE(lines.empty());
  CHECK(lines.back() == "GET 0/0 5");
  CHECK(document.put("new") == Put::written);
  CHECK(lines.back() == "PUT 3/3 0");

  lines.clear();
  WebDocument in_time(server.url(), {}, most, {.tell = tell, .every = std::chrono::hours(1)});
  CHECK(in_time.put("new") == Put::written);
  CHECK(lines.empty());
}

TEST_CASE("a lock is asked for a minute, and for the document alone") {
  RecordingServer server([](const Exchange& exchange) {
    exchange.send(http_answer("", exchange.head().starts_with("LOCK") ? "Lock-Token: <urn:uuid:1>\r\n" : ""));
  });
  WebDocument document(server.url(), {}, most);
  REQUIRE(document.lock() == Lock::held);
  CHECK(document.put("new") == Put::written);
  { const LockedDocument locked(document); }
  document.unlock();  // is let go already
  const std::vector<std::string> requests = server.requests();
  REQUIRE(requests.size() == 3);
  CHECK(requests[0].find("\r\nDepth: 0\r\n") != std::string::npos);
  CHECK(requests[0].find("\r\nTimeout: Second-60\r\n") != std::string::npos);
  CHECK(requests[1].find("\r\nIf: (<urn:uuid:1>)\r\n") != std::string::npos);
  CHECK(requests[2].starts_with("UNLOCK "));
  CHECK(requests[2].find("\r\nLock-Token: <urn:uuid:1>\r\n") != std::string::npos);
}

TEST_CASE("a lock that nobody lets go ends within its minute", "[.minute]") {
  const auto kind = GENERATE(ServerKind::nginx, ServerKind::apache);
  INFO(name_of(kind));
  const ScheduleServer server(kind);
  server.put("old");
  WebDocument anna = document(server);
  WebDocument boris = document(server, "boris");
  REQUIRE(anna.lock() == Lock::held);
  CHECK(boris.lock() == Lock::others);
  CHECK(eventually([&] { return boris.lock() == Lock::held; }, std::chrono::seconds(62)));
  boris.unlock();
}

TEST_CASE("a redirect takes no change elsewhere") {
  RecordingServer elsewhere([](const Exchange& exchange) { exchange.send(http_answer("")); });
  RecordingServer server([&](const Exchange& exchange) {
    exchange.send(http_answer("", "Location: " + elsewhere.url() + "\r\n", "307 Temporary Redirect"));
  });
  WebDocument document(server.url(), {}, most);
  const auto put = document.put("new");
  REQUIRE_FALSE(put);
  CHECK(to_string(put.error()).find("write the address where the document is") != std::string::npos);
  CHECK(elsewhere.requests().empty());
}
