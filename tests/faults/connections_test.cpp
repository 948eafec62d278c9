#include "tests/faults/stage.h"

using namespace kiosk::test;
using namespace std::chrono_literals;

// Between the kiosk and its server: nobody there, or someone who does not talk as agreed.

TEST_CASE("connection refused") {
  board_stands_through({.begin = [](Stage& stage) { stage.server.refuse_connections(); },
                        .logged = "is the server running",
                        .end = [](Stage& stage) { stage.server.take_connections(); }});
}

TEST_CASE("packets lost on the way") {
  board_stands_through({.begin = [](Stage& stage) { stage.server.drop_connections(); },
                        .logged = "no connection to 127.0.0.1 within 10 s",
                        .end = [](Stage& stage) { stage.server.take_connections(); }});
}

TEST_CASE("connected but never answered") {
  // The connection of the fault stays open and silent for good: the kiosk has to give it up by itself.
  board_stands_through({.begin =
                            [](Stage& stage) {
                              stage.server.answer_by([](const Exchange& exchange) { return exchange.pause(for_ever); });
                            },
                        .logged = "the server stalled",
                        .end = [](Stage&) {}});
}

TEST_CASE("one byte a second") {
  Stage stage;
  const auto before = stage.good_board();
  REQUIRE(before);
  std::atomic<int> bytes = 0;
  stage.server.answer_by([&](const Exchange& exchange) {
    for (const char c : http_answer("200 OK", "", edited_feed)) {
      if (!exchange.send(std::string_view(&c, 1)) || !exchange.pause(1s)) {
        break;
      }
      ++bytes;
    }
    return false;
  });
  CHECK(eventually([&] { return bytes >= 3; }));
  const std::string glass = stage.glass_beside(*before);
  CHECK(glass == "the same board");
  stage.server.answer_by(serving(edited_feed));
  stage.server.let_go();
  const auto recovered = stage.time_to_edited_board();
  CHECK(recovered);
  CHECK(stage.machine.end() == 0);
  record(glass, stage.last_warning(), recovered ? seconds_text(*recovered) : "never");
}

TEST_CASE("a kiosk that waits for the end of an answer still ends at once when asked") {
  Stage stage;
  REQUIRE(stage.good_board());
  std::atomic<bool> asked = false;
  stage.server.answer_by([&](const Exchange& exchange) {
    asked = true;
    return trickle(exchange);
  });
  REQUIRE(eventually([&] { return asked.load(); }));
  stage.machine.process().send(SIGTERM);
  CHECK(stage.machine.process().wait_for(100s) == 0);  // the answer would be cut after 120
}

TEST_CASE("reset in the middle of the feed") {
  board_stands_through({.begin =
                            [](Stage& stage) {
                              stage.server.answer_by([](const Exchange& exchange) {
                                const std::string answer = http_answer("200 OK", "", edited_feed);
                                exchange.send(answer.substr(0, answer.size() / 2));
                                exchange.end_by_reset();
                                return false;
                              });
                            },
                        .logged = "the kiosk keeps asking"});
}

TEST_CASE("the connection ends without an answer") { board_stands_through("", "the kiosk keeps asking", false); }

TEST_CASE("no HTTP but noise") {
  board_stands_through("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n\xff\xfe\r\n\r\n", "does not speak HTTP", false);
}
