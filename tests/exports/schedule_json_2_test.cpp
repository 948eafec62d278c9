#include "exports/schedule_json_2.h"

#include "tests/catch.h"
#include "tests/dialects/feed_text.h"
#include "tests/exports/read_export.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a test of many of its values
using kiosk::test::at;
using kiosk::test::only_session;
using kiosk::test::read;
using kiosk::test::texts;

namespace {

using Texts = std::vector<std::string>;

std::string refusal_of(const std::string& bytes) {
  const auto reading = read_feed(bytes, {.file = "feed"});
  return reading ? "read" : to_string(reading.error());
}

const std::string two_rooms = R"([ { "type": "LECTURE_HALL", "name": "Saal 1", "slug": "saal-1", "guid": "r1" },
    { "type": "STAGE", "name": "Stage <HUFF>", "slug": "stage-huff", "guid": "r2", "description": { "en": "…" } } ])";

// A conference in Moscow's time; its events begin on line 8.
std::string schedule_of(const std::string& events, const std::string& rooms = two_rooms) {
  return R"({ "$schema": "https://c3voc.de/schedule/schema2.json", "schedule": { "version": "1",
  "base_url": "https://hub.example.org/", "conference": { "acronym": "conf", "title": "Conference",
    "time_zone_name": "Europe/Moscow", "tracks": [ { "guid": "t1", "slug": "ccc", "name": "CCC &amp; more" } ],
    "days": [ { "index": 1, "date": "2024-04-17", "start": "2024-04-17T05:00:00+03:00", "end": "2024-04-18T05:00:00+03:00" } ],
    "rooms": )" +
         rooms +
         R"( }, "persons": [ { "guid": "p1", "name": "Анна", "avatar": { "url": "/media/a.jpg" } } ], "events": [
)" + events +
         " ] } }";
}

std::string event_of(const std::string& guid, const std::string& more = "") {
  return R"({ "guid": ")" + guid + R"(", "type": "TALK", "start": "2024-04-17T10:00:00+03:00",
      "end": "2024-04-17T11:00:00+03:00", "room": { "name": "Saal 1", "slug": "saal-1", "guid": "r1" }, "title": "Talk")" +
         (more.empty() ? "" : ", " + more) + " }";
}

Session session_of(const std::string& more) { return only_session(read(schedule_of(event_of("g", more)))); }

Texts hall_ids(const FeedReading& reading) {
  Texts ids;
  for (const Hall& hall : reading.schedule->halls()) {
    ids.push_back(hall.id);
  }
  return ids;
}

}  // namespace

TEST_CASE("every field of a schedule.json of version 2 that a screen shows is read") {
  const FeedReading reading = read(schedule_of(R"({ "guid": "g1", "code": "ABCDEF", "type": "TALK", "slug": "talk",
    "start": "2024-04-17T23:30:00+03:00", "end": "2024-04-18T00:15:00+03:00", "room": { "guid": "r2" },
    "title": "<input> &amp; *args", "subtitle": "Sub", "language": "ru", "track": { "slug": "ccc" }, "abstract": "…",
    "description": { "en": "…" }, "logo": null, "url": "/event/talk", "links": [], "attachments": [],
    "participants": [ { "guid": "p1", "name": "Анна Иванова", "role": "SPEAKER" }, { "guid": "p9", "name": "Bob" } ] })"));
  CHECK(texts(reading.problems) == Texts{});
  CHECK(hall_ids(reading) == Texts{"saal-1", "stage-huff"});
  CHECK(reading.schedule->event().title == "Conference");
  CHECK(reading.schedule->event().url == Link{"https://hub.example.org/"});
  CHECK(reading.schedule->time_zone() == find_time_zone("Europe/Moscow"));
  CHECK(reading.schedule->lists_halls());
  Session expected;
  expected.id = "g1";
  expected.halls = {"stage-huff"};
  expected.start = at("2024-04-17T23:30:00");
  expected.end = at("2024-04-18T00:15:00");
  expected.title = "<input> & *args";
  expected.subtitle = "Sub";
  expected.track = "CCC & more";
  expected.language = "ru";
  expected.speakers = {{"Анна Иванова", {}, "https://hub.example.org/media/a.jpg"}, {"Bob", {}, ""}};
  CHECK(only_session(reading) == expected);
}

TEST_CASE("a schedule.json is of version 2 by its list of events, or where its schema says so") {
  const auto dialect_of = [](const std::string& text) {
    const auto reading = read_feed_part(text, {});
    return reading ? reading->dialect : to_string(reading.error());
  };
  const std::string room = R"("conference": { "title": "C", "rooms": [ { "name": "A" } ])";
  CHECK(dialect_of(R"({ "schedule": { )" + room + R"( }, "events": [] } })") == "schedule.json 2");
  CHECK(dialect_of("{ " + room + R"( }, "events": [] })") == "schedule.json 2");
  for (const char* schema : {"../schema2.json", "https://c3voc.de/schema/schedule2"}) {
    CHECK(dialect_of(std::string(R"({ "$schema": ")") + schema + R"(", "schedule": { )" + room + " } } }") ==
          "schedule.json 2");
  }
  CHECK(dialect_of(R"({ "schedule": { )" + room + R"(, "days": [ { "rooms": {} } ] }, "events": [] } })") ==
        "schedule.json 2");
  // Days that have rooms have the events, too, whatever stands beside them.
  CHECK(dialect_of(R"({ "$schema": "schema2.json", "schedule": { )" + room +
                   R"(, "days": [ { "rooms": { "A": [] } } ] }, "events": [] } })") == "schedule.json");
  CHECK(dialect_of(R"({ "schedule": { )" + room + R"(, "days": [] } } })") == "schedule.json");
}

TEST_CASE("a programme without a session is never without a finding") {
  for (const char* events : {"", "7"}) {
    const FeedReading reading = read(schedule_of(events));
    CHECK(reading.schedule->sessions().empty());
    CHECK(hall_ids(reading).size() == 2);
    REQUIRE_FALSE(reading.problems.empty());
    CHECK(texts(reading.problems).back() ==
          "1: there are no sessions in it; the halls are shown with nothing scheduled");
  }
  CHECK(texts(read(R"({ "$schema": "schema2.json", "schedule": { "conference": { "time_zone_name": "UTC",
      "rooms": [ { "name": "A" } ] }, "events": {} } })")
                  .problems)
            .front() == "2: /schedule/events: an object is not a list; write […]");
  CHECK(
      refusal_of(R"({ "schedule": { "conference": { "title": "C", "time_zone_name": "UTC" }, "events": [] } })") ==
      "feed:1: /schedule/conference: the schedule has neither rooms nor sessions yet; publish them, or list the rooms");
}

TEST_CASE("an event of version 2 names its room by guid, slug or name") {
  for (const char* room :
       {R"({ "guid": "r2" })", R"({ "guid": "other", "slug": "stage-huff" })", R"({ "name": "stage <huff>" })",
        R"("Stage <HUFF>")", R"({ "guid": "r2", "name": "Saal 1" })"}) {
    CAPTURE(room);
    CHECK(session_of(std::string("\"room\": ") + room).halls == Texts{"stage-huff"});
  }
}

TEST_CASE("two rooms of one name are two in version 2, since events name them by guid") {
  const std::string rooms = R"([ { "name": "Stage", "slug": "stage", "guid": "a" },
    { "name": "Stage", "slug": "stage-16", "guid": "b" }, { "name": "Stage", "slug": "again", "guid": "b" },
    { "name": "Stage" } ])";
  const FeedReading reading =
      read(schedule_of(event_of("g", R"("room": { "name": "Stage", "slug": "stage-16", "guid": "b" })"), rooms));
  CHECK(hall_ids(reading) == Texts{"stage", "stage-16"});
  CHECK(only_session(reading).halls == Texts{"stage-16"});
}

TEST_CASE("rooms of version 2 that are not listed are those that events name") {
  const FeedReading one_more =
      read(schedule_of(event_of("g", R"("room": { "guid": "r3", "slug": "tent", "name": "Zelt" })")));
  CHECK(texts(one_more.problems) == Texts{});
  CHECK(hall_ids(one_more) == Texts{"saal-1", "stage-huff", "tent"});
  CHECK(one_more.schedule->lists_halls());
  const FeedReading unlisted = read(schedule_of(event_of("g"), "null"));
  CHECK(hall_ids(unlisted) == Texts{"saal-1"});
  CHECK_FALSE(unlisted.schedule->lists_halls());
}

TEST_CASE("an event of version 2 that no door can show is left out with its pointer and line") {
  struct Case {
    const char* more;
    const char* problem;
    bool is_error;
  };
  const Case cases[] = {
      {R"("room": null)", "7: /schedule/events/0: the session has no room; it is left out", false},
      {R"("start": null)", "7: /schedule/events/0: the session has no start yet; it is left out", false},
      {R"("room": { "guid": "r9" })",
       "8: /schedule/events/0/room: the session's room is none of the rooms, and has no name; the session is left out",
       true},
      {R"("room": 7)", "8: /schedule/events/0/room: 7 is not a room; write {…}", true},
      {R"("title": "")", "7: /schedule/events/0: the session has no title; it is left out", true},
      {R"("start": "10:00")",
       R"(8: /schedule/events/0/start: "10:00" is not a time; write "2024-04-17T10:00:00+03:00")", true},
  };
  for (const Case& bad : cases) {
    CAPTURE(bad.more);
    const FeedReading reading = read(schedule_of(event_of("bad", bad.more) + ",\n" + event_of("good")));
    CHECK(only_session(reading).id == "good");
    CHECK(texts(reading.problems) == Texts{bad.problem});
    CHECK(any_errors(reading.problems) == bad.is_error);
  }
}

TEST_CASE("an event of version 2 ends at its end, else after the duration that is deprecated") {
  CHECK(session_of(R"("end": "2024-04-17T10:45:00+03:00", "duration": "02:00")").end == at("2024-04-17T10:45:00"));
  CHECK(session_of(R"("end": null, "duration": "00:30")").end == at("2024-04-17T10:30:00"));
  CHECK(session_of(R"("end": null, "duration": "PT30M")").end == at("2024-04-17T10:30:00"));
  CHECK_FALSE(session_of(R"("end": null)").end);
  CHECK_FALSE(session_of(R"("end": "2024-04-17T09:00:00+03:00")").end);
  CHECK(session_of(R"("end": "2024-04-18T10:00:00+03:00")").kind == SessionKind::all_day);
  CHECK(session_of(R"("end": "2024-04-18T09:59:00+03:00")").kind == SessionKind::session);
}

TEST_CASE("durations of version 2 that cannot be meant are told where they stand") {
  const FeedReading reading =
      read(schedule_of(event_of("a", R"("end": null, "duration": "00:20:00")") + ",\n" +
                       event_of("b", R"("start": "2024-04-17T11:00:00+03:00", "end": "2024-04-17T12:00:00+03:00")")));
  CHECK(reading.schedule->sessions()[0].end == at("2024-04-17T10:20:00"));
  REQUIRE(reading.problems.size() == 1);
  CHECK(texts(reading.problems).front().find("/schedule/events/0/duration: \"00:20:00\" counts seconds, it seems") !=
        std::string::npos);
}

TEST_CASE("an event of version 2 is a break by its type or title, and cancelled by its state or title") {
  CHECK(session_of(R"("type": "BREAK")").kind == SessionKind::break_);
  CHECK(session_of(R"("title": "Mittagspause")").kind == SessionKind::break_);
  CHECK(session_of(R"("type": "OTHER")").kind == SessionKind::session);
  CHECK(session_of(R"("title": "Lunch with an expert")").kind == SessionKind::session);
  CHECK(session_of(R"("state": "CANCELLED")").state == SessionState::cancelled);
  CHECK(session_of(R"("state": "CONFIRMED")").state == SessionState::confirmed);
  const Session by_title = session_of(R"x("title": "Talk (abgesagt)")x");
  CHECK(by_title.state == SessionState::cancelled);
  CHECK(by_title.title == "Talk");
}

TEST_CASE("a track of version 2 is named by slug, by guid, by a name of its own or as a text") {
  for (const char* track :
       {R"({ "slug": "ccc" })", R"({ "guid": "t1" })", R"("ccc")", R"({ "name": "CCC & more" })", R"("CCC & more")"}) {
    CAPTURE(track);
    CHECK(session_of(std::string("\"track\": ") + track).track == "CCC & more");
  }
  CHECK(session_of(R"("track": null)").track.empty());
  CHECK(session_of(R"("track": { "guid": "t9" })").track.empty());
  const FeedReading unknown = read(schedule_of(event_of("g", R"("track": { "slug": "art" })")));
  CHECK(only_session(unknown).track.empty());
  CHECK(texts(unknown.problems) ==
        Texts{R"(8: /schedule/events/0/track: the track "art" is not in the list of tracks)"});
}

TEST_CASE("participants of version 2 are found by guid, or bring a name of their own") {
  const auto speakers =
      session_of(R"("participants": [ { "guid": "p1" }, { "guid": "x", "name": "_nick_" }, "Carol" ])").speakers;
  REQUIRE(speakers.size() == 3);
  CHECK(speakers[0].name == "Анна");
  CHECK(speakers[0].photo == "https://hub.example.org/media/a.jpg");
  CHECK(speakers[1].name == "_nick_");
  CHECK(speakers[2].name == "Carol");
  const FeedReading unknown = read(schedule_of(event_of("g", R"("participants": [ { "guid": "p9" } ])")));
  CHECK(only_session(unknown).speakers.empty());
  CHECK(texts(unknown.problems) ==
        Texts{R"(8: /schedule/events/0/participants/0: the person "p9" is not in the list of persons)"});
}

TEST_CASE("an event of version 2 is known by its guid, else its code, and found again by any") {
  CHECK(session_of(R"("guid": null, "code": "ABCDEF")").id == "ABCDEF");
  CHECK(session_of(R"("guid": null)").id == "2024-04-17T07:00:00+00:00 saal-1 Talk");
  const auto part = read_feed_part(schedule_of(event_of("g", R"("code": "ABCDEF", "slug": "talk")")), {});
  REQUIRE(part);
  for (const char* other : {"g", "ABCDEF", "talk"}) {
    CHECK(part->part.other_ids.at(other) == "g");
  }
  const FeedReading copied = read(schedule_of(event_of("g") + ",\n" + event_of("g", R"("title": "Another")")));
  CHECK(copied.schedule->sessions().size() == 2);
  CHECK(copied.problems.size() == 1);
  const FeedReading two_rooms_at_once =
      read(schedule_of(event_of("g") + ",\n" + event_of("g", R"("room": { "guid": "r2" })")));
  CHECK(only_session(two_rooms_at_once).halls == Texts{"saal-1", "stage-huff"});
}

TEST_CASE("without a zone's name the offsets of version 2 stand in for it") {
  const FeedReading reading =
      read(R"({ "schedule": { "conference": { "title": "C" }, "events": [)" + event_of("g") + "] } }");
  CHECK(only_session(reading).start == at("2024-04-17T10:00:00"));
  CHECK(to_local(only_session(reading).start, reading.schedule->time_zone()) ==
        to_local(at("2024-04-17T10:00:00"), *find_time_zone("Europe/Moscow")));
  CHECK(texts(reading.problems).front().find("\"time_zone_name\" is missing") != std::string::npos);
}
