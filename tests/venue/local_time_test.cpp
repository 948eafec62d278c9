#include "venue/local_time.h"

#include <algorithm>
#include <iterator>

#include "tests/catch.h"
#include "tests/venue/programme.h"

using namespace kiosk;
using namespace kiosk::programme;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

LocalTime local(const std::string& text) { return LocalTime(at(text, utc()).time_since_epoch()); }

}  // namespace

TEST_CASE("a time zone is found by its IANA name and by no other") {
  REQUIRE(find_time_zone("Europe/Moscow"));
  CHECK(name_of(*find_time_zone("Europe/Moscow")) == "Europe/Moscow");
  for (const char* name : {"", "Europe", "Europe/Ryazan", "europe/moscow", "MSK", "+03:00", "tzdata.zi", "zone.tab",
                           "../../../etc/passwd", "/etc/localtime", " Europe/Moscow", "Europe/Moscow "}) {
    INFO(name);
    CHECK(find_time_zone(name).is(NoZone::unknown));
  }
}

TEST_CASE("a name with a zero byte or of a megabyte is no time zone") {
  CHECK(find_time_zone(std::string_view("Europe/Moscow\0x", 15)).is(NoZone::unknown));
  CHECK(find_time_zone(std::string(1 << 20, 'x')).is(NoZone::unknown));
}

TEST_CASE("the wall's clock follows the zone's daylight saving") {
  CHECK(to_local(at("2024-04-17T07:00:00Z"), moscow()) == local("2024-04-17 10:00"));
  CHECK(to_local(at("2024-03-31T00:59:59Z"), berlin()) == local("2024-03-31 01:59:59"));
  CHECK(to_local(at("2024-03-31T01:00:00Z"), berlin()) == local("2024-03-31 03:00:00"));
  CHECK(to_local(at("2024-10-27T00:59:59Z"), berlin()) == local("2024-10-27 02:59:59"));
  CHECK(to_local(at("2024-10-27T01:00:00Z"), berlin()) == local("2024-10-27 02:00:00"));
}

TEST_CASE("a wall-clock time that was skipped becomes the instant of the jump") {
  const Instant jump = at("2024-03-31T01:00:00Z");
  CHECK(to_instant(local("2024-03-31 01:59:59"), berlin()) == jump - seconds(1));
  for (const char* skipped : {"2024-03-31 02:00:00", "2024-03-31 02:30:00", "2024-03-31 02:59:59"}) {
    INFO(skipped);
    CHECK(to_instant(local(skipped), berlin()) == jump);
  }
  CHECK(to_instant(local("2024-03-31 03:00:00"), berlin()) == jump);
  CHECK(to_instant(local("2024-03-31 03:00:01"), berlin()) == jump + seconds(1));
}

TEST_CASE("a wall-clock time that comes twice is the first of the two") {
  CHECK(to_instant(local("2024-10-27 01:59:59"), berlin()) == at("2024-10-26T23:59:59Z"));
  CHECK(to_instant(local("2024-10-27 02:00:00"), berlin()) == at("2024-10-27T00:00:00Z"));
  CHECK(to_instant(local("2024-10-27 02:59:59"), berlin()) == at("2024-10-27T00:59:59Z"));
  CHECK(to_instant(local("2024-10-27 03:00:00"), berlin()) == at("2024-10-27T02:00:00Z"));
}

TEST_CASE("the event day turns at five in the morning") {
  const auto wednesday = event_day(at("2024-04-17 12:00"), moscow());
  CHECK(event_day(at("2024-04-17 04:59:59"), moscow()) == wednesday - date::days(1));
  CHECK(event_day(at("2024-04-17 05:00:00"), moscow()) == wednesday);
  CHECK(event_day(at("2024-04-17 05:00:01"), moscow()) == wednesday);
  CHECK(event_day(at("2024-04-17 23:59:59"), moscow()) == wednesday);
  CHECK(event_day(at("2024-04-18 00:00:00"), moscow()) == wednesday);
  CHECK(event_day(at("2024-04-18 04:59:59"), moscow()) == wednesday);
  CHECK(event_day(at("2024-04-18 05:00:00"), moscow()) == wednesday + date::days(1));
}

TEST_CASE("an event day begins and ends at five by the wall's clock, an hour longer or shorter at daylight saving") {
  CHECK(start_of_event_day(at("2024-04-17 05:00"), moscow()) == at("2024-04-17 05:00"));
  CHECK(start_of_event_day(at("2024-04-18 04:59:59"), moscow()) == at("2024-04-17 05:00"));
  CHECK(next_event_day(at("2024-04-17 05:00"), moscow()) == at("2024-04-18 05:00"));
  CHECK(next_event_day(at("2024-04-18 04:59:59"), moscow()) == at("2024-04-18 05:00"));

  const auto length = [](const char* noon) {
    return next_event_day(at(noon, berlin()), berlin()) - start_of_event_day(at(noon, berlin()), berlin());
  };
  CHECK(length("2024-03-30 12:00") == hours(23));
  CHECK(length("2024-03-31 12:00") == hours(24));
  CHECK(length("2024-10-26 12:00") == hours(25));
  CHECK(length("2024-10-27 12:00") == hours(24));
}

TEST_CASE("every instant lies in its event day, in zones of every habit") {
  // Half an hour of daylight saving, three quarters of an hour of offset, and a day that Samoa skipped.
  for (const auto& [name, from] :
       {std::pair("Australia/Lord_Howe", "2024-04-05T00:00:00Z"), std::pair("Asia/Kathmandu", "2024-04-05T00:00:00Z"),
        std::pair("Pacific/Apia", "2011-12-29T00:00:00Z"), std::pair("America/New_York", "2024-11-02T00:00:00Z"),
        std::pair("Africa/Casablanca", "2024-03-09T00:00:00Z"),
        std::pair("Antarctica/Troll", "2024-03-30T00:00:00Z")}) {
    REQUIRE(find_time_zone(name));
    const TimeZone zone = *find_time_zone(name);
    for (Instant instant = at(from); instant < at(from) + hours(72); instant += minutes(10)) {
      INFO(name << ' ' << format_instant(instant, zone));
      const Instant start = start_of_event_day(instant, zone);
      const Instant end = next_event_day(instant, zone);
      REQUIRE(start <= instant);
      REQUIRE(instant < end);
      REQUIRE(event_day(start, zone) == event_day(instant, zone));
      REQUIRE(event_day(end - seconds(1), zone) == event_day(instant, zone));
      REQUIRE(event_day(end, zone) != event_day(instant, zone));
    }
  }
}

TEST_CASE("UTC takes no rules, and tells the time that the rules of UTC tell") {
  const Instant instant = at("2024-04-17T07:00:00Z");
  CHECK(find_time_zone("Etc/UTC") == utc());
  CHECK(name_of(utc()) == "Etc/UTC");
  CHECK(utc().rules() == nullptr);
  REQUIRE(find_time_zone("UTC"));
  for (const TimeZone zone : {utc(), *find_time_zone("UTC")}) {
    CHECK(to_local(instant, zone) == local("2024-04-17 07:00"));
    CHECK(to_instant(local("2024-04-17 07:00"), zone) == instant);
    CHECK(next_event_day(instant, zone) == at("2024-04-18T05:00:00Z"));
    CHECK(format_instant(instant, zone) == "2024-04-17T07:00:00+00:00");
  }
}

TEST_CASE("nobody says a zone, its name is unknown, and there are no rules: three things, all told in UTC") {
  const SaidZone none[] = {NoZone::unsaid, NoZone::unknown, NoZone::no_rules};
  for (const SaidZone& one : none) {
    CHECK_FALSE(one);
    CHECK(one.or_utc() == utc());
    CHECK(std::count(std::begin(none), std::end(none), one) == 1);
  }
  CHECK(SaidZone() == NoZone::unsaid);
  CHECK_FALSE(SaidZone(utc()).is(NoZone::unsaid));
  CHECK(SaidZone(moscow()).or_utc() == moscow());
}

TEST_CASE("of several zones said the first counts, and of none the reason that says most") {
  CHECK(first_zone({NoZone::unsaid, moscow(), berlin()}) == moscow());
  CHECK(first_zone({NoZone::no_rules, berlin()}) == berlin());
  CHECK(first_zone({NoZone::unsaid, NoZone::unknown, NoZone::unsaid}) == NoZone::unknown);
  CHECK(first_zone({NoZone::unknown, NoZone::no_rules, NoZone::unknown}) == NoZone::no_rules);
  CHECK(first_zone({}) == NoZone::unsaid);
}
