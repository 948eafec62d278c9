#include "exports/sessionize.h"

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

// Two rooms, a speaker, a track; sessions begin on line 2.
std::string feed_of(const std::string& sessions) {
  return "{ \"sessions\": [\n" + sessions + R"(],
  "speakers": [ { "id": "fc1eabb6", "firstName": "Анна", "lastName": "Иванова", "bio": "…", "tagLine": "Директор *библиотеки*",
                  "profilePicture": "https://sessionize.com/image/a.jpg", "isTopSpeaker": false, "links": [],
                  "sessions": [1], "fullName": "Анна Иванова", "categoryItems": [], "questionAnswers": [] } ],
  "questions": [], "categories": [
    { "id": 1, "title": "Level", "items": [ { "id": 11, "name": "Intermediate", "sort": 1 } ], "sort": 0, "type": "session" },
    { "id": 2, "title": "Track", "items": [ { "id": 21, "name": "IoT & Data", "sort": 1 } ], "sort": 1, "type": "session" } ],
  "rooms": [ { "id": 18083, "name": "Dev", "sort": 0 }, { "id": 18084, "name": "Cloud Native, DevOps", "sort": 1 } ] })";
}

std::string session_of(const std::string& more = "") {
  return R"({ "id": "248343", "title": "Talk", "description": null, "startsAt": "2024-04-17T10:00:00",
      "endsAt": "2024-04-17T10:50:00", "roomId": 18083)" +
         (more.empty() ? "" : ", " + more) + " }";
}

}  // namespace

TEST_CASE("every field of a Sessionize export that a screen shows is read") {
  const FeedReading reading = read(feed_of(R"({ "id": "248343", "title": "Azure &amp; friends", "description": "…",
    "startsAt": "2024-04-17T10:00:00", "endsAt": "2024-04-17T10:50:00", "isServiceSession": false, "isPlenumSession": false,
    "speakers": [ "fc1eabb6" ], "categoryItems": [ 11, 21 ], "questionAnswers": [], "roomId": 18084,
    "liveUrl": "https://example.org/live", "recordingUrl": "https://example.org/recording", "status": "Accepted",
    "isInformed": true, "isConfirmed": true })"));
  CHECK(texts(reading.problems) == Texts{});
  REQUIRE(reading.schedule->halls().size() == 2);
  CHECK(reading.schedule->halls()[0].id == "dev");
  CHECK(reading.schedule->halls()[1].id == "cloud-native-devops");
  CHECK(reading.schedule->halls()[1].name == "Cloud Native, DevOps");
  CHECK(reading.schedule->halls()[1].key == "18084");
  CHECK(reading.schedule->time_zone() == find_time_zone("Europe/Moscow"));
  Session expected;
  expected.id = "248343";
  expected.halls = {"cloud-native-devops"};
  expected.start = at("2024-04-17T10:00:00");
  expected.end = at("2024-04-17T10:50:00");
  expected.title = "Azure & friends";
  expected.track = "IoT & Data";
  expected.speakers = {{"Анна Иванова", "Директор библиотеки", "https://sessionize.com/image/a.jpg"}};
  expected.broadcast = Link{"https://example.org/live"};
  expected.recording = Link{"https://example.org/recording"};
  CHECK(only_session(reading) == expected);
}

TEST_CASE("without a time zone in the settings times stand as they are written, and that is an error") {
  const FeedReading reading = read(feed_of(session_of()), {});
  CHECK(only_session(reading).start == at("2024-04-17T10:00:00Z"));
  CHECK(reading.schedule->event().time_zone.is(NoZone::unsaid));
  REQUIRE(reading.problems.size() == 1);
  CHECK(any_errors(reading.problems));
  CHECK(texts(reading.problems).front().find("write time_zone = \"Europe/Berlin\" in the settings") !=
        std::string::npos);
}

TEST_CASE("a start with an offset keeps it") {
  CHECK(
      only_session(read(feed_of(session_of(R"("startsAt": "2024-04-17T07:00:00Z", "endsAt": "2024-04-17T07:50:00Z")"))))
          .start == at("2024-04-17T10:00:00"));
}

TEST_CASE("a plenum is in the room it names, else in every hall, and a break for everyone is in every hall") {
  const Texts all{"dev", "cloud-native-devops"};
  const Session in_room = only_session(read(feed_of(session_of(R"("isPlenumSession": true)"))));
  CHECK(in_room.halls == Texts{"dev"});
  CHECK(in_room.plenum);
  CHECK_FALSE(only_session(read(feed_of(session_of(R"("isPlenumSession": false)")))).plenum);
  CHECK(only_session(read(feed_of(session_of(R"("isPlenumSession": true, "roomId": null)")))).halls == all);
  CHECK(only_session(read(feed_of(session_of(R"("isPlenumSession": true, "isServiceSession": true)")))).halls == all);
  CHECK(only_session(read(feed_of(session_of(R"("isPlenumSession": true, "title": "Lunch")")))).halls == all);
  const FeedReading unknown = read(feed_of(session_of(R"("isPlenumSession": true, "roomId": 99)")));
  CHECK(only_session(unknown).halls == all);
  CHECK(unknown.problems.size() == 1);
  CHECK(only_session(read(feed_of(session_of(R"("isServiceSession": true, "roomId": null)")))).halls == all);
  CHECK(only_session(read(feed_of(session_of(R"("isServiceSession": true)")))).halls == Texts{"dev"});
}

TEST_CASE("a service session is a break, and so is one of that name") {
  CHECK(only_session(read(feed_of(session_of(R"("isServiceSession": true)")))).kind == SessionKind::break_);
  CHECK(only_session(read(feed_of(session_of(R"("isServiceSession": false)")))).kind == SessionKind::session);
  CHECK(only_session(read(feed_of(session_of(R"("title": "Coffee & tea", "isServiceSession": true)")))).kind ==
        SessionKind::break_);
  for (const char* title : {"Mittagspause", "Кофе-пауза", "LUNCH", "Обед / Lunch"}) {
    CHECK(only_session(read(feed_of(session_of("\"title\": \"" + std::string(title) + '"')))).kind ==
          SessionKind::break_);
  }
  CHECK(only_session(read(feed_of(session_of(R"("title": "Lunch with an expert")")))).kind == SessionKind::session);
}

TEST_CASE("a title that looks like markup is a title of Sessionize") {
  const FeedReading reading = read(feed_of(session_of(R"("title": "<input> &amp; *args of __init__ <?php")")));
  CHECK(texts(reading.problems) == Texts{});
  CHECK(only_session(reading).title == "<input> & *args of __init__ <?php");
  const Session named =
      only_session(read(feed_of(session_of(R"("speakers": [{"id": "x", "name": "_nick_ &amp; me"}])"))));
  REQUIRE(named.speakers.size() == 1);
  CHECK(named.speakers[0].name == "_nick_ & me");
}

TEST_CASE("a session is cancelled by its status or by the word before or behind its title") {
  for (const char* status : {"Canceled", "cancelled", "Declined", "Отменено"}) {
    CHECK(only_session(read(feed_of(session_of(std::string("\"status\": \"") + status + '"')))).state ==
          SessionState::cancelled);
  }
  for (const char* status : {"\"Accepted\"", "null", "\"Nominated\"", "5"}) {
    CHECK(only_session(read(feed_of(session_of(std::string("\"status\": ") + status)))).state ==
          SessionState::confirmed);
  }
  const Session by_title = only_session(read(feed_of(session_of(R"("title": "CANCELLED: Talk")"))));
  CHECK(by_title.state == SessionState::cancelled);
  CHECK(by_title.title == "Talk");
  const Session behind = only_session(read(feed_of(session_of(R"("title": "Talk - canceled")"))));
  CHECK(behind.state == SessionState::cancelled);
  CHECK(behind.title == "Talk");
}

TEST_CASE("sessions that have no start yet are left out, which is told once") {
  const std::string open = R"({ "id": "1", "title": "Later", "startsAt": null, "endsAt": null, "roomId": null })";
  const FeedReading reading = read(feed_of(open + ",\n" + session_of() + ",\n" + open));
  CHECK(only_session(reading).id == "248343");
  CHECK(texts(reading.problems) == Texts{"2: /sessions/0: the session has no start yet; it is left out"});
  CHECK_FALSE(any_errors(reading.problems));
}

TEST_CASE("a bad session of Sessionize is set aside with its pointer and line, and the rest lives") {
  struct Case {
    const char* session;
    const char* problem;
  };
  const Case cases[] = {
      {"7", "2: /sessions/0: 7 is not a session; write {…}"},
      {R"({"id": "1", "startsAt": "2024-04-17T10:00:00", "roomId": 18083})",
       "2: /sessions/0: the session has no title; it is left out"},
      {R"({"id": "1", "title": "T", "startsAt": "soon", "roomId": 18083})",
       R"(2: /sessions/0/startsAt: "soon" is not a time; write "2024-04-17T10:00:00+03:00")"},
      {R"({"id": "1", "title": "T", "startsAt": "2024-04-17T10:00:00"})",
       "2: /sessions/0: the session has no room; it is left out"},
      {R"({"id": "1", "title": "T", "startsAt": "2024-04-17T10:00:00", "roomId": 5})",
       "2: /sessions/0/roomId: 5 is none of the rooms; the session is left out"},
      {R"({"title": "T", "startsAt": "2024-04-17T10:00:00", "roomId": 18083})",
       "2: /sessions/0: the session has no id; it is left out"},
  };
  for (const Case& bad : cases) {
    CAPTURE(bad.session);
    const FeedReading reading = read(feed_of(std::string(bad.session) + ",\n" + session_of()));
    CHECK(only_session(reading).id == "248343");
    CHECK(texts(reading.problems) == Texts{bad.problem});
    CHECK(any_errors(reading.problems));
  }
  const FeedReading twice = read(feed_of(session_of() + ",\n" + session_of()));
  CHECK(only_session(twice).id == "248343");
  CHECK(twice.problems.size() == 1);
}

TEST_CASE("bad fields of a Sessionize session are told, and it lives without them") {
  const FeedReading early = read(feed_of(session_of(R"("endsAt": "2024-04-17T09:00:00")")));
  CHECK_FALSE(only_session(early).end);
  CHECK(early.problems.size() == 1);
  const FeedReading live = read(feed_of(session_of(R"("liveUrl": "see chat")")));
  CHECK_FALSE(only_session(live).broadcast);
  CHECK(texts(live.problems).front().find("/sessions/0/liveUrl: \"see chat\" is not a web address") !=
        std::string::npos);
  const FeedReading empty = read(feed_of(session_of(R"("liveUrl": "", "recordingUrl": " ", "endsAt": null)")));
  CHECK(empty.problems.empty());
  CHECK_FALSE(only_session(empty).broadcast);
}

TEST_CASE("speakers are found by id, and may be objects as in other views") {
  const FeedReading reading = read(
      feed_of(session_of(R"("speakers": [{"id": "fc1eabb6", "name": "A"}, {"id": "x", "name": "Bob"}, "nobody"])")));
  const auto speakers = only_session(reading).speakers;
  REQUIRE(speakers.size() == 2);
  CHECK(speakers[0].name == "Анна Иванова");
  CHECK(speakers[1].name == "Bob");
  CHECK(texts(reading.problems).front().ends_with("the speaker \"nobody\" is not in the list of speakers"));
}

TEST_CASE("lists that are null or missing are empty, ids may be numbers, names in two parts") {
  const FeedReading reading = read(R"({ "sessions": [ { "id": 12, "title": "T", "startsAt": "2024-04-17T10:00:00",
      "roomId": "7", "speakers": [3] } ], "speakers": [ { "id": 3, "firstName": "Ada", "lastName": "Lovelace" } ],
      "categories": null, "rooms": [ { "id": 7, "name": "Зал 1" } ] })");
  CHECK(only_session(reading).id == "12");
  CHECK(only_session(reading).halls == Texts{"зал-1"});
  CHECK(only_session(read(R"({ "sessions": [ { "id": "1", "title": "T", "startsAt": "2024-04-17T10:00:00", "roomId": 7,
      "speakers": null, "categoryItems": null } ], "rooms": [ { "id": 7, "name": "A" } ], "speakers": null })"))
            .speakers.empty());
}

TEST_CASE("a Sessionize export without rooms is refused: it could only blank the screens") {
  const auto reading = read_feed("{\"sessions\": [],\n\"rooms\": []}", {.file = "all.json"});
  REQUIRE_FALSE(reading);
  CHECK(to_string(reading.error()) == "all.json:2: /rooms: there are no rooms yet; add them in Sessionize");
  CHECK(read(feed_of("")).schedule->sessions().empty());
}
