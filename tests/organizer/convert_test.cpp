#include "organizer/convert.h"

#include "dialects/read_feed.h"
#include "tests/catch.h"
#include "tests/venue/programme.h"

using namespace kiosk;
using namespace kiosk::programme;

namespace {

const std::string table = "hall,date,start,end,title\nGorky,17.04.2024,10:00,11:00,Opening\n";

}  // namespace

TEST_CASE("a spreadsheet becomes a venue feed that its reader finds nothing wrong with") {
  const auto converted = convert(table, {.file = "p.csv", .time_zone = moscow(), .title = "Forum"});
  REQUIRE(converted);
  CHECK(converted->findings.empty());
  const auto reading = read_feed(converted->feed, {.file = "feed.json"});
  REQUIRE(reading);
  CHECK(reading->problems.empty());
  const Session& session = reading->schedule->sessions().at(0);
  CHECK(session.id == "opening");
  CHECK(session.start == at("2024-04-17 10:00"));
  CHECK(reading->schedule->event().title.in("") == "Forum");
}

TEST_CASE("an export becomes a venue feed, under another title and in another zone where they are given") {
  const std::string sessionize = R"({"sessions": [{"id": "1", "title": "T", "startsAt": "2024-04-17T10:00:00",
    "endsAt": "2024-04-17T11:00:00", "roomId": 7, "speakers": []}], "speakers": [],
    "rooms": [{"id": 7, "name": "Gorky"}]})";
  const auto converted = convert(sessionize, {.file = "all.json", .time_zone = moscow(), .title = "Forum"});
  REQUIRE(converted);
  CHECK(converted->findings.empty());
  const auto reading = read_feed(converted->feed, {});
  REQUIRE(reading);
  CHECK(reading->schedule->sessions().at(0).start == at("2024-04-17 10:00"));
}

TEST_CASE("a title and a zone that nobody says are asked for") {
  const auto converted = convert(table, {.file = "p.csv"});
  REQUIRE(converted);
  REQUIRE(converted->findings.size() == 2);
  CHECK(to_string(converted->findings[0]) == "p.csv: /event/title: the event has no title; give one by --title");
  CHECK(to_string(converted->findings[1]) ==
        "p.csv: /event/time_zone: nobody says the times' zone, so that nothing is on or next; give one by --time-zone "
        "Europe/Moscow");
  CHECK(converted->feed.find("\"2024-04-17T10:00:00\"") != std::string::npos);
}

TEST_CASE("a spreadsheet whose first cell begins with a bracket is one all the same") {
  const auto converted =
      convert("[Draft] Programme,,,,\n" + table, {.file = "p.csv", .time_zone = moscow(), .title = "F"});
  REQUIRE(converted);
  CHECK(converted->findings.empty());
  CHECK(converted->feed.find("\"Opening\"") != std::string::npos);
}

TEST_CASE("what is neither a feed nor a table is refused by what it looks like") {
  const auto what = [](std::string_view bytes) {
    const auto converted = convert(bytes, {.file = "f"});
    REQUIRE_FALSE(converted);
    return to_string(converted.error());
  };
  CHECK(what("PK\x03\x04...") == "f: this is a spreadsheet's own format, or another archive; save it as CSV");
  CHECK(what("<html>").find("not JSON") != std::string::npos);
  CHECK(what("BEGIN:VCALENDAR").find("not JSON") != std::string::npos);
  CHECK(what("{").find("not JSON") != std::string::npos);
  CHECK(what("\n").find("the feed is empty") != std::string::npos);
  CHECK(what("some words").find("no row names columns") != std::string::npos);
}
