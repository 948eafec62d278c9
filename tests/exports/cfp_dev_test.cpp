#include "exports/cfp_dev.h"

#include "tests/catch.h"
#include "tests/dialects/feed_text.h"
#include "tests/exports/read_export.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a test of many of its values
using kiosk::test::at;
using kiosk::test::read;
using kiosk::test::texts;

namespace {

using Texts = std::vector<std::string>;

std::string slot(const std::string& id, const std::string& room, const std::string& type, const std::string& more,
                 const std::string& times = R"("fromDate": "2024-04-17T07:00:00Z", "toDate": "2024-04-17T07:50:00Z")") {
  return R"({ "id": )" + id + ", " + times + R"(, "eventName": "Devtalks", "room": )" + room + R"(, "sessionType": )" +
         type + R"(, "timezone": "Europe/Moscow")" + (more.empty() ? "" : ", " + more) + " }";
}

const std::string hall_a = R"({ "id": 1, "name": "Hall A", "weight": 1, "capacity": 300 })";
const std::string hall_b = R"({ "id": 2, "name": "Hall B" })";
const std::string hall_c = R"({ "id": 3, "name": "Hall C" })";
const std::string keynote = R"({ "id": 7, "name": "Keynote", "duration": 50, "pause": false })";
const std::string coffee = R"({ "id": 8, "name": "Coffee", "duration": 20, "pause": true })";

std::string talk(const std::string& id, const std::string& title) {
  return R"("proposal": { "id": )" + id + R"(, "title": ")" + title + R"(" })";
}

struct Shown {
  std::string title;
  Texts halls;
  friend bool operator==(const Shown&, const Shown&) = default;
};

std::vector<Shown> shown(const FeedReading& reading) {
  std::vector<Shown> result;
  for (const Session& session : reading.schedule->sessions()) {
    result.push_back({session.title.in(""), session.halls});
  }
  return result;
}

}  // namespace

TEST_CASE("every field of a slot of cfp.dev that a screen shows is read") {
  const FeedReading reading =
      read("[" + slot("62501", hall_a, keynote, R"("overflow": false, "reserved": false, "track": null, "speakers": [],
    "proposal": { "id": 74352, "title": "C++ &amp; <chrono>", "description": "<p>…</p>", "afterVideoURL": "https://example.org/v",
      "language": { "id": 46, "alpha2": "fr", "name": "French" }, "track": { "id": 1, "name": "Languages" },
      "speakers": [ { "id": 3, "firstName": "Anna", "lastName": "Ivanova", "fullName": "Anna Ivanova", "company": "JINR",
        "imageUrl": "https://example.org/a.png" }, { "id": 4, "firstName": "Ada", "lastName": "L", "company": null } ] })") +
           "]");
  CHECK(texts(reading.problems) == Texts{});
  CHECK(reading.schedule->event().title == "Devtalks");
  CHECK(reading.schedule->time_zone() == *find_time_zone("Europe/Moscow"));
  CHECK_FALSE(reading.schedule->lists_halls());
  Session expected;
  expected.id = "74352";
  expected.halls = {"hall-a"};
  expected.start = at("2024-04-17T10:00:00");
  expected.end = at("2024-04-17T10:50:00");
  expected.title = "C++ & <chrono>";
  expected.track = "Languages";
  expected.language = "fr";
  expected.speakers = {{"Anna Ivanova", "JINR", "https://example.org/a.png"}, {"Ada L", "", ""}};
  expected.recording = Link{"https://example.org/v"};
  REQUIRE(reading.schedule->sessions().size() == 1);
  CHECK(reading.schedule->sessions().front() == expected);
}

TEST_CASE("the older form of cfp.dev's slots is read as the newer one") {
  const FeedReading reading =
      read(R"([ { "id": 26613, "fromDate": "2024-04-17T07:00:00Z", "toDate": "2024-04-17T07:50:00Z",
    "overflow": false, "reserved": false, "remark": null, "roomId": 1201, "roomName": "Room 8", "sessionTypeId": 1253,
    "sessionTypeName": "Keynote", "sessionTypeBreak": false, "langName": null, "timezone": "Europe/Moscow",
    "trackName": "Mind the Geek", "talkTitle": "Welcome", "talkId": 115651, "talkDescription": "…",
    "speakers": [ { "id": 1501, "firstName": "Anna", "lastName": "Ivanova", "company": "JINR" } ] },
  { "id": 26877, "fromDate": "2024-04-17T08:00:00Z", "toDate": "2024-04-17T08:20:00Z", "overflow": false, "roomId": 1202,
    "roomName": "Exhibition Hall", "sessionTypeName": "Meet & Greet", "sessionTypeBreak": true, "talkTitle": null,
    "talkId": null, "speakers": null, "timezone": "Europe/Moscow" } ])");
  CHECK(texts(reading.problems) == Texts{});
  CHECK(shown(reading) == std::vector<Shown>{{"Welcome", {"room-8"}}, {"Meet & Greet", {"exhibition-hall"}}});
  const Session& welcome = reading.schedule->sessions()[0];
  CHECK(welcome.id == "115651");
  CHECK(welcome.track == "Mind the Geek");
  CHECK(welcome.speakers == std::vector<Speaker>{{"Anna Ivanova", "JINR", ""}});
  CHECK(reading.schedule->sessions()[1].kind == SessionKind::break_);
}

TEST_CASE("a pause of cfp.dev is a break called by its type, where it is or else everywhere") {
  const std::string talks =
      slot("1", hall_a, keynote, talk("11", "One")) + ", " + slot("2", hall_b, keynote, talk("12", "Two"));
  const FeedReading there = read("[" + slot("3", hall_b, coffee, "\"proposal\": null") + ", " + talks + "]");
  CHECK(there.schedule->sessions()[0].kind == SessionKind::break_);
  CHECK(shown(there)[0] == Shown{"Coffee", {"hall-b"}});
  const FeedReading everywhere = read("[" + slot("3", "null", coffee, "\"proposal\": null") + ", " + talks + "]");
  CHECK(texts(everywhere.problems) == Texts{});
  CHECK(shown(everywhere)[0] == Shown{"Coffee", {"hall-a", "hall-b"}});
  CHECK(everywhere.schedule->sessions()[0].plenum);
}

TEST_CASE("an overflow of cfp.dev shows what is on elsewhere at its time, where that is one session") {
  const std::string overflows = slot("2", hall_b, keynote, R"("overflow": true, "proposal": null)") + ", " +
                                slot("3", hall_c, keynote, R"("overflow": true, "proposal": null)");
  const std::string main = slot("1", hall_a, keynote, R"("overflow": false, )" + talk("11", "Opening"));
  const std::vector<Shown> one{{"Opening", {"hall-a", "hall-b", "hall-c"}}};
  CHECK(shown(read("[" + main + ", " + overflows + "]")) == one);
  const FeedReading before = read("[" + overflows + ", " + main + "]");
  CHECK(shown(before) == std::vector<Shown>{{"Opening", {"hall-a", "hall-b", "hall-c"}}});
  CHECK_FALSE(before.schedule->sessions().front().plenum);

  // A talk at the same time that is of another type, or lasts longer, is not what it shows.
  const std::string later = R"("fromDate": "2024-04-17T07:00:00Z", "toDate": "2024-04-17T08:00:00Z")";
  const std::string lab = slot("4", hall_a, R"({ "name": "Lab", "pause": false })", talk("14", "Lab")) + ", " +
                          slot("5", hall_a, keynote, talk("15", "Long"), later);
  CHECK(
      shown(read("[" + lab + ", " + overflows + "]")) ==
      std::vector<Shown>{{"Lab", {"hall-a"}}, {"Long", {"hall-a"}}, {"Keynote", {"hall-b"}}, {"Keynote", {"hall-c"}}});
  // Of two it is either.
  const std::string second = slot("6", R"({ "id": 6, "name": "Hall D" })", keynote, talk("16", "Other"));
  CHECK(shown(read("[" + main + ", " + second + ", " + overflows + "]")).size() == 4);
}

TEST_CASE("a slot of cfp.dev without a talk is called by its type where it is reserved, and is empty else") {
  const FeedReading reading =
      read("[" + slot("1", hall_a, keynote, R"("reserved": true, "remark": "internal", "proposal": null)") + ",\n" +
           slot("2", hall_b, keynote, R"("reserved": false, "proposal": null)") + ",\n" +
           slot("3", hall_c, keynote, R"("proposal": null)") + "]");
  CHECK(shown(reading) == std::vector<Shown>{{"Keynote", {"hall-a"}}});
  CHECK(reading.schedule->sessions().front().id == "slot 1");
  CHECK(texts(reading.problems) ==
        Texts{"2: /1: the slot has no talk yet; it is left out", "3: /2: the slot has no talk yet; it is left out"});
}

TEST_CASE("a talk of cfp.dev keeps its id from slot to slot, and has one for each time it is given") {
  const std::string later = R"("fromDate": "2024-04-17T09:00:00Z", "toDate": "2024-04-17T10:00:00Z")";
  const auto part = read_feed_part("[" + slot("11", hall_a, keynote, talk("5", "Talk")) + ", " +
                                       slot("5", hall_b, keynote, talk("5", "Talk"), later) + ", " +
                                       slot("6", hall_b, coffee, "") + "]",
                                   {});
  REQUIRE(part);
  const auto& sessions = part->part.parts.sessions;
  REQUIRE(sessions.size() == 3);
  CHECK(sessions[0].id == "5");
  CHECK(sessions[1].id == "5 2");
  CHECK(sessions[2].id == "slot 6");
  CHECK(part->part.other_ids.at("11") == "5");
}

TEST_CASE("rooms of cfp.dev are told apart by number, and may share a name") {
  const FeedReading reading = read("[" + slot("1", hall_a, keynote, talk("11", "One")) + ", " +
                                   slot("2", R"({ "id": 9, "name": "Hall A" })", keynote, talk("12", "Two")) + "]");
  CHECK(shown(reading) == std::vector<Shown>{{"One", {"hall-a"}}, {"Two", {"hall-a-2"}}});
}

TEST_CASE("what is wrong in a day of cfp.dev is set aside with a problem, and the rest is shown") {
  const auto problems_of = [&](const std::string& wrong) {
    const FeedReading reading = read("[" + slot("1", hall_a, keynote, talk("11", "One")) + ",\n" + wrong + "]");
    CHECK(shown(reading) == std::vector<Shown>{{"One", {"hall-a"}}});
    return texts(reading.problems);
  };
  CHECK(problems_of("5") == Texts{"2: /1: 5 is not a slot; write {…}"});
  CHECK(problems_of(slot("2", "null", keynote, talk("2", "T"))) ==
        Texts{"2: /1: the session has no room; it is left out"});
  CHECK(problems_of(slot("2", hall_b, keynote, talk("2", "T"), R"("fromDate": "soon", "toDate": null)")) ==
        Texts{"2: /1/fromDate: \"soon\" is not a time; write \"2024-04-17T10:00:00+03:00\""});
  CHECK(problems_of(slot("2", hall_b, keynote, talk("2", "T"), R"("fromDate": null, "toDate": null)")) ==
        Texts{"2: /1: the session has no start yet; it is left out"});
  CHECK(problems_of(slot("null", hall_b, keynote, R"("proposal": { "title": "T" })")) ==
        Texts{"2: /1: the session has no id; it is left out"});
}

TEST_CASE("a session of cfp.dev that ends before it starts is shown without an end") {
  for (const auto& [end, problems] :
       {std::pair{"06:59:59", 1U}, std::pair{"07:00:00", 0U}, std::pair{"07:00:01", 0U}}) {
    const FeedReading reading =
        read("[" +
             slot("1", hall_a, keynote, talk("11", "One"),
                  R"("fromDate": "2024-04-17T07:00:00Z", "toDate": "2024-04-17T)" + std::string(end) + "Z\"") +
             "]");
    CHECK(reading.problems.size() == problems);
    CHECK(reading.schedule->sessions().front().end.has_value() == (problems == 0));
  }
}

TEST_CASE("a day of cfp.dev that names no zone is told so, and its instants are what they are") {
  const std::string day = R"([ { "id": 1, "fromDate": "2024-04-17T07:00:00Z", "toDate": "2024-04-17T08:00:00Z",
    "room": )" + hall_a + R"(, "sessionType": )" +
                          keynote + ", " + talk("11", "One") + " } ]";
  const FeedReading reading = read(day);
  CHECK(texts(reading.problems) ==
        Texts{"1: the feed does not say its time zone, so that nothing is on or next; write time_zone = "
              "\"Europe/Berlin\" in the settings"});
  const FeedReading settings = read(day, {.time_zone = find_time_zone("Europe/Moscow")});
  CHECK(texts(settings.problems) == Texts{});
  CHECK(settings.schedule->sessions().front().start == at("2024-04-17T10:00:00"));
}

TEST_CASE("a day of cfp.dev in which no slot has a room is refused") {
  const auto reading = read_feed("[" + slot("1", "null", coffee, "") + "]", {});
  REQUIRE_FALSE(reading);
  CHECK(to_string(reading.error()).find("no slot has a room yet; add rooms in cfp.dev") != std::string::npos);
}

TEST_CASE("a day of cfp.dev whose first slots are broken is one all the same") {
  const FeedReading reading = read("[null, 5, " + slot("1", hall_a, keynote, talk("11", "One")) + "]");
  CHECK(shown(reading) == std::vector<Shown>{{"One", {"hall-a"}}});
  CHECK(reading.problems.size() == 2);
}
