#include "dialects/schedule_json_times.h"

#include "tests/catch.h"

using namespace std::chrono_literals;
using kiosk::parse_day;
using kiosk::parse_session_length;
using kiosk::parse_wall_clock;

TEST_CASE("a session's length is hours and minutes, days before them, or minutes alone") {
  CHECK(parse_session_length("0:45") == 45min);
  CHECK(parse_session_length("00:45") == 45min);
  CHECK(parse_session_length("1:30") == 90min);
  CHECK(parse_session_length("27:00") == 27h);
  CHECK(parse_session_length("100:05") == 100h + 5min);
  CHECK(parse_session_length("1:02:00") == 26h);
  CHECK(parse_session_length("0:00:20") == 20min);
  CHECK(parse_session_length("45") == 45min);
  CHECK(parse_session_length("0") == 0min);
  CHECK(parse_session_length("0:00") == 0min);
  CHECK(parse_session_length("366:00:00") == 366 * 24h);
}

TEST_CASE("what is no length is none") {
  for (const char* text : {"", ":", "1:", ":30", "0:60", "1:24:00", "1:23:60", "-1:00", "+5", "1:-5", "1.5", "45 min",
                           "PT45M", "1:2:3:4", "366:00:01", "999999999999", "0x10", " 1", "1 "}) {
    CAPTURE(text);
    CHECK_FALSE(parse_session_length(text));
  }
}

TEST_CASE("a wall clock has hours and minutes, and may count on past midnight") {
  CHECK(parse_wall_clock("9:00") == 9h);
  CHECK(parse_wall_clock("09:05") == 9h + 5min);
  CHECK(parse_wall_clock("23:59:59") == 23h + 59min + 59s);
  CHECK(parse_wall_clock("25:30") == 25h + 30min);
  for (const char* text : {"", "9", "48:00", "9:60", "9:00:60", "noon", "9h00", "-1:00"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_wall_clock(text));
  }
}

TEST_CASE("a day is a date, or what a time begins with") {
  const auto fifth = date::local_days(date::year(2013) / 7 / 5);
  CHECK(parse_day("2013-07-05") == fifth);
  CHECK(parse_day("2013-07-05T10:00:00+02:00") == fifth);
  for (const char* text : {"", "2013", "2013-7-5", "2013-02-30", "05.07.2013"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_day(text));
  }
}
