#include "settings/text_values.h"

#include "settings/nearest_name.h"
#include "settings/read_settings.h"
#include "tests/catch.h"

using namespace kiosk;
using namespace std::chrono_literals;

TEST_CASE("a duration is a whole number of seconds, minutes or hours") {
  CHECK(parse_duration("10s") == 10s);
  CHECK(parse_duration("2m") == 120s);
  CHECK(parse_duration("1h") == 3600s);
  CHECK(parse_duration("0s") == 0s);
  CHECK(parse_duration("4294967295h") == std::chrono::hours(4294967295));
  for (const char* text : {"", "s", "10", "ten", "500ms", "1.5s", "-1s", "+1s", " 1s", "1s ", "1 s", "1S", "1d",
                           "1h30m", "4294967296s", "99999999999999999999s"}) {
    INFO(text);
    CHECK_FALSE(parse_duration(text));
  }
}

TEST_CASE("a duration is written in its largest whole unit") {
  CHECK(format_duration(0s) == "0s");
  CHECK(format_duration(59s) == "59s");
  CHECK(format_duration(60s) == "1m");
  CHECK(format_duration(90s) == "90s");
  CHECK(format_duration(1h) == "1h");
  CHECK(format_duration(90min) == "90m");
}

TEST_CASE("a size is width x height, each from 160 to 16384") {
  CHECK(parse_size("1280x720") == Size{1280, 720});
  CHECK(parse_size("160x16384") == Size{160, 16384});
  for (const char* text : {"", "x", "1280", "1280x", "x720", "159x720", "1280x159", "16385x720", "1280x16385",
                           "1280X720", "1280 x 720", "-1280x720", "1280x720x2", "1e3x720", "99999999999x720"}) {
    INFO(text);
    CHECK_FALSE(parse_size(text));
  }
}

TEST_CASE("a language tag is a language and subtags") {
  for (const char* tag : {"ru", "en-GB", "zh-Hant", "sah", "sr-Latn-RS", "de-CH-1996", "RU", "ca-ES-valencia"}) {
    INFO(tag);
    CHECK(is_language_tag(tag));
  }
  for (const char* tag : {"", "r", "russian", "ru_RU", "ru-", "-ru", "ru--RU", "ru-verylongsub", "1a", "ру", "ru RU"}) {
    INFO(tag);
    CHECK_FALSE(is_language_tag(tag));
  }
}

TEST_CASE("a time zone is told from what only looks like one by its shape") {
  for (const char* zone :
       {"Europe/Moscow", "UTC", "Etc/GMT-3", "America/Argentina/Buenos_Aires", "America/Port-au-Prince"}) {
    INFO(zone);
    CHECK(looks_like_time_zone(zone));
  }
  for (const char* zone : {"", "+03:00", "3", "Moscow time", "Europe/", "/Europe", "Europe//Moscow", "UTC+03:00",
                           "../../etc/passwd", "Москва"}) {
    INFO(zone);
    CHECK_FALSE(looks_like_time_zone(zone));
  }
}

TEST_CASE("a file whose name holds a colon is a path") {
  CHECK(resolve_feed("plan:2024.json", "/srv") == "/srv/plan:2024.json");
  CHECK(resolve_feed("C:/plan.json", "/srv") == "/srv/C:/plan.json");
  CHECK_FALSE(resolve_feed("ftp://example.org/plan.json", "/srv"));
  CHECK(resolve_feed("", "/srv") == "");
}

TEST_CASE("the nearest name is found in its own table first") {
  const std::vector<std::string_view> known{"hall", "feed.text", "theme.text"};
  CHECK(nearest_name("theme.txt", known) == "theme.text");
  CHECK(nearest_name("feed.txt", known) == "feed.text");
  CHECK(nearest_name("other.hall", known) == "hall");
  CHECK_FALSE(nearest_name("brightness", known));
  CHECK_FALSE(nearest_name("", known));
  CHECK_FALSE(nearest_name("hall", {}));
}
