#include "exports/indico.h"

#include "tests/catch.h"
#include "tests/dialects/feed_text.h"
#include "tests/exports/read_export.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a test of many of its values
using kiosk::test::at;
using kiosk::test::read;
using kiosk::test::texts;

namespace {

using Texts = std::vector<std::string>;

std::string refusal_of(const std::string& bytes) {
  const auto reading = read_feed(bytes, {});
  return reading ? "read" : to_string(reading.error());
}

// Entries of 17 April begin on line 2.
std::string timetable(const std::string& entries, const std::string& more_days = "") {
  return R"({ "count": 1, "additionalInfo": {}, "_type": "HTTPAPIResult", "url": "https://indico.example.org/export/timetable/7.json", "ts": 1, "results": { "7": { "20240416": {}, "20240417": {
)" + entries +
         " }" + more_days + " } } }";
}

std::string time(const std::string& key, const std::string& clock, const std::string& zone = "Europe/Moscow") {
  return '"' + key + R"(": { "date": "2024-04-17", "time": ")" + clock + R"(", "tz": ")" + zone + R"(" })";
}

std::string times(const std::string& from, const std::string& to) {
  return time("startDate", from) + ", " + time("endDate", to);
}

// "c12": a talk of that number.
std::string talk(const std::string& number, const std::string& more, const std::string& when = "") {
  return "\"c" + number + R"(": { "entryType": "Contribution", "id": "c)" + number + R"(", "contributionId": )" +
         number + R"(, "title": "Talk )" + number + R"(", )" + (when.empty() ? times("10:00:00", "10:20:00") : when) +
         (more.empty() ? "" : ", " + more) + " }";
}

std::string block(const std::string& more, const std::string& entries) {
  return R"("s5": { "entryType": "Session", "id": "s5", "title": "Grid &amp; Clouds", "slotTitle": "Monday", )" +
         times("10:00:00", "12:00:00") +
         R"(, "conveners": [ { "name": "Dr Ada Lovelace", "affiliation": "CERN" } ], )" + more + R"(, "entries": {)" +
         entries + "} }";
}

std::string lunch(const std::string& more = "") {
  return R"("b9": { "entryType": "Break", "id": "b9", "title": "lunch, exhibits", )" + times("13:00:00", "14:00:00") +
         (more.empty() ? "" : ", " + more) + " }";
}

Texts titles(const Schedule& schedule) {
  Texts result;
  for (const Session& session : schedule.sessions()) {
    result.push_back(session.title.in(""));
  }
  return result;
}

}  // namespace

TEST_CASE("every field of a talk in Indico's timetable that a screen shows is read") {
  const FeedReading reading =
      read(timetable(block(R"("room": "Hall A", "isPoster": false)",
                           talk("12", R"("room": "Hall B", "description": "<p>…</p>", "presenters": [
              { "firstName": "Anna", "familyName": "Ivanova", "name": "Dr Anna Ivanova", "affiliation": "JINR", "email": "a@example.org" },
              { "name": "GRACIANI DIAZ, Ricardo" } ])"))));
  CHECK(texts(reading.problems) == Texts{});
  CHECK(reading.schedule->time_zone() == *find_time_zone("Europe/Moscow"));
  CHECK_FALSE(reading.schedule->lists_halls());
  REQUIRE(reading.schedule->sessions().size() == 1);
  Session expected;
  expected.id = "12";
  expected.halls = {"hall-b"};
  expected.start = at("2024-04-17T10:00:00");
  expected.end = at("2024-04-17T10:20:00");
  expected.title = "Talk 12";
  expected.track = "Grid & Clouds";
  expected.speakers = {{"Anna Ivanova", "JINR", ""}, {"GRACIANI DIAZ, Ricardo", "", ""}};
  CHECK(reading.schedule->sessions().front() == expected);
}

TEST_CASE("a talk without a room is in its block's") {
  for (const char* room : {R"("room": "")", R"("room": null)", R"("location": "CERN")"}) {
    const FeedReading reading = read(timetable(block(R"("room": "Hall A")", talk("1", room))));
    CHECK(reading.schedule->sessions().front().halls == Texts{"hall-a"});
  }
}

TEST_CASE("a block of a session is shown itself where it has no talks, or has posters") {
  const std::string room = R"("room": "Hall A")";
  for (const std::string& entries :
       {block(room, ""), block(room + R"(, "isPoster": true)", talk("1", "") + ", " + talk("2", ""))}) {
    const FeedReading reading = read(timetable(entries));
    CHECK(texts(reading.problems) == Texts{});
    REQUIRE(titles(*reading.schedule) == Texts{"Grid & Clouds"});
    CHECK(reading.schedule->sessions().front().subtitle == "Monday");
    CHECK(reading.schedule->sessions().front().id == "s5");
    REQUIRE(reading.schedule->sessions().front().speakers.size() == 1);
    CHECK(reading.schedule->sessions().front().speakers.front().name == "Dr Ada Lovelace");
  }
  CHECK(titles(*read(timetable(block(room, lunch()))).schedule) == Texts{"Grid & Clouds", "lunch, exhibits"});
  CHECK(titles(*read(timetable(block(room, lunch() + ", " + talk("1", "")))).schedule) ==
        Texts{"lunch, exhibits", "Talk 1"});
}

TEST_CASE("a break without a room is everywhere, one with a room is there") {
  const std::string talks = talk("1", R"("room": "Hall A")") + ", " + talk("2", R"("room": "Hall B")");
  const FeedReading everywhere = read(timetable(lunch(R"("room": "")") + ", " + talks));
  CHECK(texts(everywhere.problems) == Texts{});
  const Session& all = everywhere.schedule->sessions().front();
  CHECK(all.halls == Texts{"hall-a", "hall-b"});
  CHECK(all.plenum);
  CHECK(all.kind == SessionKind::break_);
  const FeedReading there = read(timetable(lunch(R"("room": "Hall A")") + ", " + talks));
  CHECK(there.schedule->sessions().front().halls == Texts{"hall-a"});
  CHECK_FALSE(there.schedule->sessions().front().plenum);
}

TEST_CASE("a block that lasts past midnight stands on two days, and is one") {
  const std::string night =
      R"("s5": { "entryType": "Session", "id": "s5", "title": "Night shift", "room": "Hall A", "entries": {}, )" +
      time("startDate", "22:00:00") +
      R"(, "endDate": { "date": "2024-04-18", "time": "01:00:00", "tz": "Europe/Moscow" } })";
  const FeedReading reading = read(timetable(night, R"(, "20240418": {)" + night + "}"));
  CHECK(texts(reading.problems) == Texts{});
  REQUIRE(titles(*reading.schedule) == Texts{"Night shift"});
  CHECK(reading.schedule->sessions().front().end == at("2024-04-18T01:00:00"));
}

TEST_CASE("each of Indico's times is in the zone it says") {
  const std::string two =
      talk("1", R"("room": "A")", times("10:00:00", "10:20:00")) + ", " +
      talk("2", R"("room": "A")",
           time("startDate", "10:00:00", "Europe/Zurich") + ", " + time("endDate", "10:20:00", "Europe/Zurich"));
  const FeedReading own = read(timetable(two));
  CHECK(own.schedule->sessions()[0].start == at("2024-04-17T10:00:00"));
  CHECK(own.schedule->sessions()[1].start == at("2024-04-17T11:00:00"));
  CHECK(own.schedule->time_zone() == *find_time_zone("Europe/Moscow"));
  const FeedReading settings = read(timetable(two), {.time_zone = find_time_zone("Asia/Tokyo")});
  CHECK(settings.schedule->sessions()[1].start == at("2024-04-17T11:00:00"));
  CHECK(settings.schedule->time_zone() == *find_time_zone("Asia/Tokyo"));

  const std::string unsaid = R"("c1": { "id": "c1", "title": "T", "room": "A",
    "startDate": { "date": "2024-04-17", "time": "10:00:00" } })";
  CHECK(texts(read(timetable(unsaid)).problems) ==
        Texts{"1: the feed does not say its time zone, so that nothing is on or next; write time_zone = "
              "\"Europe/Berlin\" in the settings"});
  CHECK(read(timetable(unsaid), {.time_zone = find_time_zone("Europe/Moscow")}).schedule->sessions()[0].start ==
        at("2024-04-17T10:00:00"));
}

TEST_CASE("a zone of Indico that this machine does not know leaves every session as it is written, with one problem") {
  const std::string strange =
      timetable(talk("1", R"("room": "A")", time("startDate", "10:00:00", "Europe/Moskow")) + ", " +
                talk("2", R"("room": "A")", time("startDate", "11:00:00", "Europe/Moskow")));
  const auto no_rules = [](std::string_view) -> SaidZone { return NoZone::no_rules; };
  const std::pair<FeedContext, std::string> cases[] = {
      {FeedContext{}, "\"Europe/Moskow\" is not a time zone"},
      {FeedContext{.find_zone = no_rules}, "install tzdata"},
  };
  for (const auto& [context, said] : cases) {
    const FeedReading reading = read(strange, context);
    REQUIRE(reading.schedule->sessions().size() == 2);
    CHECK(reading.schedule->sessions()[1].start == at("2024-04-17T11:00:00Z"));
    REQUIRE(reading.problems.size() == 1);
    CHECK(texts(reading.problems).front().find(said) != std::string::npos);
  }
}

TEST_CASE("titles in Indico are plain text, and say what is cancelled and what is a break") {
  const auto session_called = [](const std::string& title) {
    return read(timetable(R"("c1": { "entryType": "Contribution", "id": "c1", "room": "A", )" +
                          times("10:00:00", "10:20:00") + R"(, "title": ")" + title + "\" }"))
        .schedule->sessions()
        .front();
  };
  CHECK(session_called("<b> in __init__ &amp; R&amp;D").title == "<b> in __init__ & R&D");
  CHECK(session_called("CANCELLED: Talk").title == "Talk");
  CHECK(session_called("Talk (abgesagt)").state == SessionState::cancelled);
  CHECK(session_called("Coffee break").kind == SessionKind::break_);
  CHECK(session_called("Lunch with an expert").kind == SessionKind::session);
}

TEST_CASE("what is wrong in Indico's timetable is set aside with a problem, and the rest is shown") {
  const std::string good = ", " + talk("1", R"("room": "A")");
  const auto problems_of = [&](const std::string& entry) {
    const FeedReading reading = read(timetable(entry + good));
    CHECK(titles(*reading.schedule) == Texts{"Talk 1"});
    return texts(reading.problems);
  };
  const std::string ten = times("10:00:00", "11:00:00");
  const std::string front = "2: /results/7/20240417/x";
  CHECK(problems_of("\"x\": 5") == Texts{front + ": 5 is not an entry of the timetable; write {…}"});
  CHECK(problems_of(R"("x": { "id": "x", "title": "T", )" + ten + " }") ==
        Texts{front + ": the session has no room; it is left out"});
  CHECK(problems_of(R"("x": { "id": "x", "room": "A", )" + ten + " }") ==
        Texts{front + ": the session has no title; it is left out"});
  CHECK(problems_of(R"("x": { "title": "T", "room": "A", )" + ten + " }") ==
        Texts{front + ": the session has no id; it is left out"});
  CHECK(problems_of(R"("x": { "id": "x", "title": "T", "room": "A", "startDate": null })") ==
        Texts{front + ": the session has no start yet; it is left out"});
  const std::string endless = R"({ "date": ")" + std::string(1000, '1') + R"(", "time": "10:00:00" })";
  for (const std::string& wrong :
       std::vector<std::string>{R"("soon")", R"({ "date": "2024-04-31", "time": "10:00:00" })",
                                R"({ "date": "2024-04-17" })", "{}", endless}) {
    const Texts found = problems_of(R"("x": { "id": "x", "title": "T", "room": "A", "startDate": )" + wrong + " }");
    REQUIRE(found.size() == 1);
    CHECK(found.front().starts_with(front + "/startDate: "));
    CHECK(found.front().find("is not a time; expected {\"date\": ") != std::string::npos);
  }
}

TEST_CASE("a session of Indico that ends before it starts is shown without an end") {
  const FeedReading reading = read(timetable(talk("1", R"("room": "A")", times("10:00:00", "09:59:59"))));
  CHECK_FALSE(reading.schedule->sessions().front().end);
  CHECK(texts(reading.problems) ==
        Texts{"2: /results/7/20240417/c1/endDate: the session ends before it starts; shown without an end"});
  CHECK(texts(read(timetable(talk("1", R"("room": "A")", times("10:00:00", "10:00:00")))).problems) == Texts{});
}

TEST_CASE("a timetable of Indico in which nothing has a room is refused") {
  for (const std::string& entries : {std::string(), lunch(), talk("1", "")}) {
    CHECK(refusal_of(timetable(entries))
              .ends_with("/results: nothing in the timetable has a room yet; add rooms in Indico"));
  }
}

TEST_CASE("Indico's event with its talks is read as well") {
  const auto event = [](const std::string& room, const std::string& talks, const std::string& sessions = "") {
    return R"({ "count": 1, "ts": 1, "url": "https://indico.example.org/export/event/7.json", "results": [ {
      "_type": "Conference", "id": "7", "title": "Meeting", "timezone": "Europe/Moscow", "room": ")" +
           room + R"(", "url": "https://indico.example.org/event/7/", "contributions": [)" + talks +
           R"(], "sessions": [)" + sessions + "] } ] }";
  };
  const std::string one =
      R"({ "_type": "Contribution", "id": "27", "db_id": 174307, "title": "News", "session": "Plenary",
    "room": "", )" +
      times("10:00:00", "10:20:00") +
      R"(, "track": null, "speakers": [ { "first_name": "Anna", "last_name": "Ivanova",
    "fullName": "Ivanova, Anna", "affiliation": "JINR" } ] })";
  const FeedReading reading = read(event("Hall A", one));
  CHECK(texts(reading.problems) == Texts{});
  CHECK(reading.schedule->event().title == "Meeting");
  CHECK(reading.schedule->event().url == Link{"https://indico.example.org/event/7/"});
  Session expected;
  expected.id = "27";
  expected.halls = {"hall-a"};
  expected.start = at("2024-04-17T10:00:00");
  expected.end = at("2024-04-17T10:20:00");
  expected.title = "News";
  expected.track = "Plenary";
  expected.speakers = {{"Anna Ivanova", "JINR", ""}};
  REQUIRE(reading.schedule->sessions().size() == 1);
  CHECK(reading.schedule->sessions().front() == expected);

  const FeedReading in_sessions =
      read(event("", "",
                 R"({ "id": "3", "title": "Track B", "room": "Hall B", )" + times("10:00:00", "12:00:00") +
                     R"(, "contributions": [)" + one + "] }"));
  REQUIRE(titles(*in_sessions.schedule) == Texts{"News"});
  CHECK(in_sessions.schedule->sessions().front().halls == Texts{"hall-b"});
  CHECK(in_sessions.schedule->sessions().front().track == "Track B");
  CHECK(refusal_of(event("", one)).ends_with("nothing in the timetable has a room yet; add rooms in Indico"));
}

TEST_CASE("a talk of Indico is found by its entry's id as well as by its number") {
  const auto part = read_feed_part(timetable(talk("12", R"("room": "A")")), {});
  REQUIRE(part);
  CHECK(part->part.parts.sessions.front().id == "12");
  CHECK(part->part.other_ids.at("c12") == "12");
}
