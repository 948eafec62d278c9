#include "organizer/edit_times.h"

#include "tests/catch.h"
#include "venue/parse_instant.h"

using namespace kiosk;
using std::chrono::minutes;

namespace {

const SaidZone moscow = find_time_zone("Europe/Moscow");
const Instant afternoon = *parse_instant("2024-04-17T14:42:00+03:00");

std::string when(std::string_view text, SaidZone zone = moscow) {
  const auto instant = parse_event_time(text, afternoon, zone);
  return instant ? format_instant(*instant, zone) : to_string(instant.error());
}

}  // namespace

TEST_CASE("minutes are written as people write them") {
  CHECK(parse_minutes("10m") == minutes(10));
  CHECK(parse_minutes("10") == minutes(10));
  CHECK(parse_minutes("1h") == minutes(60));
  CHECK(parse_minutes("1h30m") == minutes(90));
  CHECK(parse_minutes("0") == minutes(0));
  CHECK(parse_minutes("24h") == minutes(1440));
  for (const std::string_view wrong : {"", "m", "-5", "10s", "1:30", "1441m", "25h", "10 m", "h", "99999999999"}) {
    INFO(wrong);
    REQUIRE_FALSE(parse_minutes(wrong));
    CHECK(parse_minutes(wrong).error().right == "write \"10m\" or \"1h30m\"");
  }
}

TEST_CASE("a time of the clock is one of the event day, which turns at five") {
  CHECK(when("14:30") == "2024-04-17T14:30:00+03:00");
  CHECK(when("9:05") == "2024-04-17T09:05:00+03:00");
  CHECK(when("05:00") == "2024-04-17T05:00:00+03:00");
  CHECK(when("00:30") == "2024-04-18T00:30:00+03:00");
  CHECK(when("04:59") == "2024-04-18T04:59:00+03:00");
  CHECK(when("2024-04-19T10:00") == "2024-04-19T10:00:00+03:00");
  CHECK(when("2024-04-19T10:00:00Z") == "2024-04-19T13:00:00+03:00");
  for (const std::string_view wrong : {"", "24:00", "14:60", "14", "1430", "14:3", "14:30:00", "tomorrow"}) {
    INFO(wrong);
    CHECK(when(wrong).find("is no time; write \"14:30\"") != std::string::npos);
  }
}

TEST_CASE("without a zone only an instant with an offset is a time") {
  CHECK(when("14:30", SaidZone()) == "nobody says in which zone \"14:30\" is; write event.time_zone into the feed");
  CHECK(when("2024-04-19T10:00:00Z", SaidZone()) == "2024-04-19T10:00:00");
}

TEST_CASE("a time is written as the one before was") {
  const Instant half_past = *parse_instant("2024-04-17T14:30:00+03:00");
  CHECK(written_like("2024-04-17T10:00:00+03:00", half_past, moscow) == "2024-04-17T14:30:00+03:00");
  CHECK(written_like("2024-04-17T10:00", half_past, moscow) == "2024-04-17T14:30");
  CHECK(written_like("2024-04-17T10:00:00", half_past, moscow) == "2024-04-17T14:30:00");
  CHECK(written_like("2024-04-17 10:00", half_past, moscow) == "2024-04-17 14:30");
  CHECK(written_like("2024-04-17T07:00Z", half_past, moscow) == "2024-04-17T11:30Z");
  CHECK(written_like("2024-04-17T10:00+03:00", half_past, moscow) == "2024-04-17T14:30+03:00");
  // The second 02:30 of the night in which summer time ends.
  const SaidZone berlin = find_time_zone("Europe/Berlin");
  const Instant second = *parse_instant("2024-10-27T02:30:00+01:00");
  CHECK(written_like("2024-10-27T01:00", second, berlin) == "2024-10-27T02:30+01:00");
  CHECK(written_like("2024-10-27T01:00", second - minutes(60), berlin) == "2024-10-27T02:30");
  // What is no time teaches nothing.
  CHECK(written_like("soon", half_past, moscow) == "2024-04-17T14:30:00+03:00");
  CHECK(written_like("2024-04-17T10:00", half_past + std::chrono::seconds(5), moscow) == "2024-04-17T14:30:05");
}
