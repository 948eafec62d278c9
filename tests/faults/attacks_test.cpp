#include "tests/faults/attacks.h"

#include <sstream>

#include "tests/faults/stage.h"
#include "tests/harness/gzip.h"

using namespace kiosk::test;

// What a stranger's bytes do to a screen, in seconds and memory. table.sh prints the table.

namespace {

constexpr double mebibyte = 1U << 20U;

// The most memory it ever had, in MiB.
double peak_memory(pid_t process) {
  const std::string status = file_text("/proc/" + std::to_string(process) + "/status");
  const std::size_t at = status.find("VmHWM:");
  double kibibytes = 0;
  if (at != std::string::npos) {
    std::istringstream(status.substr(at + 6)) >> kibibytes;
  }
  return kibibytes * 1024 / mebibyte;
}

FaultyServer::Answer attacking(const Attack& attack) {
  const std::string feed =
      http_answer("200 OK", "Content-Encoding: gzip\r\nContent-Type: application/json\r\n", gzipped(attack.feed()));
  const std::string picture = http_answer("200 OK", "", attack.picture);
  return [feed, picture](const Exchange& exchange) {
    return exchange.send(exchange.head().starts_with("GET /picture") ? picture : feed);
  };
}

void stand_through(const Attack& attack) {
  INFO(attack.kind << ": " << attack.name);
  Stage stage;
  const std::optional<kiosk::Image> before = stage.good_board();
  REQUIRE(before);
  const pid_t process = stage.machine.process().pid();
  const double least = peak_memory(process);
  const std::size_t requests = stage.server.requests();
  const auto begin = std::chrono::steady_clock::now();
  stage.server.answer_by(attacking(attack));
  // The third request comes once the first answer was read, and then some.
  const bool goes_on = eventually([&] { return stage.server.requests() >= requests + 3 || !stage.machine.runs(); });
  const auto took = std::chrono::steady_clock::now() - begin;
  CHECK(goes_on);
  CHECK(stage.machine.runs());
  const std::string glass = stage.glass_beside(*before);
  CHECK((glass == "the same board" || glass == "the same board, with a mark" || glass == "a board without a code"));
  const double most = peak_memory(process);

  stage.server.answer_by(serving(edited_feed));
  const auto recovered = stage.time_to_edited_board();
  CHECK(recovered);

  // Once more, to end in the middle of it.
  const std::size_t asked = stage.server.requests();
  stage.server.answer_by(attacking(attack));
  CHECK(eventually([&] { return stage.server.requests() > asked || !stage.machine.runs(); }));
  const auto stop = std::chrono::steady_clock::now();
  CHECK(stage.machine.end() == 0);
  const auto ended = std::chrono::steady_clock::now() - stop;
  CHECK(ended < std::chrono::seconds(5));  // one, on a machine that is not busy
#ifndef __SANITIZE_ADDRESS__               // which keeps what was freed
  CHECK(most - least < 300);
#endif
  if (const char* file = std::getenv("KIOSK_ATTACKS_TABLE")) {
    std::ofstream(file, std::ios::app) << "| " << attack.kind << " | " << attack.name << " | " << glass << " | "
                                       << seconds_text(took) << " | " << std::lround(least) << " → "
                                       << std::lround(most) << " MiB | "
                                       << (recovered ? seconds_text(*recovered) : "never") << " | "
                                       << seconds_text(ended) << " |\n";
  }
}

// One of each kind is enough for a suite; the table has them all.
void stand_through_kind(const std::string& kind, std::size_t first, std::size_t most) {
  std::size_t seen = 0;
  for (const Attack& attack : attacks()) {
    if (attack.kind == kind && seen++ >= first && seen <= first + most) {
      stand_through(attack);
    }
  }
  CHECK(seen > first);
}

}  // namespace

TEST_CASE("texts that make a parser of markup slow") { stand_through_kind("markup", 0, 1); }
TEST_CASE("few bytes that stand for millions of slots") { stand_through_kind("slots", 0, 1); }
TEST_CASE("millions of values") { stand_through_kind("nodes", 0, 1); }
TEST_CASE("thousands of names that are nearly right") { stand_through_kind("hints", 0, 1); }
TEST_CASE("pictures that end their decoder") { stand_through_kind("pictures", 2, 1); }
TEST_CASE("pictures that fill memory") { stand_through_kind("pictures", 0, 1); }
TEST_CASE("letters that cover others") { stand_through_kind("marks", 0, 1); }
TEST_CASE("characters that command") { stand_through_kind("controls", 0, 1); }
TEST_CASE("times at the edges of time") { stand_through_kind("times", 0, 1); }

TEST_CASE("every attack", "[.attacks]") {
  for (const Attack& attack : attacks()) {
    DYNAMIC_SECTION(attack.kind << ": " << attack.name) { stand_through(attack); }
  }
}
