#include "tests/faults/stage.h"

using namespace kiosk::test;
using namespace std::chrono_literals;

// HTTP that is right in itself and brings no feed.

namespace {

std::string moved_to(const std::string& address) {
  return http_answer("302 Found", "Location: " + address + "\r\n", "");
}

}  // namespace

TEST_CASE("500 Internal Server Error") {
  board_stands_through(http_answer("500 Internal Server Error", "", "oops"), "500 Internal Server Error");
}

TEST_CASE("503 with Retry-After") {
  // Asked again not before the two seconds are over, which the server had wished: by the server's own watch.
  using Clock = std::chrono::steady_clock;
  std::mutex mutex;
  std::vector<Clock::time_point> asked;
  bool busy = true;
  Stage stage;
  const auto before = stage.good_board();
  REQUIRE(before);
  stage.server.answer_by([&](const Exchange& exchange) {
    const std::lock_guard lock(mutex);
    asked.push_back(Clock::now());
    return busy ? exchange.send(http_answer("503 Service Unavailable", "Retry-After: 2\r\n", ""))
                : serving(edited_feed)(exchange);
  });
  REQUIRE(stage.machine.says("503 Service Unavailable"));
  const std::string glass = stage.glass_beside(*before);
  CHECK(glass == "the same board");
  {
    const std::lock_guard lock(mutex);
    busy = false;
  }
  const auto recovered = stage.time_to_edited_board();
  CHECK(recovered);
  CHECK(stage.machine.end() == 0);
  const std::lock_guard lock(mutex);
  REQUIRE(asked.size() >= 2);
  CHECK(asked[1] - asked[0] >= 2s);
  record(glass, stage.last_warning(), seconds_text(Clock::now() - asked[0]));
}

TEST_CASE("404 Not Found") {
  board_stands_through(http_answer("404 Not Found", "", "<h1>Not Found</h1>"), "404 Not Found");
}

TEST_CASE("401 Unauthorized") {
  board_stands_through(http_answer("401 Unauthorized", "WWW-Authenticate: Basic realm=\"feed\"\r\n", ""),
                       "401 Unauthorized");
}

TEST_CASE("a captive portal's page with 200") {
  board_stands_through(http_answer("200 OK", "Content-Type: text/html\r\nETag: \"portal\"\r\n",
                                   "<!DOCTYPE html><html><title>Welcome to our Wi-Fi</title></html>"),
                       "not JSON");
}

TEST_CASE("another JSON document with 200") {
  board_stands_through(http_answer("200 OK", "", R"({"error": "maintenance", "sessions": null})"), "feed.json");
}

TEST_CASE("200 with nothing in it") { board_stands_through(http_answer("200 OK", "", ""), "200 with nothing in it"); }

TEST_CASE("204 No Content") { board_stands_through("HTTP/1.1 204 No Content\r\n\r\n", "204 No Content"); }

TEST_CASE("206 Partial Content") {
  board_stands_through(
      http_answer("206 Partial Content", "Content-Range: bytes 0-99/12807\r\n", edited_feed.substr(0, 100)),
      "206 Partial Content");
}

TEST_CASE("304 Not Modified to a kiosk that has nothing") {
  Stage stage;
  stage.server.answer_by(answering("HTTP/1.1 304 Not Modified\r\n\r\n"));
  stage.machine.start(standing_clock());
  REQUIRE(stage.machine.shows_first_frame());
  CHECK(stage.machine.says("304"));
  const bool waits = shows_something(stage.machine.glass()) && stage.machine.links().empty();
  CHECK(waits);
  const std::string logged = stage.last_warning();
  stage.server.answer_by(serving(edited_feed));
  const auto recovered = stage.time_to_edited_board();
  CHECK(recovered);
  CHECK(stage.machine.end() == 0);
  record(waits ? "the hall, waiting for the schedule" : "something else", logged,
         recovered ? seconds_text(*recovered) : "never");
}

TEST_CASE("a redirect that leads in a circle") { board_stands_through(moved_to("/feed.json"), "redirect"); }

TEST_CASE("a redirect to a file of this machine") {
  const TemporaryFolder folder;
  write_file(folder / "feed.json", edited_feed);
  board_stands_through(moved_to("file://" + (folder / "feed.json").string()),
                       "a redirect leads to an address that is not supported");
}
