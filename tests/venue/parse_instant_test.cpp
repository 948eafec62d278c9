#include "venue/parse_instant.h"

#include <random>

#include "tests/catch.h"

using namespace kiosk;
using std::chrono::seconds;

namespace {

TimeZone moscow() { return *find_time_zone("Europe/Moscow"); }
TimeZone berlin() { return *find_time_zone("Europe/Berlin"); }

// 2024-04-17T11:42:00Z
constexpr Instant forum{seconds(1'713'354'120)};

}  // namespace

TEST_CASE("RFC 3339 is read with any offset") {
  for (const char* text :
       {"2024-04-17T14:42:00+03:00", "2024-04-17T11:42:00Z", "2024-04-17T11:42:00+00:00", "2024-04-17T11:42:00-00:00",
        "2024-04-17T07:12:00-04:30", "2024-04-17T17:12:00+05:30", "2024-04-18T01:42:00+14:00",
        "2024-04-16T23:42:00-12:00", "2024-04-18T11:41:00+23:59", "2024-04-16T11:43:00-23:59"}) {
    INFO(text);
    CHECK(parse_instant(text) == forum);
    CHECK(parse_instant(text, berlin()) == forum);
  }
}

TEST_CASE("small letters, a space, missing seconds, fractions and short offsets are read too") {
  for (const char* text : {"2024-04-17t11:42:00z", "2024-04-17 14:42:00+03:00", "2024-04-17T14:42+03:00",
                           "2024-04-17 11:42Z", "2024-04-17T11:42:00.5Z", "2024-04-17T11:42:00.999999999999999Z",
                           "2024-04-17T14:42:00,5+03:00", "2024-04-17T14:42:00+0300", "2024-04-17T14:42:00+03"}) {
    INFO(text);
    CHECK(parse_instant(text) == forum);
  }
}

TEST_CASE("a time without an offset is the zone's") {
  for (const char* text : {"2024-04-17T14:42:00", "2024-04-17 14:42", "2024-04-17t14:42:00.25"}) {
    INFO(text);
    CHECK(parse_instant(text, moscow()) == forum);
    CHECK_FALSE(parse_instant(text));
  }
}

TEST_CASE("a time without an offset at daylight saving is the jump, or the first of two") {
  CHECK(parse_instant("2024-03-31T02:30:00", berlin()) == parse_instant("2024-03-31T01:00:00Z"));
  CHECK(parse_instant("2024-10-27T02:30:00", berlin()) == parse_instant("2024-10-27T00:30:00Z"));
}

TEST_CASE("a time that is none is refused") {
  for (const char* text : {
           "2024-04-17T25:00:00Z",
           "2024-04-17T24:00:00Z",
           "2024-04-17T12:60:00Z",
           "2024-04-17T12:00:61Z",
           "2024-02-31T12:00:00Z",
           "2024-04-31T12:00:00Z",
           "2023-02-29T12:00:00Z",
           "1900-02-29T12:00:00Z",
           "2024-00-17T12:00:00Z",
           "2024-13-17T12:00:00Z",
           "2024-04-00T12:00:00Z",
           "2024-04-32T12:00:00Z",
           "2024-04-17T12:00:00+99:00",
           "2024-04-17T12:00:00+24:00",
           "2024-04-17T12:00:00+03:60",
           "2024-04-17T12:00:00-99:99",
       }) {
    INFO(text);
    CHECK_FALSE(parse_instant(text));
    CHECK_FALSE(parse_instant(text, moscow()));
  }
}

TEST_CASE("what is no time at all is refused") {
  for (const char* text : {
           "",
           " ",
           "T",
           "Z",
           "+03:00",
           "now",
           "tomorrow at ten",
           "2024",
           "2024-04",
           "2024-04-17",
           "2024-04-17T",
           "2024-04-17T14",
           "2024-04-17T14:",
           "2024-04-17T14:4",
           "2024-04-17T14:42:",
           "2024-04-17T14:42:0",
           "14:42",
           "17.04.2024 14:42",
           "17.04.2024",
           "04/17/2024 14:42",
           "20240417T144200Z",
           "2024-4-17T14:42:00Z",
           "2024-04-17T9:30:00Z",
           "2024-04-17  14:42",
           " 2024-04-17T14:42:00Z",
           "2024-04-17T14:42:00Z ",
           "2024-04-17T14:42:00ZZ",
           "2024-04-17T14:42:00Z+03:00",
           "2024-04-17T14:42:00+03:00Z",
           "2024-04-17T14:42:00+03:00 and more",
           "2024-04-17T14:42:00+03:0",
           "2024-04-17T14:42:00+3:00",
           "2024-04-17T14:42:00+",
           "2024-04-17T14:42:00+0",
           "2024-04-17T14:42:00+03:",
           "2024-04-17T14:42:00+030",
           "2024-04-17T14:42:00+03000",
           "2024-04-17T14:42:00 +03:00",
           "2024-04-17T14:42:00+-3:00",
           "2024-04-17T14:42:00 MSK",
           "2024-04-17T14:42:00.Z",
           "2024-04-17T14:42:00.",
           "2024-04-17T14:42.5Z",
           "2024-04-17T14.42:00Z",
           "2024-04-17 14.42",
           "2024.04.17 14:42",
           "2024-04-17.5T14:42:00Z",
           "-2024-04-17T14:42:00Z",
           "+2024-04-17T14:42:00Z",
           "2024-04-17T-1:42:00Z",
           "2024-04-17T14:42:-1Z",
           "2024-04-17_14:42:00Z",
           "2024-04-17\n14:42",
           "12024-04-17T14:42:00Z",
           "99999999999999999999-01-01T00:00:00Z",
           "0x24-04-17T14:42:00Z",
           "1713354120",
           "２０２４-04-17T14:42:00Z",
           "2024–04–17T14:42:00Z",
       }) {
    INFO(text);
    CHECK_FALSE(parse_instant(text));
    CHECK_FALSE(parse_instant(text, moscow()));
  }
  CHECK_FALSE(parse_instant(std::string_view("2024-04-17T14:42:00Z\0", 21), moscow()));
  CHECK_FALSE(parse_instant(std::string(1 << 20, '2'), moscow()));
}

TEST_CASE("29 February is a day in leap years") {
  CHECK(parse_instant("2024-02-29T00:00:00Z") == Instant(seconds(1'709'164'800)));
  CHECK(parse_instant("2000-02-29T00:00:00Z") == Instant(seconds(951'782'400)));
}

TEST_CASE("a leap second is the second after") {
  CHECK(parse_instant("2016-12-31T23:59:60Z") == parse_instant("2017-01-01T00:00:00Z"));
  CHECK(parse_instant("2017-01-01T02:59:60+03:00") == parse_instant("2017-01-01T00:00:00Z"));
}

TEST_CASE("the first and the last year that can be written are read, in a zone too") {
  CHECK(parse_instant("0000-01-01T00:00:00Z") == Instant(seconds(-62'167'219'200)));
  CHECK(parse_instant("9999-12-31T23:59:59Z") == Instant(seconds(253'402'300'799)));
  CHECK(parse_instant("9999-12-31T23:59:59-23:59"));
  CHECK(parse_instant("0000-01-01T00:00:00+23:59"));
  CHECK(parse_instant("0000-01-01T00:00:00", moscow()));
  CHECK(parse_instant("9999-12-31T23:59:59", moscow()));
}

TEST_CASE("an instant is written in its zone's offset and reads back as itself") {
  CHECK(format_instant(forum, moscow()) == "2024-04-17T14:42:00+03:00");
  CHECK(format_instant(forum, berlin()) == "2024-04-17T13:42:00+02:00");
  CHECK(format_instant(forum, *find_time_zone("America/St_Johns")) == "2024-04-17T09:12:00-02:30");
  CHECK(format_instant(forum, utc()) == "2024-04-17T11:42:00+00:00");
  for (const char* zone : {"Europe/Moscow", "Europe/Berlin", "Asia/Kathmandu", "America/St_Johns", "Etc/UTC"}) {
    // Through the hour that Berlin has twice, where only the offset tells which one is meant.
    for (Instant instant{seconds(1'729'980'000)}; instant < Instant(seconds(1'729'994'400)); instant += seconds(601)) {
      const std::string text = format_instant(instant, *find_time_zone(zone));
      INFO(text);
      REQUIRE(parse_instant(text) == instant);
    }
  }
}

TEST_CASE("a mutilated time never brings the reader down, and what it takes is a time of four-digit years") {
  std::mt19937 random(20240417);
  const std::string alphabet =
      "0123456789+-:TZtz ., \0\xff"
      "e";
  int taken = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string text = "2024-04-17T14:42:00.5+03:00";
    for (unsigned cuts = random() % 4; cuts > 0; --cuts) {
      const std::size_t place = random() % text.size();
      switch (random() % 3) {
        case 0:
          text[place] = alphabet[random() % alphabet.size()];
          break;
        case 1:
          text.erase(place, 1 + random() % 3);
          break;
        default:
          text.insert(place, 1, alphabet[random() % alphabet.size()]);
      }
      if (text.empty()) {
        break;
      }
    }
    if (const auto instant = parse_instant(text, berlin())) {
      ++taken;
      INFO(text);
      REQUIRE(*instant > Instant(seconds(-62'167'305'600)));
      REQUIRE(*instant < Instant(seconds(253'402'387'200)));
    }
  }
  CHECK(taken > 1000);
  CHECK(taken < 19'000);
}

TEST_CASE("as it is written, a time is what the wall clock shows, whatever its offset") {
  const LocalTime ten = date::local_days(date::year(2024) / 4 / 17) + std::chrono::hours(10);
  for (const char* text : {"2024-04-17T10:00", "2024-04-17 10:00:00.5", "2024-04-17T10:00Z",
                           "2024-04-17T10:00:00+02:00", "2024-04-17T10:00-1100", "2024-04-17T10:00+13:47"}) {
    CHECK(parse_as_written(text) == ten);
  }
  for (const char* text :
       {"", "10:00", "2024-04-17", "2024-04-17T24:00", "2024-04-17T10:00+", "2024-04-17T10:00 UTC"}) {
    CHECK_FALSE(parse_as_written(text));
  }
}

TEST_CASE("where there is no zone an instant is formatted as the wall clock's") {
  const Instant ten = *parse_instant("2024-04-17T10:00:00Z");
  CHECK(format_instant(ten, SaidZone()) == "2024-04-17T10:00:00");
  CHECK(format_instant(ten, SaidZone(NoZone::no_rules)) == "2024-04-17T10:00:00");
  CHECK(format_instant(ten, SaidZone(utc())) == "2024-04-17T10:00:00+00:00");
  CHECK(format_instant(ten, SaidZone(berlin())) == "2024-04-17T12:00:00+02:00");
}
