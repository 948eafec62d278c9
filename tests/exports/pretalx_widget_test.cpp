#include "exports/pretalx_widget.h"

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

// Two rooms, a track, a speaker; talks begin on line 2.
std::string widget_of(const std::string& talks, const std::string& zone = R"("timezone": "Europe/Moscow",)") {
  return "{ \"talks\": [\n" + talks + R"(],
  "version": "0.17", "schedule_id": 599, )" +
         zone + R"( "event_start": "2024-04-17", "event_end": "2024-04-18",
  "tracks": [ { "id": 4, "name": { "en": "Science", "ru": "Наука" }, "color": "#4a66d3" } ],
  "rooms": [ { "id": 281, "name": { "en": "Great Hall", "ru": "Большой зал" }, "description": {} },
             { "id": 282, "name": "Small Hall" } ],
  "speakers": [ { "code": "YY3RMW", "name": "Анна &amp; Ко", "avatar": "https://example.org/a.webp" },
                { "code": "AGNRWA", "name": "Bob", "avatar": null } ] })";
}

std::string talk_of(const std::string& code, const std::string& more = "") {
  return R"({ "code": ")" + code + R"(", "id": 20944, "title": "Talk", "abstract": "…", "speakers": [], "track": null,
    "start": "2024-04-17T10:00:00+03:00", "end": "2024-04-17T10:45:00+03:00", "room": 281)" +
         (more.empty() ? "" : ", " + more) + " }";
}

// What has no submission, as pretalx writes it.
std::string slot_of(const std::string& more = R"("room": 281)") {
  return R"({ "id": 20955, "title": { "en": "Doors", "es": "Puertas" }, "start": "2024-04-17T07:00:00Z",
    "end": "2024-04-17T10:20:00+03:00", )" +
         more + " }";
}

Session session_of(const std::string& more) { return only_session(read(widget_of(talk_of("XFUR3C", more)))); }

}  // namespace

TEST_CASE("every field of pretalx's widget data that a screen shows is read") {
  const FeedReading reading = read(widget_of(R"({ "code": "XFUR3C", "id": 20944, "title": "<input> &amp; __init__",
    "abstract": "…", "speakers": [ "AGNRWA", "YY3RMW" ], "track": 4, "start": "2024-04-17T10:00:00+03:00",
    "end": "2024-04-17T10:45:00+03:00", "room": 282, "duration": 30, "updated": "2024-04-01T00:00:00.123+00:00",
    "content_locale": "ru", "do_not_record": false })"));
  CHECK(texts(reading.problems) == Texts{});
  REQUIRE(reading.schedule->halls().size() == 2);
  CHECK(reading.schedule->halls()[0].id == "great-hall");
  CHECK(reading.schedule->halls()[0].name.in("ru") == "Большой зал");
  CHECK(reading.schedule->halls()[1].id == "small-hall");
  CHECK(reading.schedule->time_zone() == find_time_zone("Europe/Moscow"));
  // Rooms without talks are not in the data.
  CHECK_FALSE(reading.schedule->lists_halls());
  Session expected;
  expected.id = "XFUR3C";
  expected.halls = {"small-hall"};
  expected.start = at("2024-04-17T10:00:00");
  expected.end = at("2024-04-17T10:45:00");
  expected.title = "<input> & __init__";
  expected.track = {{"en", "Science"}, {"ru", "Наука"}};
  expected.language = "ru";
  expected.speakers = {{"Bob", {}, ""}, {"Анна & Ко", {}, "https://example.org/a.webp"}};
  CHECK(only_session(reading) == expected);
  const auto part = read_feed_part(widget_of(talk_of("XFUR3C")), {});
  REQUIRE(part);
  CHECK(part->dialect == "pretalx widget v2");
  CHECK(part->part.other_ids.at("20944") == "XFUR3C");
}

TEST_CASE("what has no code, or is a slot of that type, is a break") {
  const Session slot = only_session(read(widget_of(slot_of())));
  CHECK(slot.kind == SessionKind::break_);
  CHECK(slot.title.in("es") == "Puertas");
  CHECK(slot.halls == Texts{"great-hall"});
  CHECK_FALSE(slot.plenum);
  CHECK(session_of(R"("slot_type": "break")").kind == SessionKind::break_);
  CHECK(session_of(R"("code": null)").kind == SessionKind::break_);
  CHECK(session_of(R"("title": "Kaffeepause")").kind == SessionKind::break_);
  CHECK(session_of(R"("slot_type": null)").kind == SessionKind::session);
  CHECK(session_of(R"("title": "Lunch with an expert")").kind == SessionKind::session);
}

TEST_CASE("a break's number, which each version of the schedule renews, is not its id") {
  const Session before = only_session(read(widget_of(slot_of())));
  const Session after = only_session(read(widget_of(slot_of(R"("room": 281, "id": 99999)"))));
  CHECK(before.id == "2024-04-17T07:00:00+00:00 great-hall Doors");
  CHECK(before == after);
}

TEST_CASE("one break of several rooms is one for each, and one without a room is in all halls") {
  const FeedReading both = read(widget_of(slot_of() + ",\n" + slot_of(R"("room": 282)")));
  CHECK(both.schedule->sessions().size() == 2);
  CHECK(texts(both.problems) == Texts{});
  const Session everywhere = only_session(read(widget_of(slot_of(R"("room": null)"))));
  CHECK(everywhere.halls == Texts{"great-hall", "small-hall"});
  CHECK(everywhere.plenum);
  CHECK(everywhere.id == "2024-04-17T07:00:00+00:00 Doors");
}

TEST_CASE("what blocks a room for the organizers is nothing for an audience") {
  const FeedReading reading = read(widget_of(slot_of(R"("room": 281, "slot_type": "blocker")") + ",\n" + talk_of("A")));
  CHECK(only_session(reading).id == "A");
  CHECK(texts(reading.problems) == Texts{});
}

TEST_CASE("a talk that takes place twice is two sessions, and one in two rooms at once is one") {
  const FeedReading twice =
      read(widget_of(talk_of("A") + ",\n" +
                     talk_of("A", R"("start": "2024-04-17T14:00:00+03:00", "end": "2024-04-17T14:45:00+03:00")")));
  REQUIRE(twice.schedule->sessions().size() == 2);
  CHECK(twice.schedule->sessions()[0].id == "A");
  CHECK(twice.schedule->sessions()[1].id == "A 2");
  CHECK(texts(twice.problems) == Texts{});
  CHECK(only_session(read(widget_of(talk_of("A") + ",\n" + talk_of("A", R"("room": 282)")))).halls ==
        Texts{"great-hall", "small-hall"});
  const FeedReading same = read(widget_of(talk_of("A") + ",\n" + talk_of("A")));
  CHECK(only_session(same).halls == Texts{"great-hall"});
  CHECK(same.problems.size() == 1);
}

TEST_CASE("a talk is cancelled by its state or its title") {
  for (const char* state : {"canceled", "withdrawn", "rejected"}) {
    CHECK(session_of(std::string("\"state\": \"") + state + '"').state == SessionState::cancelled);
  }
  CHECK(session_of(R"("state": "confirmed")").state == SessionState::confirmed);
  const Session by_title = session_of(R"x("title": { "en": "CANCELLED: Talk", "de": "Vortrag (abgesagt)" })x");
  CHECK(by_title.state == SessionState::cancelled);
  CHECK(by_title.title.in("de") == "Vortrag");
}

TEST_CASE("a talk without an end lasts its duration, where that is one") {
  CHECK(session_of(R"("end": null, "duration": 30)").end == at("2024-04-17T10:30:00"));
  CHECK(session_of(R"("end": null, "duration": 1440)").end == at("2024-04-18T10:00:00"));
  for (const char* duration : {"0", "-5", "1441", "\"30\"", "null"}) {
    CHECK_FALSE(session_of(std::string(R"("end": null, "duration": )") + duration).end);
  }
  const FeedReading early = read(widget_of(talk_of("A", R"("end": "2024-04-17T09:59:00+03:00")")));
  CHECK_FALSE(only_session(early).end);
  CHECK(any_errors(early.problems));
}

TEST_CASE("a bad talk of a widget is set aside with its pointer and line, and the rest lives") {
  struct Case {
    std::string talk;
    const char* problem;
    bool is_error;
  };
  const Case cases[] = {
      {"7", "2: /talks/0: 7 is not a session; write {…}", true},
      {talk_of("A", R"("start": null)"), "2: /talks/0: the session has no start yet; it is left out", false},
      {talk_of("A", R"("start": "soon")"),
       R"(3: /talks/0/start: "soon" is not a time; write "2024-04-17T10:00:00+03:00")", true},
      {talk_of("A", R"("room": null)"), "2: /talks/0: the session has no room; it is left out", true},
      {talk_of("A", R"("room": 5)"), "3: /talks/0/room: 5 is none of the rooms; the session is left out", true},
      {talk_of("A", R"("title": null)"), "2: /talks/0: the session has no title; it is left out", true},
  };
  for (const Case& bad : cases) {
    CAPTURE(bad.talk);
    const FeedReading reading = read(widget_of(bad.talk + ",\n" + talk_of("B")));
    CHECK(only_session(reading).id == "B");
    CHECK(texts(reading.problems) == Texts{bad.problem});
    CHECK(any_errors(reading.problems) == bad.is_error);
  }
}

TEST_CASE("tracks and speakers that a widget does not list are told") {
  const FeedReading reading = read(widget_of(talk_of("A", R"("track": 9, "speakers": [ "NOBODY" ])")));
  CHECK(only_session(reading).track.empty());
  CHECK(only_session(reading).speakers.empty());
  CHECK(texts(reading.problems) ==
        Texts{"3: /talks/0/track: 9 is none of the tracks",
              "3: /talks/0/speakers/0: the speaker \"NOBODY\" is not in the list of speakers"});
}

TEST_CASE("a widget's zone is the settings', else its own, else that of its offsets") {
  CHECK(read(widget_of(talk_of("A")), {.time_zone = find_time_zone("Europe/Berlin")}).schedule->time_zone() ==
        find_time_zone("Europe/Berlin"));
  const FeedReading by_offset = read(widget_of(talk_of("A"), ""));
  CHECK(only_session(by_offset).start == at("2024-04-17T10:00:00"));
  CHECK(to_local(at("2024-04-17T10:00:00"), by_offset.schedule->time_zone()) ==
        to_local(at("2024-04-17T10:00:00"), *find_time_zone("Europe/Moscow")));
  CHECK(texts(by_offset.problems).front().find("\"timezone\" is missing") != std::string::npos);
  CHECK(any_errors(read(widget_of(talk_of("A", R"("start": "2024-04-17T10:00:00", "end": null)"), "")).problems));
}

TEST_CASE("a widget without rooms is refused, and one without talks is told") {
  const auto refused = read_feed("{\"talks\": [],\n\"rooms\": []}", {.file = "v2.json", .time_zone = utc()});
  REQUIRE_FALSE(refused);
  CHECK(to_string(refused.error()) == "v2.json:2: /rooms: there are no rooms yet; release a schedule in pretalx");
  const FeedReading empty = read(widget_of(""));
  CHECK(empty.schedule->sessions().empty());
  CHECK(texts(empty.problems) == Texts{"1: there are no sessions in it; the halls are shown with nothing scheduled"});
}
