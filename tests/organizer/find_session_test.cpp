#include "organizer/find_session.h"

#include "tests/catch.h"
#include "venue/parse_instant.h"

using namespace kiosk;

namespace {

Instant at(const std::string& time) { return *parse_instant("2024-04-17T" + time + ":00Z"); }

Session session(std::string id, std::string hall, const std::string& start, const std::string& end, LocalText title) {
  Session made;
  made.id = std::move(id);
  made.halls = {std::move(hall)};
  made.start = at(start);
  made.end = at(end);
  made.title = std::move(title);
  return made;
}

Schedule schedule() {
  Schedule::Parts parts;
  parts.event.time_zone = utc();
  parts.halls.resize(2);
  parts.halls[0].id = "gorky";
  parts.halls[0].name = "Горьковский зал";
  parts.halls[1].id = "small";
  parts.halls[1].name = "Small hall";
  parts.sessions = {session("opening", "gorky", "10:00", "11:00", LocalText{{"ru", "Открытие"}, {"en", "The Opening"}}),
                    session("track-1", "gorky", "11:30", "12:30", "Культурный код: мастерская"),
                    session("track-2", "small", "11:30", "12:30", "Культурный код: лекция"),
                    session("now", "small", "13:00", "14:00", "Now or never"),
                    session("coffee", "small", "15:00", "15:30", "Coffee")};
  parts.notices.resize(2);
  parts.notices[0].id = "bus";
  parts.notices[0].text = "The bus leaves at 18:00";
  parts.notices[1].id = "cloak";
  parts.notices[1].text = "The cloakroom is full";
  return Schedule(std::move(parts));
}

std::string called(const std::string& words, const std::string& now = "10:30") {
  const Schedule all = schedule();
  const auto found = find_session(all, words, at(now));
  return found ? (*found)->id : to_string(found.error());
}

}  // namespace

TEST_CASE("a session is meant by its id, its title, or any part of it in any language and case") {
  CHECK(called("track-1") == "track-1");
  CHECK(called("the opening") == "opening");
  CHECK(called("ОТКРЫТ") == "opening");
  CHECK(called("мастерская") == "track-1");
  CHECK(called("now") == "now");
}

TEST_CASE("a session is meant by what is on in a hall, or comes next there") {
  CHECK(called("gorky now") == "opening");
  CHECK(called("Горьковский зал now") == "opening");
  CHECK(called("gorky next") == "track-1");
  CHECK(called("gorky now", "11:15") == "nothing is on in \"gorky\"");
  CHECK(called("gorky next", "12:00") == "nothing comes next in \"gorky\"");
  CHECK(called("small Next", "13:30") == "coffee");
  CHECK(called("горьк now") == "opening");
  CHECK(called("foyer now") == "no hall is called \"foyer\"; the halls are gorky, small");
}

TEST_CASE("what several sessions are called lists them with their times and halls") {
  CHECK(called("культурный код") ==
        "\"культурный код\" means 2 sessions; say which: 2024-04-17 11:30 gorky: \"Культурный код: мастерская\" "
        "(track-1); 2024-04-17 11:30 small: \"Культурный код: лекция\" (track-2)");
}

TEST_CASE("what no session is called says how to call one") {
  CHECK(called("keynote") ==
        "no session is called \"keynote\"; write its id, a part of its title, or its hall with \"now\" or \"next\"");
  CHECK(called("") ==
        "no session is called \"\"; write its id, a part of its title, or its hall with \"now\" or \"next\"");
}

TEST_CASE("a part of a hall's name does not take the place of a session's title, its whole name does") {
  Schedule::Parts parts;
  parts.halls.resize(1);
  parts.halls[0].id = "a";
  parts.halls[0].name = "Reading room";
  parts.sessions = {session("s", "a", "10:00", "11:00", "Reading aloud"),
                    session("t", "a", "11:00", "12:00", "About the reading room")};
  const Schedule all(std::move(parts));
  CHECK(find_hall_before_sessions(all, "reading") == nullptr);
  CHECK(find_hall_before_sessions(all, "READING ROOM") == &all.halls()[0]);
  CHECK(find_hall_before_sessions(all, "ding r") == nullptr);
}

TEST_CASE("a part of an id alone means none, but says whose it is") {
  CHECK(called("ACK-1") ==
        "no session is called \"ACK-1\"; perhaps you mean 2024-04-17 11:30 gorky: \"Культурный код: мастерская\" "
        "(track-1)");
}

TEST_CASE("halls and notices are called as people call them") {
  const Schedule all = schedule();
  CHECK((*find_hall(all, "горьковский ЗАЛ"))->id == "gorky");
  CHECK(to_string(find_hall(all, "large").error()) == "no hall is called \"large\"; the halls are gorky, small");
  CHECK(to_string(find_hall(all, "gorki").error()) == "no hall is called \"gorki\"; did you mean \"gorky\"?");
  Schedule::Parts many;
  many.halls.resize(12);
  for (std::size_t i = 0; i < many.halls.size(); ++i) {
    many.halls[i].id = std::string(5, static_cast<char>('a' + i));
  }
  CHECK(to_string(find_hall(Schedule(many), "x").error()) ==
        "no hall is called \"x\"; the halls are aaaaa, bbbbb, ccccc, ddddd, eeeee, fffff, ggggg, hhhhh, iiiii, jjjjj, "
        "and 2 more");
  CHECK((*find_notice(all, "bus"))->id == "bus");
  CHECK((*find_notice(all, "CLOAKROOM"))->id == "cloak");
  CHECK(to_string(find_notice(all, "the").error()) ==
        "\"the\" means 2 notices; say which: bus: \"The bus leaves at 18:00\"; cloak: \"The cloakroom is full\"");
}

TEST_CASE("a hall is meant by a part of its name that no other has, and else lists those that have it") {
  Schedule::Parts parts;
  parts.halls.resize(3);
  parts.halls[0].id = "a";
  parts.halls[0].name = LocalText{{"ru", "Большой конференц-зал"}, {"en", "Large Conference Hall"}};
  parts.halls[1].id = "b";
  parts.halls[1].name = LocalText{{"ru", "Малый конференц-зал"}, {"en", "Small Conference Hall"}};
  parts.halls[2].id = "small";
  parts.halls[2].name = "Фойе";
  const Schedule all(std::move(parts));
  CHECK((*find_hall(all, "малый"))->id == "b");
  CHECK((*find_hall(all, "LARGE"))->id == "a");
  CHECK((*find_hall(all, "small"))->id == "small");  // an id goes first
  CHECK(to_string(find_hall(all, "конференц").error()) == "\"конференц\" means 2 halls; say which: a; b");
  CHECK(to_string(find_hall(all, "").error()) == "no hall is called \"\"; the halls are a, b, small");
  CHECK(find_hall_before_sessions(all, "малый")->id == "b");
  CHECK(find_hall_before_sessions(all, "конференц") == nullptr);
}
