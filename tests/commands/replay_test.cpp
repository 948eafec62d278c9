// The demo's days before every hall's screen, as its feed is read.

#include "tests/board/replay.h"

#include <fstream>
#include <iterator>

#include "dialects/read_feed.h"
#include "tests/catch.h"

using namespace kiosk;

TEST_CASE("no minute of the demo has an empty or wrong or contradicting board") {
  std::ifstream file(KIOSK_SOURCE_DIR "/assets/demo/feed.json");
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const Result<FeedReading> reading = read_feed(bytes, FeedContext{"feed.json", {}, ""});
  REQUIRE(reading);
  REQUIRE(reading->problems.empty());
  const Schedule& schedule = *reading->schedule;
  REQUIRE(schedule.halls().size() == 5);
  REQUIRE(schedule.span());
  const Instant from = start_of_event_day(schedule.span()->start, schedule.time_zone()) - std::chrono::hours(24);
  const Instant until = next_event_day(schedule.span()->end, schedule.time_zone()) + std::chrono::hours(24);
  CHECK(replay::faults_of(schedule, from, until) == std::vector<std::string>{});
}
