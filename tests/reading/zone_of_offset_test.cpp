#include "reading/zone_of_offset.h"

#include "tests/catch.h"
#include "venue/parse_instant.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a test of many of its values

TEST_CASE("a zone that keeps a time's offset shows that time on the wall") {
  for (const char* time :
       {"2024-04-17T10:00:00+03:00", "2024-04-17T10:00:00-10:00", "2024-07-17T10:00+14:00", "2024-04-17 10:00:00+0300",
        "2024-04-17T10:00:00-05", "2024-04-17T10:00:00Z", "2024-04-17T10:00:00+00:00", "2024-04-17T10:00:00.5+05:30",
        "2024-04-17T10:00:00+05:45", "2024-04-17T10:00:00+03:30", "2024-12-17T10:00:00+09:30"}) {
    CAPTURE(time);
    const SaidZone zone = zone_of_offset(time);
    REQUIRE(zone);
    const LocalTime local = to_local(parse_instant(time).value(), *zone);
    CHECK(local - date::floor<date::days>(local) == std::chrono::hours(10));
  }
}

TEST_CASE("a time without an offset, or with one that no zone keeps, names no zone") {
  for (const char* time : {"", "soon", "2024-04-17", "2024-04-17T10:00:00", "2024-04-17T10:00:00+13:47",
                           "2024-04-17T10:00:00-14:00", "2024-04-17T10:00:00+20:00"}) {
    CAPTURE(time);
    CHECK(zone_of_offset(time) == SaidZone());
  }
}
