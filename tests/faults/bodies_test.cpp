#include <sstream>

#include "tests/faults/stage.h"
#include "tests/harness/gzip.h"

using namespace kiosk::test;

// Good HTTP around a feed that is none, or an unusual one.

namespace {

constexpr std::size_t mebibyte = 1U << 20U;

std::string feed_answer(const std::string& body, const std::string& headers = "") {
  return http_answer("200 OK", headers + "Content-Type: application/json\r\n", body);
}

std::string packed_answer(const std::string& packed) { return feed_answer(packed, "Content-Encoding: gzip\r\n"); }

// The feed is odd but right: it comes to the glass as any other.
void board_follows(const std::string& body) {
  Stage stage;
  REQUIRE(stage.good_board());
  stage.server.answer_by(answering(feed_answer(body)));
  const auto there = stage.time_to_edited_board();
  CHECK(there);
  CHECK(stage.machine.end() == 0);
  record(there ? "the edited board after " + seconds_text(*there) : "not the edited board", stage.last_warning(),
         "none needed");
}

// The most memory it ever had, in bytes.
std::size_t peak_memory(pid_t process) {
  const std::string status = file_text("/proc/" + std::to_string(process) + "/status");
  std::size_t kibibytes = 0;
  std::istringstream(status.substr(status.find("VmHWM:") + 6)) >> kibibytes;
  return kibibytes * 1024;
}

// As board_stands_through, and never more than the limit's worth of memory is taken for it.
void board_and_memory_stand_through(const FaultyServer::Answer& answer) {
  std::size_t before = 0;
  std::size_t after = 0;
  board_stands_through({.begin =
                            [&](Stage& stage) {
                              before = peak_memory(stage.machine.process().pid());
                              stage.server.answer_by(answer);
                            },
                        .logged = "larger than 32 MiB",
                        .end =
                            [&](Stage& stage) {
                              after = peak_memory(stage.machine.process().pid());
                              stage.server.let_go();
                            }});
  CHECK(before > 0);
#ifndef __SANITIZE_ADDRESS__  // which keeps what was freed
  CHECK(after - before < 100 * mebibyte);
#endif
}

std::string utf16(const std::string& ascii, bool mark) {
  std::string text = mark ? "\xff\xfe" : "";
  for (const char c : ascii) {
    text += {c, '\0'};
  }
  return text;
}

}  // namespace

TEST_CASE("a body shorter than its length") {
  const std::string half = edited_feed.substr(0, edited_feed.size() / 2);
  board_stands_through("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(edited_feed.size()) + "\r\n\r\n" + half,
                       "broke off before its end", false);
}

TEST_CASE("a body longer than its length") {
  const std::size_t half = edited_feed.size() / 2;
  board_stands_through("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(half) + "\r\n\r\n" + edited_feed,
                       "not JSON");
}

TEST_CASE("chunks that break off") {
  board_stands_through("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n400\r\n" + edited_feed.substr(0, 0x400) +
                           "\r\n400\r\nhalf a chunk",
                       "the kiosk keeps asking", false);
}

TEST_CASE("33 MiB with a length") {
  board_and_memory_stand_through([](const Exchange& exchange) {
    return exchange.send("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(33 * mebibyte) + "\r\n\r\n") &&
           exchange.send(std::string(33 * mebibyte, ' '));
  });
}

TEST_CASE("33 MiB without a length") {
  board_and_memory_stand_through([](const Exchange& exchange) {
    exchange.send("HTTP/1.1 200 OK\r\n\r\n" + edited_feed);
    exchange.send(std::string(33 * mebibyte, ' '));
    return false;
  });
}

TEST_CASE("a gzip bomb") { board_and_memory_stand_through(answering(packed_answer(gzip_bomb(256 * mebibyte)))); }

TEST_CASE("gzip cut short") {
  const std::string packed = gzipped(edited_feed);
  board_stands_through(packed_answer(packed.substr(0, packed.size() / 2)), "feed.json");
}

TEST_CASE("gzip that is none") { board_stands_through(packed_answer(edited_feed), "cannot be unpacked"); }

TEST_CASE("broken UTF-8") {
  std::string broken = edited_feed;
  broken.insert(broken.find("Форум") + 1, "\xff");
  board_stands_through(feed_answer(broken), "not UTF-8");
}

TEST_CASE("UTF-16") { board_stands_through(feed_answer(utf16("{\"format\": \"venue-feed/1\"}", false)), "feed.json"); }

TEST_CASE("UTF-16 with a byte order mark") {
  board_stands_through(feed_answer(utf16("{\"format\": \"venue-feed/1\"}", true)), "feed.json");
}

TEST_CASE("UTF-8 with a byte order mark") { board_follows("\xef\xbb\xbf" + edited_feed); }

TEST_CASE("100 000 brackets deep") { board_stands_through(feed_answer(std::string(100'000, '[')), "feed.json"); }

TEST_CASE("a value nested too deep in a good feed") {
  std::string deep = edited_feed;
  deep.insert(deep.find('{') + 1, "\"x\": " + std::string(5'000, '[') + std::string(5'000, ']') + ",");
  board_stands_through(feed_answer(deep), "feed.json");
}

TEST_CASE("10 000 sessions") {
  std::string many;
  for (int i = 0; i < 10'000; ++i) {
    const std::string day = std::to_string(100 + i % 28).substr(1);
    many += R"({"id": "s)" + std::to_string(i) + R"(", "hall": "multimedia", "title": "Session", "start": "2024-06-)" +
            (day == "00" ? "28" : day) + R"(T10:00:00+03:00", "end": "2024-06-)" + (day == "00" ? "28" : day) +
            R"(T10:05:00+03:00"},)";
  }
  std::string feed = edited_feed;
  feed.insert(feed.find('[', feed.find("\"sessions\"")) + 1, many);
  board_follows(feed);
}
