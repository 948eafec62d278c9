#include "net/times.h"

#include "tests/catch.h"
#include "venue/parse_instant.h"

using kiosk::Instant;
using kiosk::retry_after;
using kiosk::server_time;
using namespace std::chrono_literals;

namespace {

const std::string noon = "Wed, 17 Apr 2024 12:00:00 GMT";
const Instant at_noon = *kiosk::parse_instant("2024-04-17T12:00:00Z");

}  // namespace

TEST_CASE("the server's clock is its date, and what has passed since") {
  CHECK(server_time(noon, "", 0us) == at_noon);
  CHECK(server_time(noon, "", 499ms) == at_noon);
  CHECK(server_time(noon, "", 500ms) == at_noon + 1s);
  CHECK(server_time(noon, "", 90s) == at_noon + 90s);
}

TEST_CASE("a date beyond the year 9999 is none") {
  CHECK_FALSE(server_time("Wed, 17 Apr  +14002024 07:00:00 GMT", "60", 0us));
}

TEST_CASE("what a cache kept is as much older") {
  CHECK(server_time(noon, "0", 0us) == at_noon);
  CHECK(server_time(noon, "3600", 0us) == at_noon + 1h);
}

TEST_CASE("the older forms of a date are read, as HTTP demands") {
  CHECK(server_time("Wednesday, 17-Apr-24 12:00:00 GMT", "", 0us) == at_noon);
  CHECK(server_time("Wed Apr 17 12:00:00 2024", "", 0us) == at_noon);
}

TEST_CASE("without a date, or with one that is none, the server's clock is not known") {
  for (const char* date : {"", "noon", "Wed, 99 Apr 2024 12:00:00 GMT", "17", "\xFF\xFE"}) {
    CAPTURE(date);
    CHECK_FALSE(server_time(date, "", 0us));
  }
  for (const char* age : {"-1", "1.5", " 1", "1 ", "99999999999999999999", "40000000", "x"}) {
    CAPTURE(age);
    CHECK_FALSE(server_time(noon, age, 0us));
  }
}

TEST_CASE("a wish to be asked later is read as seconds") {
  CHECK(retry_after("0", "") == 0s);
  CHECK(retry_after("7", "") == 7s);
  CHECK(retry_after("86400", noon) == 24h);
}

TEST_CASE("a wish to be asked later is read as a date by the server's own clock") {
  CHECK(retry_after("Wed, 17 Apr 2024 12:00:30 GMT", noon) == 30s);
  CHECK(retry_after("Wed, 17 Apr 2024 12:00:01 GMT", noon) == 1s);
  CHECK_FALSE(retry_after(noon, noon));
  CHECK_FALSE(retry_after("Wed, 17 Apr 2024 11:00:00 GMT", noon));
  CHECK_FALSE(retry_after("Wed, 17 Apr 2024 12:00:30 GMT", ""));
}

TEST_CASE("a wish that is none is none") {
  for (const char* header : {"", "-5", "soon", "1e3", "3.5", "99999999999999999999"}) {
    CAPTURE(header);
    CHECK_FALSE(retry_after(header, noon));
  }
}
