#include "exports/schedule_json_times.h"

#include "tests/catch.h"

using namespace std::chrono_literals;
using kiosk::parse_day;
using kiosk::parse_session_length;
using kiosk::parse_wall_clock;

namespace {

// Each is nothing where it cannot be read so.
std::optional<std::chrono::minutes> as_written(const char* text) {
  const auto length = parse_session_length(text);
  return length ? length->as_written : std::nullopt;
}

std::optional<std::chrono::minutes> in_seconds(const char* text) {
  const auto length = parse_session_length(text);
  return length ? length->in_seconds : std::nullopt;
}

bool is_odd(const char* text) { return parse_session_length(text).value().is_odd; }

}  // namespace

TEST_CASE("a session's length is hours and minutes, days before them, or minutes alone") {
  CHECK(as_written("0:45") == 45min);
  CHECK(as_written("00:45") == 45min);
  CHECK(as_written("1:30") == 90min);
  CHECK(as_written("27:00") == 27h);
  CHECK(as_written("100:05") == 100h + 5min);
  CHECK(as_written("1:02:00") == 26h);
  CHECK(as_written("0:00:20") == 20min);
  CHECK(as_written("45") == 45min);
  CHECK(as_written("0") == 0min);
  CHECK(as_written("0:00") == 0min);
  CHECK(as_written("366:00:00") == 366 * 24h);
}

TEST_CASE("a length may be written as ISO 8601 has it") {
  CHECK(as_written("PT45M") == 45min);
  CHECK(as_written("PT1H") == 1h);
  CHECK(as_written("PT1H30M") == 90min);
  CHECK(as_written("P1DT2H") == 26h);
  CHECK(as_written("P2D") == 48h);
  CHECK(as_written("PT2700S") == 45min);
  CHECK(as_written("PT0S") == 0min);
  for (const char* text : {"P", "PT", "P1DT", "P45M", "T45M", "PT45", "PTM", "PT1M1H", "PT1M1M", "PT-5M", "P1H", "PT1D",
                           "PPT1M", "PT1.5H", "P1Y", "pt45m", "PT9999999M", "P367D"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_session_length(text));
  }
}

TEST_CASE("minutes may be more than 59 where there are no hours, up to half a day") {
  CHECK_FALSE(parse_session_length("0:59")->has_long_minutes);
  for (const auto& [text, length] : {std::pair("0:60", 60min), {"00:90", 90min}, {"0:720", 720min}}) {
    CAPTURE(text);
    CHECK(as_written(text) == length);
    CHECK(parse_session_length(text)->has_long_minutes);
  }
  CHECK_FALSE(parse_session_length("0:721"));
  CHECK_FALSE(parse_session_length("1:60"));
}

TEST_CASE("the last part of a length may count seconds, if they are whole minutes up to half a day") {
  CHECK(in_seconds("00:20:00") == 20min);
  CHECK(in_seconds("1:30:00") == 90min);
  CHECK(in_seconds("12:00:00") == 12h);
  CHECK_FALSE(in_seconds("12:01:00"));
  CHECK_FALSE(in_seconds("1:30:01"));
  CHECK(in_seconds("45:00") == 45min);
  CHECK_FALSE(in_seconds("45:01"));
  CHECK(in_seconds("2700") == 45min);
  CHECK(in_seconds("43200") == 12h);
  CHECK_FALSE(in_seconds("43260"));
  CHECK_FALSE(in_seconds("2701"));
  CHECK_FALSE(in_seconds("PT2700S"));
  // What can be nothing else:
  for (const char* text : {"0:45:00", "1:24:00", "01:30:00", "0:59:00"}) {
    CAPTURE(text);
    CHECK_FALSE(as_written(text));
    CHECK(in_seconds(text));
  }
}

TEST_CASE("a length over half a day is odd where nobody writes days so") {
  CHECK_FALSE(is_odd("00:12:00"));
  CHECK(is_odd("00:13:00"));
  CHECK(is_odd("01:00:00"));
  CHECK_FALSE(is_odd("1:00:00"));
  CHECK_FALSE(is_odd("01:00:05"));
  CHECK_FALSE(is_odd("600"));
  CHECK(is_odd("900"));
  CHECK(is_odd("2700"));
  CHECK_FALSE(is_odd("1440"));  // a day
  CHECK_FALSE(is_odd("45:00"));
}

TEST_CASE("what is no length is none") {
  for (const char* text : {"", ":", "1:", ":30", "1:75", "1:60:00", "1:23:60", "-1:00", "+5", "1:-5", "1.5", "45 min",
                           "135.0:00", "1:2:3:4", "366:00:01", "999999999999", "0x10", " 1", "1 "}) {
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
