#include "exports/session_ids.h"

#include "dialects/read_feed.h"
#include "tests/catch.h"
#include "tests/dialects/feed_text.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a test of many of its values
using kiosk::test::texts;

namespace {

using Texts = std::vector<std::string>;

FeedReading read(const std::string& bytes) {
  auto reading = read_feed(bytes, {.time_zone = find_time_zone("Europe/Moscow")});
  REQUIRE(reading);
  return *std::move(reading);
}

// A schedule.json of three halls, one event in each, on lines 2 to 4; all have one guid.
FeedReading copied(const Texts& titles, const Texts& starts = {"10:00", "10:00", "10:00"}) {
  std::string rooms;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    rooms += (i == 0 ? "\n\"Hall " : ",\n\"Hall ") + std::to_string(i + 1) + R"(": [{"guid": "g", "id": )" +
             std::to_string(i) + R"(, "duration": 30, "date": "2026-05-01T)" + starts[i] + R"(:00+03:00", "title": ")" +
             titles[i] + "\"}]";
  }
  return read(R"({"schedule": {"conference": {"title": "C", "days": [{"date": "2026-05-01", "rooms": {)" + rooms +
              "}}]}}}");
}

// "g: oranges in hall-1"
Texts shown(const FeedReading& reading) {
  Texts result;
  for (const Session& session : reading.schedule->sessions()) {
    std::string halls;
    for (const std::string& hall : session.halls) {
      halls += (halls.empty() ? " in " : ", ") + hall;
    }
    result.push_back(session.id + ": " + session.title.in("") + halls);
  }
  return result;
}

}  // namespace

TEST_CASE("an id is given once, and then with a count behind it") {
  SessionIds ids;
  CHECK(ids.take("a", "one") == "a");
  CHECK(ids.take("a 2", "two") == "a 2");
  CHECK(ids.take("a", "one") == "a 3");
  CHECK(ids.take("b", "one") == "b");
  CHECK_FALSE(ids.has_with_another_title("c", "one"));
  CHECK_FALSE(ids.has_with_another_title("a", "one"));
  CHECK(ids.has_with_another_title("a", "two"));
}

TEST_CASE("talks with one guid and several titles are as many talks, each in its hall, and a warning each") {
  const FeedReading reading = copied({"oranges", "bicycles", "maps"}, {"10:00", "10:00", "12:00"});
  CHECK(shown(reading) == Texts{"g: oranges in hall-1", "g 2: bicycles in hall-2", "g 3: maps in hall-3"});
  const std::string here = ": /schedule/conference/days/0/rooms/Hall ";
  CHECK(texts(reading.problems) ==
        Texts{"3" + here + "2/0: the id \"g\" is that of a session with another title, too; both are shown",
              "4" + here + "3/0: the id \"g\" is that of a session with another title, too; both are shown"});
  CHECK_FALSE(any_errors(reading.problems));
}

TEST_CASE("a talk in several halls is one beside a copy that kept its guid, in whatever order") {
  CHECK(shown(copied({"oranges", "bicycles", "oranges"})) ==
        Texts{"g: oranges in hall-1, hall-3", "g 2: bicycles in hall-2"});
  CHECK(shown(copied({"oranges", "bicycles", "bicycles"})) ==
        Texts{"g: oranges in hall-1", "g 2: bicycles in hall-2, hall-3"});
  CHECK(shown(copied({"oranges", "oranges", "bicycles"})) ==
        Texts{"g: oranges in hall-1, hall-2", "g 2: bicycles in hall-3"});
}

TEST_CASE("titles agree in any case, and with a word that says that one is cancelled") {
  CHECK(shown(copied({"Oranges", "oranges", "ORANGES"})).size() == 1);
  CHECK(copied({"Oranges", "oranges", "ORANGES"}).problems.empty());
  CHECK(shown(copied({"Oranges", "CANCELLED: Oranges"})).size() == 1);
  CHECK(shown(copied({"CANCELLED: Oranges", "Oranges"})).size() == 1);
  CHECK(shown(copied({"Oranges", "Oranges II"})).size() == 2);
}

TEST_CASE("parts of one talk at several times have one guid, and are no news") {
  const FeedReading reading = copied({"oranges", "oranges"}, {"10:00", "12:00"});
  CHECK(shown(reading) == Texts{"g: oranges in hall-1", "g 2: oranges in hall-2"});
  CHECK(reading.problems.empty());
}

TEST_CASE("sessions of Sessionize with one id and two titles are two, and of one title one") {
  const auto of = [](const std::string& title) {
    const std::string rest = R"(, "startsAt": "2026-05-01T10:00:00", "endsAt": "2026-05-01T11:00:00", )";
    return read(R"({"rooms": [{"id": 1, "name": "A"}, {"id": 2, "name": "B"}], "sessions": [
{"id": "7", "title": "Oranges", "roomId": 1)" +
                rest + R"("speakers": []},
{"id": "7", "roomId": 2, "title": ")" +
                title + '"' + rest + R"("speakers": []}]})");
  };
  CHECK(shown(of("Bicycles")) == Texts{"7: Oranges in a", "7 2: Bicycles in b"});
  CHECK(texts(of("Bicycles").problems) ==
        Texts{"3: /sessions/1: the id \"7\" is that of a session with another title, too; both are shown"});
  CHECK(shown(of("Oranges")) == Texts{"7: Oranges in a"});
  CHECK(any_errors(of("Oranges").problems));
}
