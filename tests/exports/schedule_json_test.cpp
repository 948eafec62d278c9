#include "exports/schedule_json.h"

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

// A conference in Moscow's time; its days begin on line 3.
std::string schedule_of(const std::string& days, const std::string& more = R"(, "rooms": [{"name": "Saal 1"}])") {
  return R"({ "schedule": { "version": "1", "base_url": "https://example.org/2024/", "conference": {
  "acronym": "conf", "title": "Conference", "time_zone_name": "Europe/Moscow")" +
         more + ", \"days\": [\n" + days + "\n] } } }";
}

std::string day_of(const std::string& rooms, const std::string& date = "2024-04-17") {
  return R"({ "index": 1, "date": ")" + date + R"(", "rooms": {)" + rooms + "} }";
}

// A feed of one day and room, "Saal 1"; the list of events begins on line 4.
std::string events_of(const std::string& events) { return schedule_of(day_of("\"Saal 1\": [\n" + events + "]")); }

// An event that is all right, and what is said of it beside that.
std::string event_of(const std::string& guid, const std::string& more = "") {
  return R"({ "id": 7, "guid": ")" + guid +
         R"(", "date": "2024-04-17T10:00:00+03:00", "start": "10:00", "duration": "00:45", "room": "Saal 1",
              "title": "Talk", "persons": [])" +
         (more.empty() ? "" : ", " + more) + " }";
}

Session session_of(const std::string& event) { return only_session(read(events_of(event))); }

Texts hall_ids(const FeedReading& reading) {
  Texts ids;
  for (const Hall& hall : reading.schedule->halls()) {
    ids.push_back(hall.id);
  }
  return ids;
}

}  // namespace

TEST_CASE("every field of a schedule.json that a screen shows is read") {
  const FeedReading reading = read(R"({ "$schema": "https://c3voc.de/schedule/schema.json",
    "generator": { "name": "pretalx", "version": "2024.1.0" },
    "schedule": { "url": "https://example.org/2024/schedule/", "version": "0.9", "base_url": "https://example.org",
      "conference": { "acronym": "conf", "title": "Конференция", "start": "2024-04-17", "end": "2024-04-18",
        "daysCount": 2, "timeslot_duration": "00:05", "time_zone_name": "Europe/Moscow", "logo": "/media/logo.png",
        "colors": { "primary": "#3aa57c", "background": "#001122" },
        "rooms": [ { "name": "Большой зал", "slug": "1-main", "guid": "9c2e6b5c-0b3c-5f0e-8a2e-2f7d5d1c0a11",
                     "description": null, "capacity": 200 }, { "name": "Малый зал", "guid": null } ],
        "tracks": [ { "name": "Наука", "color": "#ff0000" } ],
        "days": [ { "index": 1, "date": "2024-04-17", "day_start": "2024-04-17T04:00:00+03:00",
                    "day_end": "2024-04-18T03:59:00+03:00", "rooms": { "Большой зал": [ {
          "guid": "d1b0f0e2-7c1a-5b77-9e55-0f6f6c9f1a01", "code": "ABCDEF", "id": 12, "logo": null,
          "date": "2024-04-17T10:00:00+03:00", "start": "10:00", "duration": "01:30", "room": "Большой зал",
          "slug": "conf-12-talk", "url": "https://example.org/talk/ABCDEF/", "title": "О **библиотеках** &amp; людях",
          "subtitle": "Подзаголовок", "track": "Наука", "type": "Talk", "language": "ru", "abstract": "…",
          "description": "…", "recording_license": "", "do_not_record": true, "feedback_url": "https://example.org/f",
          "persons": [ { "code": "XYZ", "name": "Анна", "public_name": "Анна Иванова", "avatar": "/media/a.jpg",
                         "biography": "…" }, { "id": 3, "name": "Bob", "avatar": null } ],
          "links": [], "attachments": [], "answers": [] } ] } } ] } } })");
  CHECK(texts(reading.problems) == Texts{});
  const Event& event = reading.schedule->event();
  CHECK(event.title == "Конференция");
  CHECK(event.time_zone == find_time_zone("Europe/Moscow"));
  CHECK(event.url == Link{"https://example.org/2024/schedule/"});
  CHECK(event.logo == "https://example.org/media/logo.png");
  CHECK(event.colors == EventColors{0x001122, 0x3AA57C});
  CHECK(hall_ids(reading) == Texts{"1-main", "малый-зал"});
  CHECK(reading.schedule->halls().front().name == "Большой зал");
  Session expected;
  expected.id = "d1b0f0e2-7c1a-5b77-9e55-0f6f6c9f1a01";
  expected.halls = {"1-main"};
  expected.start = at("2024-04-17T10:00:00");
  expected.end = at("2024-04-17T11:30:00");
  expected.title = "О **библиотеках** & людях";
  expected.subtitle = "Подзаголовок";
  expected.track = "Наука";
  expected.language = "ru";
  expected.speakers = {{"Анна Иванова", {}, "https://example.org/media/a.jpg"}, {"Bob", {}, {}}};
  CHECK(only_session(reading) == expected);
}

TEST_CASE("the wrapper around the conference may be missing, and so may the conference") {
  const std::string days = R"("title": "C", "time_zone_name": "Europe/Moscow", "days": [)" +
                           day_of("\"Saal 1\": [" + event_of("a") + "]") + "]";
  for (const std::string& text :
       {"{\"version\": \"1\", \"conference\": {" + days + "}}", "{\"schedule\": {" + days + "}}", "{" + days + "}"}) {
    const FeedReading reading = read(text);
    CHECK(texts(reading.problems) == Texts{});
    CHECK(only_session(reading).title == "Talk");
    CHECK(reading.schedule->event().title == "C");
  }
}

TEST_CASE("an export without a list of rooms says that more rooms may come") {
  const std::string day = day_of(R"("Saal 1": [{"id": 1, "title": "T", "duration": "1:00", "start": "10:00"}])");
  CHECK(read(schedule_of(day)).schedule->lists_halls());
  CHECK_FALSE(read(schedule_of(day, "")).schedule->lists_halls());
}

TEST_CASE("rooms beside the conference are read, with a warning") {
  const FeedReading reading = read(
      "{\"schedule\": {\"conference\": {\"time_zone_name\": \"UTC\", \"days\": []},\n"
      "\"rooms\": [{\"name\": \"Saal 1\", \"slug\": \"one\"}]}}");
  CHECK(hall_ids(reading) == Texts{"one"});
  CHECK(texts(reading.problems).front() == "2: /schedule/rooms: \"rooms\" belongs into \"conference\"; read from here");
  CHECK_FALSE(any_errors(reading.problems));
}

TEST_CASE("ids that are texts are read, and told once") {
  const FeedReading reading = read(events_of(
      "{\"id\": \"2814\", \"date\": \"2024-04-17T10:00:00+03:00\", \"duration\": \"0:30\", \"title\": \"A\"},\n"
      "{\"id\": \"2815\", \"date\": \"2024-04-17T11:00:00+03:00\", \"duration\": \"0:30\", \"title\": \"B\"}"));
  REQUIRE(reading.schedule->sessions().size() == 2);
  CHECK(reading.schedule->sessions()[0].id == "2814");
  CHECK(reading.schedule->sessions()[1].id == "2815");
  CHECK(texts(reading.problems) ==
        Texts{"4: /schedule/conference/days/0/rooms/Saal 1/0/id: ids of schedule.json are numbers; texts are read all "
              "the same"});
  CHECK_FALSE(any_errors(reading.problems));
}

TEST_CASE("a duration has four ways to be written") {
  const auto minutes_of = [](const std::string& duration) {
    const Session session =
        session_of(R"({"id": 1, "date": "2024-04-17T10:00:00+03:00", "title": "T", "duration": )" + duration + "}");
    return session.end ? std::chrono::duration_cast<std::chrono::minutes>(*session.end - session.start).count() : -1;
  };
  CHECK(minutes_of("\"0:45\"") == 45);
  CHECK(minutes_of("\"00:45\"") == 45);
  CHECK(minutes_of("\"1:02:05\"") == 26 * 60 + 5);
  CHECK(minutes_of("\"45\"") == 45);
  CHECK(minutes_of("45") == 45);
  CHECK(minutes_of("\" 01:30 \"") == 90);
  CHECK(minutes_of("0") == -1);
  CHECK(minutes_of("\"00:00\"") == -1);
}

TEST_CASE("a session without a duration, or with one that is none, is shown without an end") {
  const FeedReading none = read(events_of(R"({"id": 1, "date": "2024-04-17T10:00:00+03:00", "title": "T"})"));
  CHECK_FALSE(only_session(none).end);
  CHECK(texts(none.problems) == Texts{"4: /schedule/conference/days/0/rooms/Saal 1/0: the session has no duration; "
                                      "shown without an end"});
  CHECK_FALSE(any_errors(none.problems));
  for (const char* duration : {"\"long\"", "-5", "1.5", "[]", "\"1:75\""}) {
    const FeedReading bad = read(events_of(
        std::string(R"({"id": 1, "date": "2024-04-17T10:00:00+03:00", "title": "T", "duration": )") + duration + "}"));
    CHECK_FALSE(only_session(bad).end);
    REQUIRE(bad.problems.size() == 1);
    CHECK(bad.problems.front().where == "/schedule/conference/days/0/rooms/Saal 1/0/duration");
    CHECK(any_errors(bad.problems));
  }
}

TEST_CASE("windows of days say nothing: date and duration do") {
  // EMF has the window's ends swapped, others leave no time between them.
  const FeedReading reading = read(schedule_of(R"({ "index": 1, "date": "2024-04-17",
      "day_start": "2024-04-17T10:00:00+03:00", "day_end": "2024-04-17T10:00:00+03:00", "rooms": { "Saal 1": [)" +
                                               event_of("a", R"("date": "2024-04-19T23:30:00+03:00")") + "] } }"));
  CHECK(only_session(reading).start == at("2024-04-19T23:30:00"));
  CHECK(only_session(reading).end == at("2024-04-20T00:15:00"));
  // The key given twice is no harm, and no news either.
  CHECK(reading.problems.empty());
}

TEST_CASE("a session past midnight keeps its date") {
  const Session session = session_of(event_of("a", R"("date": "2024-04-18T01:30:00+03:00", "start": "01:30")"));
  CHECK(session.start == at("2024-04-18T01:30:00"));
  CHECK(session.end == at("2024-04-18T02:15:00"));
}

TEST_CASE("a frab export of 2013 has neither guid nor date, and a day that turns at five") {
  const FeedReading reading = read(R"({ "schedule": { "version": "0.95", "conference": {
    "title": "Conf 2013", "start": "2013-07-05", "days_count": 1, "timeslot_duration": "00:15",
    "days": [ { "index": 0, "date": "2013-07-05", "rooms": { "Saal 1": [
      { "id": 5001, "start": "10:00", "duration": "01:00", "room": "Saal 1", "slug": "", "title": "Morning",
        "subtitle": "", "track": "Science", "type": "lecture", "language": "de", "abstract": "", "description": "",
        "persons": [ { "id": 1, "full_public_name": "Ada" } ], "links": [] },
      { "id": 5002, "start": "4:59", "duration": "0:30", "room": "Saal 1", "title": "Night", "persons": [] },
      { "id": 5003, "start": "05:00", "duration": "0:30", "room": "Saal 1", "title": "Dawn", "persons": [] },
      { "id": 5004, "start": "24:30", "duration": "0:30", "room": "Saal 1", "title": "Half past", "persons": [] }
    ] } } ] } } })",
                                   {.time_zone = find_time_zone("Europe/Berlin")});
  CHECK(texts(reading.problems) == Texts{});
  const auto& sessions = reading.schedule->sessions();
  REQUIRE(sessions.size() == 4);
  CHECK(sessions[0].id == "5001");
  CHECK(sessions[0].start == at("2013-07-05T10:00:00+02:00"));
  CHECK(sessions[0].end == at("2013-07-05T11:00:00+02:00"));
  CHECK(sessions[0].speakers.front().name == "Ada");
  CHECK(sessions[1].start == at("2013-07-06T04:59:00+02:00"));
  CHECK(sessions[2].start == at("2013-07-05T05:00:00+02:00"));
  CHECK(sessions[3].start == at("2013-07-06T00:30:00+02:00"));
  CHECK(reading.schedule->time_zone() == find_time_zone("Europe/Berlin"));
}

TEST_CASE("a start has several ways to be written") {
  const auto start_of = [](const std::string& fields, const std::string& date = "2024-04-17") {
    return only_session(read(schedule_of(
                            day_of(R"("Saal 1": [{"id": 1, "title": "T", "duration": 30, )" + fields + "}]", date))))
        .start;
  };
  CHECK(start_of(R"("date": "2024-04-17T10:00:00")") == at("2024-04-17T10:00:00"));
  CHECK(start_of(R"("date": "2024-04-17T07:00:00Z")") == at("2024-04-17T10:00:00"));
  CHECK(start_of(R"("date": "2024-04-18", "start": "2:00")") == at("2024-04-18T02:00:00"));
  CHECK(start_of(R"("start": "2024-04-17T10:00:00+03:00")") == at("2024-04-17T10:00:00"));
  CHECK(start_of(R"("date": null, "start": "10:00")") == at("2024-04-17T10:00:00"));
  CHECK(start_of(R"("date": "", "start": "10:00")") == at("2024-04-17T10:00:00"));
  CHECK(start_of(R"("start": "10:00")", "2024-04-17T04:00:00+03:00") == at("2024-04-17T10:00:00"));
}

TEST_CASE("a day without a date has that of its window") {
  const Session session = only_session(read(schedule_of(R"({ "day_start": "2024-04-17T04:00:00+03:00",
      "rooms": { "Saal 1": [{"id": 1, "title": "T", "duration": 30, "start": "10:00"}] } })")));
  CHECK(session.start == at("2024-04-17T10:00:00"));
}

TEST_CASE("a bad session of a schedule.json is set aside with its pointer and line, and the rest lives") {
  struct Case {
    const char* event;
    const char* problem;
  };
  const std::string here = "/schedule/conference/days/0/rooms/Saal 1/1";
  const Case cases[] = {
      {"12", ": 12 is not a session; write {…}"},
      {"null", ": null is not a session; write {…}"},
      {R"({"id": 1, "date": "2024-04-17T10:00:00+03:00", "duration": 5})",
       ": the session has no title; it is left out"},
      {R"({"id": 1, "date": "2024-04-17T10:00:00+03:00", "duration": 5, "title": "&nbsp;&#10;"})",
       ": the session has no title; it is left out"},
      {R"({"id": 1, "title": "T", "duration": 5})", ": the session has no date; it is left out"},
      {R"({"id": 1, "title": "T", "duration": 5, "date": "soon", "start": "10:00"})",
       R"(/date: "soon" is not a time; expected "2024-04-17T10:00:00+03:00"; the session is left out)"},
      {R"({"id": 1, "title": "T", "duration": 5, "date": 17})",
       R"(/date: 17 is not a time; expected "2024-04-17T10:00:00+03:00"; the session is left out)"},
      {R"({"id": 1, "title": "T", "duration": 5, "start": "noon"})",
       R"(/start: "noon" is not a time; expected "2024-04-17T10:00:00+03:00"; the session is left out)"},
  };
  for (const Case& bad : cases) {
    CAPTURE(bad.event);
    const FeedReading reading = read(events_of(event_of("a", "\"x\": 1") + ",\n" + bad.event + ",\n" +
                                               event_of("b", R"("date": "2024-04-17T12:00:00+03:00")")));
    CHECK(reading.schedule->sessions().size() == 2);
    CHECK(texts(reading.problems) == Texts{"6: " + here + bad.problem});
    CHECK(any_errors(reading.problems));
  }
}

TEST_CASE("days and rooms that are none are told, and the rest lives") {
  const FeedReading reading =
      read(schedule_of("5,\n{\"date\": \"2024-04-17\", \"rooms\": [1]},\n"
                       "{\"date\": \"2024-04-17\", \"rooms\": {\"Saal 1\": 7}},\n"
                       "{\"date\": \"2024-04-17\", \"rooms\": []}, {\"date\": \"2024-04-17\"},\n" +
                       day_of("\"Saal 1\": [" + event_of("a") + "], \"Saal 2\": null")));
  CHECK(only_session(reading).id == "a");
  CHECK(texts(reading.problems) ==
        Texts{"3: /schedule/conference/days/0: 5 is not a day; write {…}",
              R"(4: /schedule/conference/days/1/rooms: a list are no rooms; expected {"Hall 1": […]})",
              "5: /schedule/conference/days/2/rooms/Saal 1: 7 is not a list; write […]"});
}

TEST_CASE("a schedule still empty is one if it has rooms, and that is told") {
  const FeedReading reading = read(schedule_of(""));
  CHECK(reading.schedule->sessions().empty());
  CHECK(hall_ids(reading) == Texts{"saal-1"});
  CHECK(texts(reading.problems) == Texts{"1: there are no sessions in it; the halls are shown with nothing scheduled"});
  CHECK_FALSE(any_errors(reading.problems));
  const FeedReading of_days = read(schedule_of(day_of("\"Saal 1\": [], \"Saal 2\": []"), ""));
  CHECK(hall_ids(of_days) == Texts{"saal-1", "saal-2"});
}

TEST_CASE("a schedule without rooms or without days is refused: it could only blank the screens") {
  const auto refusal_of = [](const std::string& bytes) {
    const auto reading = read_feed(bytes, {.file = "schedule.json"});
    return reading ? "read" : to_string(reading.error());
  };
  CHECK(refusal_of(schedule_of("", "")) ==
        "schedule.json:2: /schedule/conference/days: the schedule has neither rooms nor sessions yet; publish them, or "
        "list the rooms");
  CHECK(refusal_of("{\"schedule\": {\n\"conference\": {}}}") ==
        "schedule.json:2: /schedule/conference: the conference has no list of days; expected \"days\": […]");
  CHECK(refusal_of("{\"schedule\": {\"conference\": {\n\"days\": {}}}}") ==
        "schedule.json:2: /schedule/conference/days: the conference has no list of days; expected \"days\": […]");
  CHECK(refusal_of("{\"schedule\": []}").find("not a feed of a known kind") != std::string::npos);
  CHECK(refusal_of("{\"schedule\": {}}").find("not a feed of a known kind") != std::string::npos);
}

TEST_CASE("without a list of rooms the days' own are the halls, in their order") {
  const FeedReading reading = read(
      schedule_of(day_of(R"("Großer Saal": [], "Kleiner Saal": [])") + "," +
                      day_of("\"Kleiner Saal\": [" + event_of("a", "\"room\": \"Kleiner Saal\"") + "], \"Foyer\": []",
                             "2024-04-18"),
                  ""));
  CHECK(hall_ids(reading) == Texts{"grosser-saal", "kleiner-saal", "foyer"});
  CHECK(only_session(reading).halls == Texts{"kleiner-saal"});
  CHECK(texts(reading.problems) == Texts{});
}

TEST_CASE("rooms are matched in any case, and may have a guid in common or none") {
  const FeedReading reading = read(
      schedule_of(day_of("\"GRAY  room\": [" + event_of("a", "\"room\": \"Gray Room\"") + "], \"Tan Room\": [" +
                         event_of("b", "\"room\": \"TAN ROOM\"") + "]"),
                  R"(, "rooms": [{"name": "Gray Room", "guid": "b379c473"}, {"name": "Tan Room", "guid": "b379c473"},
                     {"name": "Blue Room", "guid": null}, "Attic", {"name": "gray room"}])"));
  CHECK(hall_ids(reading) == Texts{"gray-room", "tan-room", "blue-room", "attic"});
  CHECK(reading.schedule->sessions()[0].halls == Texts{"gray-room"});
  CHECK(reading.schedule->sessions()[1].halls == Texts{"tan-room"});
  CHECK(texts(reading.problems) == Texts{});
}

TEST_CASE("an event's own room may be a guid, a slug or an object") {
  const auto hall_of = [](const std::string& room) {
    const FeedReading reading = read(schedule_of(day_of("\"Saal 2\": [" + event_of("a", "\"room\": " + room) + "]"),
                                                 R"(, "rooms": [{"name": "Saal 1", "guid": "9c2e6b5c", "slug": "one"},
                                                                {"name": "Saal 2"}])"));
    return only_session(reading).halls.front();
  };
  CHECK(hall_of("\"9C2E6B5C\"") == "one");
  CHECK(hall_of("\"one\"") == "one");
  CHECK(hall_of("\"saal 1\"") == "one");
  CHECK(hall_of(R"({"guid": "9c2e6b5c", "name": "Saal 2"})") == "one");
  CHECK(hall_of(R"({"name": "Saal 1"})") == "one");
  CHECK(hall_of("\"\"") == "saal-2");
  CHECK(hall_of("null") == "saal-2");
}

TEST_CASE("where a room's key is unlike the event's own room, the event's wins if there is such a room") {
  const std::string rooms = R"x(, "rooms": [{"name": "Saal 1 (Adams)"}, {"name": "Saal 2"}])x";
  const FeedReading renamed =
      read(schedule_of(day_of("\"Saal 1\": [\n" + event_of("a", "\"room\": \"Saal 1 (Adams)\"") + "]"), rooms));
  CHECK(hall_ids(renamed) == Texts{"saal-1-adams", "saal-2"});
  CHECK(only_session(renamed).halls == Texts{"saal-1-adams"});
  CHECK(
      texts(renamed.problems) ==
      Texts{
          R"(5: /schedule/conference/days/0/rooms/Saal 1/0/room: the session stands under "Saal 1" but names the room )"
          R"x("Saal 1 (Adams)"; shown in "Saal 1 (Adams)")x"});
  CHECK_FALSE(any_errors(renamed.problems));
  const FeedReading unknown =
      read(schedule_of(day_of("\"Saal 2\": [" + event_of("a", "\"room\": \"Saal 7\"") + "]"), rooms));
  CHECK(only_session(unknown).halls == Texts{"saal-2"});
  CHECK(unknown.problems.size() == 1);
  const FeedReading new_room =
      read(schedule_of(day_of("\"Saal 3\": [" + event_of("a", "\"room\": \"Saal 3\"") + "]"), rooms));
  CHECK(hall_ids(new_room) == Texts{"saal-1-adams", "saal-2", "saal-3"});
  CHECK(only_session(new_room).halls == Texts{"saal-3"});
}

TEST_CASE("a renamed room is told once, and one that is named by nothing is not") {
  const std::string rooms = R"(, "rooms": [{"name": "New"}])";
  const std::string renamed = "\"room\": \"New\", \"date\": \"2024-04-17T1";
  const FeedReading reading = read(schedule_of(
      day_of("\"Old\": [" + event_of("a", renamed + "1:00:00Z\"") + "," + event_of("b", renamed + "2:00:00Z\"") + "]"),
      rooms));
  CHECK(reading.schedule->sessions().size() == 2);
  CHECK(reading.problems.size() == 1);
  const FeedReading empty = read(schedule_of(day_of("\"New\": [" + event_of("a", R"("room": "")") + "]"), rooms));
  CHECK(only_session(empty).halls == Texts{"new"});
  CHECK(empty.problems.empty());
}

TEST_CASE("a room without a name is told, and its sessions need another") {
  const FeedReading reading = read(schedule_of(day_of("\"\": [\n" + event_of("a", "\"room\": null") + "]"),
                                               R"(, "rooms": [{"guid": "1"}, 5, {"name": "B"}])"));
  CHECK(reading.schedule->sessions().empty());
  CHECK(texts(reading.problems) ==
        Texts{"2: /schedule/conference/rooms/0: the room has no name; it is left out",
              "2: /schedule/conference/rooms/1: 5 is not a room; write {…}",
              "4: /schedule/conference/days/0/rooms//0: the session has no room; it is left out",
              "1: there are no sessions in it; the halls are shown with nothing scheduled"});
}

TEST_CASE("a guid that is null leaves the number, then the slug, then what the session is") {
  const std::string rest = R"("date": "2024-04-17T10:00:00+03:00", "duration": 5, "title": "T")";
  CHECK(session_of(R"({"guid": null, "id": 7, )" + rest + "}").id == "7");
  CHECK(session_of(R"({"guid": "", "id": 7, )" + rest + "}").id == "7");
  CHECK(session_of(R"({"guid": null, "id": null, "slug": "talk-7", )" + rest + "}").id == "talk-7");
  CHECK(session_of("{" + rest + "}").id == session_of("{" + rest + "}").id);
  CHECK_FALSE(session_of("{" + rest + "}").id.empty());
}

TEST_CASE("a guid at several times is several sessions, whose ids stay when they move") {
  const auto ids_of = [](const std::string& second) {
    const FeedReading reading = read(events_of(event_of("a") + "," + event_of("a", "\"date\": \"" + second + '"') +
                                               "," + event_of("a", R"("date": "2024-04-17T15:00:00+03:00")")));
    Texts ids;
    for (const Session& session : reading.schedule->sessions()) {
      ids.push_back(session.id);
    }
    CHECK(reading.problems.empty());
    return ids;
  };
  CHECK(ids_of("2024-04-17T12:00:00+03:00") == Texts{"a", "a 2", "a 3"});
  CHECK(ids_of("2024-04-17T13:00:00+03:00") == Texts{"a", "a 2", "a 3"});
}

TEST_CASE("a guid at one time in several rooms is one session in several halls") {
  const FeedReading reading = read(schedule_of(
      day_of("\"A\": [" + event_of("a", "\"room\": \"A\"") + "], \"B\": [" + event_of("a", "\"room\": \"B\"") + "]")));
  CHECK(only_session(reading).halls == Texts{"a", "b"});
  CHECK(reading.problems.empty());
}

TEST_CASE("a session listed twice is shown once, with a warning") {
  const FeedReading reading = read(events_of(event_of("a") + ",\n" + event_of("a")));
  CHECK(only_session(reading).id == "a");
  REQUIRE(reading.problems.size() == 1);
  CHECK(texts(reading.problems)
            .front()
            .starts_with("6: /schedule/conference/days/0/rooms/Saal 1/1: the session is listed twice"));
  CHECK_FALSE(any_errors(reading.problems));
}

TEST_CASE("a session is cancelled by the word before or behind its title, or by its state") {
  const Session by_title = session_of(event_of("a", R"("title": "[CANCELLED] Lunch talk")"));
  CHECK(by_title.state == SessionState::cancelled);
  CHECK(by_title.title == "Lunch talk");
  const Session in_markup = session_of(event_of("a", R"("title": "**ОТМЕНЕНО:** О книгах")"));
  CHECK(in_markup.state == SessionState::cancelled);
  CHECK(in_markup.title == "О книгах");
  const Session behind = session_of(event_of("a", R"("title": "О книгах [отменено]")"));
  CHECK(behind.state == SessionState::cancelled);
  CHECK(behind.title == "О книгах");
  const Session by_language =
      session_of(event_of("a", R"("title": {"de": "ABGESAGT: Bücher", "en": "Books – cancelled", "ru": "Книги"})"));
  CHECK(by_language.state == SessionState::cancelled);
  CHECK(by_language.title == LocalText{{"de", "Bücher"}, {"en", "Books"}, {"ru", "Книги"}});
  CHECK(session_of(event_of("a", R"("state": "Abgesagt")")).state == SessionState::cancelled);
  CHECK(session_of(event_of("a", R"("state": "canceled")")).state == SessionState::cancelled);
  CHECK(session_of(event_of("a", R"("status": "Cancelled")")).state == SessionState::cancelled);
  CHECK(session_of(event_of("a", R"("state": "confirmed")")).state == SessionState::confirmed);
}

TEST_CASE("breaks are told by their type or their title, and what lasts a day stands beside the rest") {
  CHECK(session_of(event_of("a", R"("type": "Break")")).kind == SessionKind::break_);
  CHECK(session_of(event_of("a", R"("type": "Перерыв")")).kind == SessionKind::break_);
  for (const char* type : {R"("Lunch break")", R"("Kaffeepause")", R"("Обед")", R"({"en": "Break", "de": "Pause"})"}) {
    CHECK(session_of(event_of("a", std::string("\"type\": ") + type)).kind == SessionKind::break_);
  }
  for (const char* title : {R"("Lunch")", R"("Mittagspause")", R"("Кофе-пауза")", R"({"en": "Tea", "de": "Tee"})"}) {
    CHECK(session_of(event_of("a", std::string(R"("type": "Talk", "title": )") + title)).kind == SessionKind::break_);
  }
  const Session cancelled = session_of(event_of("a", R"("title": "Coffee break [CANCELLED]")"));
  CHECK(cancelled.kind == SessionKind::break_);
  CHECK(cancelled.state == SessionState::cancelled);
  CHECK(session_of(event_of("a", R"("title": "Lunch with an expert")")).kind == SessionKind::session);
  for (const char* type : {"5", "[]", "{}", R"({"en": 5})", R"("Lunch talk")"}) {
    CHECK(session_of(event_of("a", std::string("\"type\": ") + type)).kind == SessionKind::session);
  }
  CHECK(session_of(event_of("a", R"("type": "Breakout")")).kind == SessionKind::session);
  CHECK(session_of(event_of("a", R"("type": null)")).kind == SessionKind::session);
  CHECK(session_of(event_of("a", R"("duration": "23:59")")).kind == SessionKind::session);
  CHECK(session_of(event_of("a", R"("duration": "1:00:00")")).kind == SessionKind::all_day);
}

TEST_CASE("a title that looks like markup is a title of a schedule.json") {
  for (const char* title :
       {"<table> layouts are back", "From <div> soup to semantics", "<script> tags considered harmful",
        "Deep dive: <picture> and <img>", "<?php still alive ?>", "</head> the end", "<!-- the end", "<b>",
        "__init__ and __main__", "*args and **kwargs", "R&D & me", "`rm -rf`", "[a](b) C:\\\\dir"}) {
    CAPTURE(title);
    const FeedReading reading =
        read(events_of(event_of("a", "\"subtitle\": \"" + std::string(title) + "\", \"title\": \"" + title + '"')));
    CHECK(texts(reading.problems) == Texts{});
    const std::string shown = std::string(title) == "[a](b) C:\\\\dir" ? "[a](b) C:\\dir" : title;
    CHECK(only_session(reading).title == shown);
    CHECK(only_session(reading).subtitle == shown);
  }
  CHECK(session_of(event_of("a", R"("title": "Q&amp;A &lt;b&gt; &#8212; <i>me</i>")")).title == "Q&A <b> — <i>me</i>");
  const auto speakers =
      session_of(event_of("a", R"("persons": [{"public_name": "_nick_ &amp; <3"}, "*astrid*"])")).speakers;
  REQUIRE(speakers.size() == 2);
  CHECK(speakers[0].name == "_nick_ & <3");
  CHECK(speakers[1].name == "*astrid*");
}

TEST_CASE("what must not be streamed is not broadcast, what must not be recorded may be") {
  CHECK(session_of(event_of("a", R"("do_not_stream": true)")).not_broadcast);
  CHECK(session_of(event_of("a", R"("do_not_stream": "true")")).not_broadcast);
  for (const char* flag : {"false", "null", "\"\"", "\"false\"", "0"}) {
    CHECK_FALSE(session_of(event_of("a", std::string("\"do_not_stream\": ") + flag)).not_broadcast);
  }
  CHECK_FALSE(session_of(event_of("a", R"("do_not_record": true)")).not_broadcast);
}

TEST_CASE("fields that are null, and a title by language, are no problem") {
  const FeedReading reading = read(events_of(event_of(
      "a",
      R"("subtitle": null, "track": null, "language": null, "persons": null, "logo": null, "type": null, "url": null)")));
  CHECK(reading.problems.empty());
  const Session session =
      session_of(event_of("a", R"("title": {"en": "Opening", "ru": "Открытие"}, "track": {"name": "Science"})"));
  CHECK(session.title == LocalText{{"en", "Opening"}, {"ru", "Открытие"}});
  CHECK(session.track == "Science");
}

TEST_CASE("persons may be names alone, and those without a name are left out") {
  const Session session =
      session_of(event_of("a", R"("persons": ["Ada", {"public_name": null, "name": "Bob"}, {"id": 5},
      {"public_name": "  Eve  "}])"));
  REQUIRE(session.speakers.size() == 3);
  CHECK(session.speakers[0].name == "Ada");
  CHECK(session.speakers[1].name == "Bob");
  CHECK(session.speakers[2].name == "Eve");
}

TEST_CASE("titles of any script and length arrive whole") {
  std::string long_title;
  for (int i = 0; i < 19; ++i) {
    long_title += "Заголовок";
  }
  REQUIRE(long_title.size() == 2 * 171);
  struct Case {
    std::string written;
    std::string read;
  };
  const Case cases[] = {
      {long_title, long_title},
      {"図書館の未来について、みんなで話そう", "図書館の未来について、みんなで話そう"},
      {"مستقبل المكتبات 2024", "مستقبل المكتبات 2024"},
      {"עתיד הספריות (C++)", "עתיד הספריות (C++)"},
      {"👩\u200D👩\u200D👧\u200D👦 & 🏳\uFE0F\u200D🌈",
       "👩\u200D👩\u200D👧\u200D👦 & 🏳\uFE0F\u200D🌈"},
      {"\u202Eevil", "\u202Eevil\u202C"},
      {"\u2068שלום\u2069 world", "\u2068שלום\u2069 world"},
      {"A\\nB\\tC", "A B C"},
      {"\\ud83d\\ude80 rocket", "🚀 rocket"},
  };
  for (const Case& title : cases) {
    CAPTURE(title.written);
    const FeedReading reading = read(events_of(event_of("a", "\"title\": \"" + title.written + '"')));
    CHECK(only_session(reading).title == title.read);
    CHECK(reading.problems.empty());
  }
}

TEST_CASE("the time zone is the settings', else the conference's, else the offset of its dates") {
  const auto zone_of = [](const std::string& conference, const std::string& date, SaidZone settings = {}) {
    const FeedReading reading = read("{\"schedule\": {\"conference\": {" + conference +
                                         R"("days": [{"date": "2024-04-17", "rooms": {"A": [{"id": 1, "title": "T",
                      "duration": 30, "start": "10:00", "date": )" +
                                         date + "}]}}]}}}",
                                     {.time_zone = settings});
    return std::pair(reading.schedule->time_zone(), texts(reading.problems));
  };
  const TimeZone tokyo = *find_time_zone("Asia/Tokyo");
  const std::string berlin = R"("time_zone_name": "Europe/Berlin", )";
  const std::string date = "\"2024-04-17T10:00:00+02:00\"";
  CHECK(zone_of(berlin, date, tokyo) == std::pair(tokyo, Texts{}));
  CHECK(zone_of(berlin, date) == std::pair(*find_time_zone("Europe/Berlin"), Texts{}));
  CHECK(zone_of("", date).first == find_time_zone("Etc/GMT-2"));
  CHECK(zone_of("", date).second == Texts{"1: /schedule/conference: \"time_zone_name\" is missing; the offset of the "
                                          "sessions' times stands in for it"});
  CHECK(zone_of("", "null", tokyo) == std::pair(tokyo, Texts{}));
  const auto nothing = zone_of("", "null");
  CHECK(nothing.first == utc());
  REQUIRE(nothing.second.size() == 1);
  CHECK(nothing.second.front().find("does not say its time zone") != std::string::npos);
  const auto misspelt = zone_of(R"("time_zone_name": "Europe/Berlim", )", date);
  CHECK(misspelt.first == find_time_zone("Etc/GMT-2"));
  CHECK(misspelt.second ==
        Texts{R"(1: /schedule/conference/time_zone_name: "Europe/Berlim" is not a time zone; write one )"
              R"(of the tz database, "Europe/Moscow")"});
}

TEST_CASE("the event's page is one that a phone can open") {
  const auto url_of = [](const std::string& wrapper, const std::string& conference) {
    return read("{\"schedule\": {" + wrapper + "\"conference\": {" + conference +
                R"("time_zone_name": "UTC", "rooms": ["A"], "days": []}}})")
        .schedule->event()
        .url;
  };
  CHECK(url_of("", R"("url": "https://conf.org", )") == Link{"https://conf.org"});
  CHECK(url_of(R"("url": "https://example.org/schedule", "base_url": "https://example.org", )", "") ==
        Link{"https://example.org/schedule"});
  CHECK(url_of(R"("base_url": "https://example.org/schedule/", )", "") == Link{"https://example.org/schedule/"});
  CHECK_FALSE(url_of(R"("base_url": "http://localhost/democon/schedule/", )", ""));
  CHECK_FALSE(url_of(R"("url": "http://127.0.0.1:8000/", )", ""));
  CHECK_FALSE(url_of(R"("url": "/schedule", "base_url": null, )", ""));
}

TEST_CASE("pictures are relative to the base the schedule names, else to the feed") {
  const auto logo_of = [](const std::string& base_url, const std::string& base) {
    return read(
               "{\"schedule\": {\"base_url\": " + base_url +
                   R"(, "conference": {"logo": "media/logo.png", "time_zone_name": "UTC", "rooms": ["A"], "days": []}}})",
               {.base = base})
        .schedule->event()
        .logo;
  };
  CHECK(logo_of("\"https://example.org/2024/\"", "https://cdn.example.org/schedule.json") ==
        "https://example.org/2024/media/logo.png");
  CHECK(logo_of("\"http://localhost/democon/\"", "https://cdn.example.org/schedule.json") ==
        "https://cdn.example.org/media/logo.png");
  CHECK(logo_of("null", "/srv/schedule.json") == "/srv/media/logo.png");
}

TEST_CASE("a schedule.json with any one byte broken never crashes the reader") {
  const std::string whole = events_of(event_of("a") + "," + event_of("b", R"("persons": [{"name": "Ada"}])"));
  std::size_t read = 0;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    for (const char byte : {'"', '{', ']', '9', 'x'}) {
      std::string broken = whole;
      broken[i] = byte;
      read += read_feed(broken, {}) ? 1U : 0U;
    }
  }
  CHECK(read > 0);
}

TEST_CASE("10 000 sessions of a schedule.json are read, even if all have one guid") {
  std::string events;
  for (int i = 0; i < 10'000; ++i) {
    const int hour = i / 60 % 24;
    const int day = 1 + i / 60 / 24;
    events += (i == 0 ? "" : ",") + event_of("a", "\"date\": \"2024-04-0" + std::to_string(day) + "T" +
                                                      (hour < 10 ? "0" : "") + std::to_string(hour) + ":" +
                                                      (i % 60 < 10 ? "0" : "") + std::to_string(i % 60) + ":00Z\"");
  }
  const FeedReading reading = read(events_of(events));
  CHECK(reading.schedule->sessions().size() == 10'000);
  CHECK(reading.schedule->sessions().back().id == "a 10000");
}
