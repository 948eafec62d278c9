#include "net/believed_validators.h"

#include <cstdio>
#include <string>

#include "net/times.h"
#include "tests/catch.h"

using namespace std::chrono_literals;
using kiosk::believed_validators;
using kiosk::Instant;
using kiosk::Validators;

namespace {

const std::string noon_text = "Wed, 17 Apr 2024 12:00:00 GMT";
const Instant noon = kiosk::http_date(noon_text).value();

std::string hexadecimal(Instant time) {
  char digits[20];
  std::snprintf(digits, sizeof digits, "%llx", static_cast<unsigned long long>(time.time_since_epoch().count()));
  return digits;
}
std::string decimal(Instant time) { return std::to_string(time.time_since_epoch().count()); }

bool believes_etag(const std::string& etag, std::optional<Instant> date = noon) {
  const Validators believed = believed_validators({.etag = etag}, date);
  CHECK((believed.etag == etag || believed.etag.empty()));
  return !believed.etag.empty();
}
bool believes_last_modified(const std::string& text, std::optional<Instant> date = noon) {
  return !believed_validators({.last_modified = text}, date).last_modified.empty();
}

}  // namespace

TEST_CASE("a Last-Modified is believed from two seconds before the date of the answer") {
  CHECK(believes_last_modified("Wed, 17 Apr 2024 11:59:57 GMT"));
  CHECK(believes_last_modified("Wed, 17 Apr 2024 11:59:58 GMT"));
  CHECK_FALSE(believes_last_modified("Wed, 17 Apr 2024 11:59:59 GMT"));
  CHECK_FALSE(believes_last_modified(noon_text));
  CHECK_FALSE(believes_last_modified("Wed, 17 Apr 2024 12:00:01 GMT"));
  CHECK_FALSE(believes_last_modified("Fri, 17 Apr 2026 12:00:00 GMT"));
}

TEST_CASE("an ETag made of a file's second is believed from two seconds before the date of the answer") {
  for (const auto& written : {hexadecimal, decimal}) {
    for (const auto& around : {std::pair<std::string, std::string>("\"", "-1c3\""),
                               {"W/\"", "-1c3\""},
                               {"\"1c3-", "\""},
                               {"\"", "\""},
                               {"\"v1.", ".gzip\""}}) {
      const auto etag = [&](Instant time) { return around.first + written(time) + around.second; };
      CAPTURE(etag(noon));
      CHECK(believes_etag(etag(noon - 3s)));
      CHECK(believes_etag(etag(noon - 2s)));
      CHECK_FALSE(believes_etag(etag(noon - 1s)));
      CHECK_FALSE(believes_etag(etag(noon)));
      CHECK_FALSE(believes_etag(etag(noon + 1s)));
    }
  }
}

TEST_CASE("digits of an ETag that would be a time of tomorrow are none") {
  CHECK_FALSE(believes_etag('"' + hexadecimal(noon + 24h - 1s) + "-1c3\""));
  CHECK(believes_etag('"' + hexadecimal(noon + 24h) + "-1c3\""));
  CHECK(believes_etag("\"deadbeef-1c3\""));
}

TEST_CASE("an ETag of other kinds is believed whenever it was made") {
  for (const std::string etag : {
           "\"a\"",
           "\"\"",
           "W/\"1\"",
           "\"d41d8cd98f00b204e9800998ecf8427e\"",
           "\"1c3-616494e51d6c0\"",  // Apache: size and microseconds
           "W/\"1c3-18eebee4e00\"",  // Express: size and milliseconds
           "\"661fba4-1c3\"",
           "\"661fba400-1c3\"",  // a digit less than a time has, and one more
           "no quotes",
           "\"\xFF\xFE\"",
       }) {
    CAPTURE(etag);
    CHECK(believes_etag(etag));
    CHECK(believes_etag(etag, std::nullopt));
  }
}

TEST_CASE("a Last-Modified is not believed beside an ETag that is not, and does not harm one that is") {
  const std::string old = "Mon, 15 Apr 2024 12:00:00 GMT";
  CHECK(believed_validators({"\"" + hexadecimal(noon) + "-1c3\"", old}, noon) == Validators());
  CHECK(believed_validators({"\"a\"", noon_text}, noon) == Validators{"\"a\"", ""});
  CHECK(believed_validators({"\"a\"", old}, noon) == Validators{"\"a\"", old});
}

TEST_CASE("without a date of the answer no time in whole seconds is believed") {
  CHECK_FALSE(believes_last_modified("Mon, 15 Apr 2024 12:00:00 GMT", std::nullopt));
  CHECK_FALSE(believes_etag('"' + hexadecimal(noon - 24h) + "-1c3\"", std::nullopt));
  CHECK(believes_etag("\"a\"", std::nullopt));
}

TEST_CASE("a Last-Modified that is no date is not believed") {
  for (const char* text : {"yesterday", "0", "-1", "Thu, 01 Jan 10000 00:00:00 GMT"}) {
    CAPTURE(text);
    CHECK_FALSE(believes_last_modified(text));
  }
}
