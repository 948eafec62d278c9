#include "exports/sessionize_grid.h"

#include "tests/catch.h"
#include "tests/dialects/feed_text.h"
#include "tests/exports/read_export.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a test of many of its values
using kiosk::test::at;
using kiosk::test::only_session;
using kiosk::test::texts;

namespace {

using Texts = std::vector<std::string>;

FeedReading read(const std::string& bytes,
                 const FeedContext& context = {.time_zone = find_time_zone("Europe/Moscow")}) {
  return kiosk::test::read(bytes, context);
}

// A day of two rooms; the sessions of the first begin on line 3, those of the second follow.
std::string day_of(const std::string& in_dev, const std::string& in_cloud = "") {
  return R"({ "date": "2024-04-17T00:00:00", "isDefault": true, "rooms": [
  { "id": 18083, "name": "Dev", "hasOnlyPlenumSessions": false, "sessions": [
)" + in_dev +
         R"(] },
  { "id": 18084, "name": "Cloud Native, DevOps", "hasOnlyPlenumSessions": false, "sessions": [
)" + in_cloud +
         R"(] } ],
  "timeSlots": [ { "slotStart": "10:00:00", "rooms": [ { "id": 18083, "name": "Dev", "session": { "id": "248343",
    "title": "Talk", "startsAt": "2024-04-17T10:00:00", "endsAt": "2024-04-17T10:50:00" }, "index": 0 } ] } ] })";
}

std::string grid_of(const std::string& in_dev, const std::string& in_cloud = "") {
  return "[" + day_of(in_dev, in_cloud) + "]";
}

std::string session_of(const std::string& more = "") {
  return R"({ "id": "248343", "title": "Talk", "description": null, "startsAt": "2024-04-17T10:00:00",
      "endsAt": "2024-04-17T10:50:00", "isServiceSession": false, "isPlenumSession": false, "speakers": [],
      "categories": [], "roomId": 18083, "room": "Dev", "liveUrl": null, "recordingUrl": null)" +
         (more.empty() ? "" : ", " + more) + " }";
}

const Texts both_halls{"dev", "cloud-native-devops"};

}  // namespace

TEST_CASE("every field of Sessionize's GridSmart that a screen shows is read") {
  const std::string grid = grid_of("", R"({ "id": "248343", "title": "<input> &amp; *args", "description": "…",
    "startsAt": "2024-04-17T10:00:00", "endsAt": "2024-04-17T10:50:00", "isServiceSession": false,
    "isPlenumSession": false, "speakers": [ { "id": "fc1eabb6", "name": "Анна &amp; Ко" }, { "id": "x", "name": "Bob" } ],
    "categories": [ { "id": 1, "name": "Level", "categoryItems": [ { "id": 11, "name": "Expert" } ], "sort": 0 },
                    { "id": 2, "name": "Track", "categoryItems": [ { "id": 21, "name": "IoT & Data" } ], "sort": 1 } ],
    "roomId": 18084, "room": "Cloud Native, DevOps", "liveUrl": "https://example.org/live",
    "recordingUrl": "https://example.org/recording", "status": "Accepted", "isInformed": true, "isConfirmed": true })");
  const FeedReading reading = read(grid);
  CHECK(texts(reading.problems) == Texts{});
  REQUIRE(reading.schedule->halls().size() == 2);
  CHECK(reading.schedule->halls()[0].id == both_halls[0]);
  CHECK(reading.schedule->halls()[1].id == both_halls[1]);
  CHECK(reading.schedule->halls()[1].name == "Cloud Native, DevOps");
  // A day has only the rooms that are used on it.
  CHECK_FALSE(reading.schedule->lists_halls());
  Session expected;
  expected.id = "248343";
  expected.halls = {"cloud-native-devops"};
  expected.start = at("2024-04-17T10:00:00");
  expected.end = at("2024-04-17T10:50:00");
  expected.title = "<input> & *args";
  expected.track = "IoT & Data";
  expected.speakers = {{"Анна & Ко", {}, ""}, {"Bob", {}, ""}};
  expected.broadcast = Link{"https://example.org/live"};
  expected.recording = Link{"https://example.org/recording"};
  CHECK(only_session(reading) == expected);
  const auto part = read_feed_part(grid, {});
  REQUIRE(part);
  CHECK(part->dialect == "Sessionize view/GridSmart");
}

TEST_CASE("a plenum of a grid is in the room that it names, else in all, wherever it is listed") {
  const Session named = only_session(read(grid_of(session_of(R"("isPlenumSession": true)"))));
  CHECK(named.halls == Texts{"dev"});
  CHECK(named.plenum);
  const std::string unnamed = session_of(R"("isPlenumSession": true, "roomId": null, "room": null)");
  const Session everywhere = only_session(read(grid_of(unnamed)));
  CHECK(everywhere.halls == both_halls);
  CHECK(everywhere.plenum);
  for (const std::string& listed_twice :
       {grid_of(session_of(R"("isPlenumSession": true)"), session_of(R"("isPlenumSession": true)")),
        grid_of(unnamed, unnamed)}) {
    const FeedReading reading = read(listed_twice);
    only_session(reading);
    CHECK(texts(reading.problems) == Texts{});
  }
  CHECK_FALSE(only_session(read(grid_of(session_of()))).plenum);
}

TEST_CASE("a plenum of the first day is in rooms of the last, too") {
  const FeedReading reading =
      read("[" + day_of(session_of(R"("isPlenumSession": true, "roomId": null)")) +
           R"(, { "date": "2024-04-18T00:00:00", "rooms": [ { "id": 3, "name": "Tent", "sessions": [] },
              { "id": 18083, "name": "Dev renamed", "sessions": [] } ] } ])");
  CHECK(only_session(reading).halls == Texts{"dev", "cloud-native-devops", "tent"});
  CHECK(reading.schedule->halls().size() == 3);
}

TEST_CASE("a session of a grid without a room of its own is in those it is listed under") {
  CHECK(only_session(read(grid_of("", session_of(R"("roomId": null)")))).halls == Texts{"cloud-native-devops"});
  CHECK(only_session(read(grid_of(session_of(R"("roomId": null)"), session_of(R"("roomId": null)")))).halls ==
        both_halls);
  const FeedReading elsewhere = read(grid_of(session_of(R"("roomId": 5)")));
  CHECK(only_session(elsewhere).halls == Texts{"dev"});
  CHECK(texts(elsewhere.problems)
            .front()
            .ends_with("5 is none of the rooms; it is shown in the room that it is listed under"));
  // Its own room comes before the one it is listed under.
  CHECK(only_session(read(grid_of("", session_of()))).halls == Texts{"dev"});
}

TEST_CASE("a service session of a grid is a break, in its room or in all") {
  const Session here = only_session(read(grid_of(session_of(R"("isServiceSession": true)"))));
  CHECK(here.kind == SessionKind::break_);
  CHECK(here.halls == Texts{"dev"});
  CHECK_FALSE(here.plenum);
  const Session everywhere =
      only_session(read(grid_of(session_of(R"("isServiceSession": true, "isPlenumSession": true, "roomId": null)"))));
  CHECK(everywhere.kind == SessionKind::break_);
  CHECK(everywhere.halls == both_halls);
  // The room of a break for everyone is a cell of the table.
  const Session lunch = only_session(read(grid_of(session_of(R"("isServiceSession": true, "isPlenumSession": true)"))));
  CHECK(lunch.halls == both_halls);
  CHECK(only_session(read(grid_of(session_of(R"("title": "Обед / Lunch")")))).kind == SessionKind::break_);
  CHECK(only_session(read(grid_of(session_of(R"("title": "Lunch with an expert")")))).kind == SessionKind::session);
}

TEST_CASE("a session of a grid is cancelled by its status or its title") {
  for (const char* more : {R"("status": "Canceled")", R"("status": "Declined")", R"x("title": "Talk (cancelled)")x",
                           R"("title": "ОТМЕНЕНО: Talk")"}) {
    const Session session = only_session(read(grid_of(session_of(more))));
    CHECK(session.state == SessionState::cancelled);
    CHECK(session.title == "Talk");
  }
  CHECK(only_session(read(grid_of(session_of(R"("status": null)")))).state == SessionState::confirmed);
}

TEST_CASE("a grid names no zone, which is an error, and times with an offset keep it") {
  const FeedReading reading = read(grid_of(session_of()), {});
  CHECK(any_errors(reading.problems));
  CHECK(texts(reading.problems).front().find("the feed does not say its time zone") != std::string::npos);
  CHECK(only_session(read(grid_of(session_of(R"("startsAt": "2024-04-17T07:00:00Z", "endsAt": null)")))).start ==
        at("2024-04-17T10:00:00"));
}

TEST_CASE("a bad session of a grid is set aside with its pointer and line, and the rest lives") {
  struct Case {
    const char* session;
    const char* problem;
  };
  const Case cases[] = {
      {"7", "3: /0/rooms/0/sessions/0: 7 is not a session; write {…}"},
      {R"({"id": "1", "title": "T", "startsAt": null, "roomId": 18083})",
       "3: /0/rooms/0/sessions/0: the session has no start yet; it is left out"},
      {R"({"id": "1", "startsAt": "2024-04-17T10:00:00", "roomId": 18083})",
       "3: /0/rooms/0/sessions/0: the session has no title; it is left out"},
      {R"({"id": "1", "title": "T", "startsAt": "soon", "roomId": 18083})",
       R"(3: /0/rooms/0/sessions/0/startsAt: "soon" is not a time; write "2024-04-17T10:00:00+03:00")"},
      {R"({"title": "T", "startsAt": "2024-04-17T10:00:00", "roomId": 18083})",
       "3: /0/rooms/0/sessions/0: the session has no id; it is left out"},
  };
  for (const Case& bad : cases) {
    CAPTURE(bad.session);
    const FeedReading reading = read(grid_of(std::string(bad.session) + ",\n" + session_of()));
    CHECK(only_session(reading).id == "248343");
    CHECK(texts(reading.problems) == Texts{bad.problem});
  }
}

TEST_CASE("days and rooms of a grid that are none are told, and the rest lives") {
  const FeedReading reading = read(R"([ { "date": "2024-04-17", "rooms": [ { "id": 1, "name": "A", "sessions": [
      { "id": "1", "title": "T", "startsAt": "2024-04-17T10:00:00", "roomId": 1 } ] }, 7, { "id": 2, "sessions": [] },
      { "name": "B", "sessions": null }, { "name": "C", "sessions": 5 } ] }, 8, { "rooms": {} } ])");
  CHECK(only_session(reading).halls == Texts{"a"});
  CHECK(reading.schedule->halls().size() == 3);
  CHECK(texts(reading.problems) ==
        Texts{"2: /0/rooms/1: 7 is not a room; write {…}", "2: /0/rooms/2: the room has no name; it is left out",
              "3: /1: 8 is not a day; write {…}", "3: /2/rooms: an object is not a list; write […]",
              "3: /0/rooms/4/sessions: 5 is not a list; write […]"});
}

TEST_CASE("a grid without rooms is refused, and one without sessions is told") {
  const auto reading = read_feed(R"([ { "date": "2024-04-17", "rooms": [] } ])", {.file = "grid", .time_zone = utc()});
  REQUIRE_FALSE(reading);
  CHECK(to_string(reading.error()) ==
        "grid:1: /0/rooms: there are no rooms yet; add them in Sessionize, and publish the schedule");
  CHECK(texts(read(grid_of("")).problems) ==
        Texts{"1: there are no sessions in it; the halls are shown with nothing scheduled"});
}
