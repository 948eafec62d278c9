#include "programme/programme_memory.h"

#include <cstddef>

#include "tests/catch.h"
#include "tests/dialects/feed_text.h"
#include "venue/agenda.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a test of many of its values
using namespace std::chrono_literals;
using kiosk::test::at;

namespace {

using Ids = std::vector<std::string>;

const Instant nine = at("2024-04-17T09:00:00");

// An hour long, in the hall of the first letter of its id: "a3" in hall a.
Session talk(const std::string& id, const std::string& start = "10:00") {
  Session session;
  session.id = id;
  session.title = "Talk " + id;
  session.halls = {id.substr(0, 1)};
  session.start = at("2024-04-17T" + start + ":00");
  session.end = session.start + 1h;
  return session;
}

Schedule::Parts feed(std::vector<Session> sessions, const std::string& title = "Conf") {
  Schedule::Parts parts;
  parts.event.title = title;
  parts.event.time_zone = find_time_zone("Europe/Moscow");
  for (const char* id : {"a", "b", "c"}) {
    Hall hall;
    hall.id = id;
    hall.name = "Hall " + hall.id;
    parts.halls.push_back(hall);
  }
  parts.sessions = std::move(sessions);
  return parts;
}

// "a0" to "a(count-1)", one after another from ten.
std::vector<Session> talks(const std::string& hall, int count) {
  std::vector<Session> sessions;
  for (int i = 0; i < count; ++i) {
    Session session = talk(hall + std::to_string(i));
    session.start += std::chrono::minutes(10 * i);
    session.end = session.start + 10min;
    sessions.push_back(session);
  }
  return sessions;
}

std::vector<Session> both(std::vector<Session> one, const std::vector<Session>& other) {
  one.insert(one.end(), other.begin(), other.end());
  return one;
}

std::vector<Session> without(std::vector<Session> sessions, std::size_t first, std::size_t count) {
  sessions.erase(sessions.begin() + static_cast<std::ptrdiff_t>(first),
                 sessions.begin() + static_cast<std::ptrdiff_t>(first + count));
  return sessions;
}

// "a1", or "a1 cancelled"; in the order shown.
Ids shown(const ProgrammeMemory& memory) {
  Ids ids;
  const Schedule schedule(memory.shown());
  for (const Session& session : schedule.sessions()) {
    ids.push_back(session.id + (session.state == SessionState::cancelled ? " cancelled" : ""));
    for (const std::string& hall : session.halls) {
      REQUIRE(schedule.find_hall(hall) != nullptr);
    }
  }
  return ids;
}

std::size_t held(const ProgrammeMemory& memory) {
  std::size_t sessions = 0;
  for (const Hold& hold : memory.holds()) {
    sessions += hold.sessions;
  }
  return sessions;
}

ProgrammeMemory after(const std::vector<Session>& before, HoldRules rules = {}) {
  ProgrammeMemory memory(rules);
  memory.read(feed(before), nine);
  return memory;
}

}  // namespace

TEST_CASE("what is first seen has not moved") {
  ProgrammeMemory memory;
  memory.read(feed({talk("a1"), talk("b1")}), nine);
  CHECK(memory.shown() == feed({talk("a1"), talk("b1")}));
  memory.read(feed({talk("a1"), talk("b1")}), nine + 10s);
  CHECK(memory.shown() == feed({talk("a1"), talk("b1")}));
}

TEST_CASE("a session in another hall says where it was first seen, however often it moves on") {
  ProgrammeMemory memory = after({talk("a1"), talk("b1")});
  Session moved = talk("a1");
  for (const char* hall : {"b", "c"}) {
    moved.halls = {hall};
    memory.read(feed({moved, talk("b1")}), nine + 10s);
    CHECK(memory.shown().sessions[0].originally == Announced{"a", std::nullopt});
  }
  memory.read(feed({talk("a1"), talk("b1")}), nine + 20s);
  CHECK_FALSE(memory.shown().sessions[0].originally);
}

TEST_CASE("a session at another time says when it was first seen to start") {
  ProgrammeMemory memory = after({talk("a1"), talk("b1")});
  memory.read(feed({talk("a1", "10:30"), talk("b1")}), nine + 10s);
  CHECK(memory.shown().sessions[0].originally == Announced{"", at("2024-04-17T10:00:00")});
}

TEST_CASE("an id given out anew does not make a session new") {
  ProgrammeMemory memory = after({talk("a1"), talk("b1")});
  Session again = talk("a1");
  again.id = "900";
  memory.read(feed({again, talk("b1")}), nine + 10s);
  again.halls = {"c"};
  memory.read(feed({again, talk("b1")}), nine + 20s);
  CHECK(shown(memory) == Ids{"900", "b1"});
  CHECK(memory.shown().sessions[0].originally == Announced{"a", std::nullopt});
}

namespace {

// "Talk a1", under a new id, in another hall and at another time.
Session rescheduled(const std::string& start = "11:15") {
  Session session = talk("a1", start);
  session.id = "900";
  session.halls = {"c"};
  return session;
}

}  // namespace

TEST_CASE("a session that gets a new id when it moves has moved, and is not cancelled") {
  for (const bool after_a_restart : {false, true}) {
    ProgrammeMemory memory = after({talk("a1"), talk("a2", "14:00"), talk("b1")});
    if (after_a_restart) {
      ProgrammeMemory again;
      again.recall(feed({talk("a1"), talk("a2", "14:00"), talk("b1")}), memory.state());
      memory = again;
    }
    for (int poll = 1; poll <= 4; ++poll) {
      memory.read(feed({rescheduled(), talk("a2", "14:00"), talk("b1")}), nine + std::chrono::seconds(10 * poll));
    }
    CHECK(shown(memory) == Ids{"900", "a2", "b1"});
    CHECK(memory.shown().sessions[0].originally == Announced{"a", at("2024-04-17T10:00:00")});
    CHECK(memory.state().first_seen.size() == 3);
  }
}

TEST_CASE("the door of a talk that an export moved under a new guid points to where it is now") {
  const auto read = [](const std::string& hall_a, const std::string& hall_b) {
    const auto event = [](const std::string& guid, const std::string& title, const std::string& start) {
      return R"({"guid": ")" + guid + R"(", "title": ")" + title + R"(", "date": "2026-05-01T)" + start +
             R"(:00+03:00", "duration": "01:00"})";
    };
    const std::string text = R"({"schedule": {"conference": {"title": "C", "time_zone_name": "Europe/Moscow", "days": [{
        "date": "2026-05-01", "rooms": {"Hall A": [)" +
                             event("1", "Alpha", "10:00") + hall_a + R"(], "Hall B": [)" +
                             event("4", "Delta", "10:00") + hall_b + "]}}]}}}";
    return read_feed_part(text, {}).value().part.parts;
  };
  const auto epsilon = [](const std::string& guid, const std::string& start) {
    return R"(, {"guid": ")" + guid + R"(", "title": "Epsilon", "date": "2026-05-01T)" + start +
           R"(:00+03:00", "duration": "01:00"})";
  };
  ProgrammeMemory memory;
  memory.read(read("", epsilon("5", "11:00")), at("2026-05-01T10:30:00"));
  memory.read(read(epsilon("77", "11:15"), ""), at("2026-05-01T10:40:00"));
  memory.confirm(at("2026-05-01T10:50:00"));
  const Schedule schedule(memory.shown());
  const Agenda agenda = agenda_at(schedule, "hall-b", at("2026-05-01T11:00:00"));
  REQUIRE(agenda.absence);
  CHECK(schedule.session_of(agenda.absence->slot).title == "Epsilon");
  CHECK(schedule.session_of(agenda.absence->slot).state == SessionState::confirmed);
  REQUIRE(agenda.absence->moved_to != nullptr);
  CHECK(agenda.absence->moved_to->name == "Hall A");
  CHECK(agenda.absence->there->start == at("2026-05-01T11:15:00"));
}

TEST_CASE("a session that was thought cancelled and comes back under a new id has moved") {
  ProgrammeMemory memory = after({talk("a1"), talk("b1")});
  memory.read(feed({talk("b1")}), nine + 10s);
  memory.confirm(nine + 20s);
  CHECK(shown(memory) == Ids{"b1", "a1 cancelled"});
  memory.read(feed({talk("b1"), rescheduled()}), nine + 30s);
  CHECK(shown(memory) == Ids{"b1", "900"});
  CHECK(memory.shown().sessions[1].originally == Announced{"a", at("2024-04-17T10:00:00")});
}

TEST_CASE("a new session of a title that was over by then has not moved, one second before it has") {
  const auto moved_at = [](const std::string& time) {
    ProgrammeMemory memory = after({talk("a1"), talk("b1", "14:00")});
    memory.read(feed({rescheduled("15:00"), talk("b1", "14:00")}), at(time));
    return memory.shown().sessions[0].originally.has_value();
  };
  CHECK(moved_at("2024-04-17T10:59:59"));
  CHECK_FALSE(moved_at("2024-04-17T11:00:00"));
}

TEST_CASE("a title that two sessions have, or a break, has not moved") {
  ProgrammeMemory two = after({talk("a1"), talk("b1")});
  Session again = rescheduled("16:00");
  again.id = "901";
  two.read(feed({rescheduled(), again, talk("b1")}), nine + 10s);
  two.confirm(nine + 20s);
  CHECK(shown(two) == Ids{"900", "901", "b1", "a1 cancelled"});
  Session lunch = talk("a1");
  Session later = rescheduled();
  lunch.kind = later.kind = SessionKind::break_;
  ProgrammeMemory pause = after({lunch, talk("b1")});
  pause.read(feed({later, talk("b1")}), nine + 10s);
  pause.confirm(nine + 20s);
  CHECK(shown(pause) == Ids{"900", "b1"});
  CHECK_FALSE(pause.shown().sessions[0].originally);
}

TEST_CASE("next year's opening does not make next year's event this one") {
  ProgrammeMemory memory = after({talk("a1"), talk("a2", "12:00"), talk("b1")});
  Session next_year = rescheduled();
  next_year.start += 365 * 24h;
  next_year.end = next_year.start + 1h;
  memory.read(feed({next_year}, "Conf 2025"), nine + 10s);
  CHECK(shown(memory) == Ids{"900"});
  CHECK_FALSE(memory.shown().sessions[0].originally);
  CHECK(memory.state().vanished.empty());
}

TEST_CASE("a hall that the feed no longer has is no place to have come from") {
  ProgrammeMemory memory = after({talk("a1"), talk("b1")});
  Schedule::Parts parts = feed({talk("a1"), talk("b1")});
  parts.halls.erase(parts.halls.begin());
  parts.sessions[0].halls = {"b"};
  memory.read(parts, nine + 10s);
  CHECK_FALSE(memory.shown().sessions[0].originally);
}

TEST_CASE("a single session that vanishes is cancelled after two polls, and gone when it is over") {
  ProgrammeMemory memory = after({talk("a1"), talk("a2", "12:00"), talk("b1")});
  memory.read(feed({talk("a2", "12:00"), talk("b1")}), nine + 10s);
  CHECK(shown(memory) == Ids{"a2", "b1", "a1"});
  memory.confirm(nine + 20s);
  CHECK(shown(memory) == Ids{"a2", "b1", "a1 cancelled"});
  memory.confirm(at("2024-04-17T10:59:59"));
  CHECK(shown(memory) == Ids{"a2", "b1", "a1 cancelled"});
  memory.confirm(at("2024-04-17T11:00:00"));
  CHECK(shown(memory) == Ids{"a2", "b1"});
  CHECK(held(memory) == 0);
}

TEST_CASE("a cancelled session that comes back takes place") {
  ProgrammeMemory memory = after({talk("a1"), talk("b1")});
  memory.read(feed({talk("b1")}), nine + 10s);
  memory.read(feed({talk("b1")}), nine + 20s);
  CHECK(shown(memory) == Ids{"b1", "a1 cancelled"});
  memory.read(feed({talk("b1"), talk("a1", "10:30")}), nine + 30s);
  CHECK(shown(memory) == Ids{"b1", "a1"});
  CHECK(memory.shown().sessions[1].originally == Announced{"", at("2024-04-17T10:00:00")});
}

TEST_CASE("a cancelled session that vanishes stays cancelled, and one with a vanished hall keeps the hall") {
  Session gone = talk("a1");
  gone.state = SessionState::cancelled;
  ProgrammeMemory memory = after({gone, talk("b1")});
  Schedule::Parts parts = feed({talk("b1")});
  parts.halls.erase(parts.halls.begin());
  memory.read(parts, nine + 10s);
  CHECK(shown(memory) == Ids{"b1", "a1 cancelled"});
  memory.confirm(nine + 20s);
  CHECK(shown(memory) == Ids{"b1", "a1 cancelled"});
}

TEST_CASE("a break that vanishes is not cancelled, it is gone") {
  Session lunch = talk("a2", "12:00");
  lunch.kind = SessionKind::break_;
  ProgrammeMemory memory = after({talk("a1"), lunch});
  memory.read(feed({talk("a1")}), nine + 10s);
  CHECK(shown(memory) == Ids{"a1", "a2"});
  memory.confirm(nine + 20s);
  CHECK(shown(memory) == Ids{"a1"});
}

TEST_CASE("a past session that vanishes is nobody's loss, and what is on is not past") {
  const std::vector<Session> before{talk("a1"), talk("b1")};
  const std::vector<Session> left{talk("b1")};
  ProgrammeMemory on = after(before);
  on.read(feed(left), at("2024-04-17T10:59:59"));
  CHECK(shown(on) == Ids{"b1", "a1"});
  ProgrammeMemory past = after(before);
  past.read(feed(left), at("2024-04-17T11:00:00"));
  CHECK(shown(past) == Ids{"b1"});
}

TEST_CASE("a session that another takes the place of is not shown beside it, and is cancelled after two polls") {
  ProgrammeMemory memory = after({talk("a1"), talk("b1")});
  memory.read(feed({talk("a9", "10:30"), talk("b1")}), nine + 10s);
  CHECK(shown(memory) == Ids{"a9", "b1"});
  memory.confirm(nine + 20s);
  CHECK(shown(memory) == Ids{"a9", "b1", "a1 cancelled"});
}

TEST_CASE("five coming sessions and a tenth of the event are held, four are not, nor five of fifty-one") {
  const std::vector<Session> a = talks("a", 40);
  const auto held_of = [&](std::size_t others, std::size_t gone) {
    ProgrammeMemory memory = after(both(a, talks("b", static_cast<int>(others))));
    memory.read(feed(both(without(a, 3, gone), talks("b", static_cast<int>(others)))), nine + 10s);
    return held(memory);
  };
  CHECK(held_of(10, 5) == 5);
  CHECK(held_of(11, 5) == 0);
  CHECK(held_of(11, 6) == 6);
  CHECK(held_of(0, 4) == 0);
  CHECK(held_of(0, 5) == 5);
}

TEST_CASE("only coming sessions count, though the tenth is of the whole event") {
  const std::vector<Session> a = talks("a", 40);
  ProgrammeMemory memory = after(a);
  // a0 is over at 10:10.
  memory.read(feed(without(a, 0, 5)), at("2024-04-17T10:10:00"));
  CHECK(held(memory) == 0);
  ProgrammeMemory early = after(a);
  early.read(feed(without(a, 0, 5)), at("2024-04-17T10:09:59"));
  CHECK(held(early) == 5);
}

TEST_CASE("all that a hall has ahead is held, be it two of a hundred, and one is not") {
  const std::vector<Session> others = talks("b", 100);
  ProgrammeMemory two = after(both({talk("a1"), talk("a2", "12:00")}, others));
  two.read(feed(others), nine + 10s);
  CHECK(held(two) == 2);
  CHECK(two.holds()[0].halls == Ids{"a"});
  ProgrammeMemory one = after(both({talk("a1")}, others));
  one.read(feed(others), nine + 10s);
  CHECK(held(one) == 0);
  ProgrammeMemory some = after(both({talk("a1"), talk("a2", "12:00"), talk("a3", "14:00")}, others));
  some.read(feed(both({talk("a3", "14:00")}, others)), nine + 10s);
  CHECK(held(some) == 0);
  // What is over in the hall is not ahead.
  ProgrammeMemory late = after(both({talk("a0", "08:00"), talk("a1"), talk("a2", "12:00")}, others));
  late.read(feed(both({talk("a0", "08:00")}, others)), nine + 10s);
  CHECK(held(late) == 2);
}

TEST_CASE("a hall whose sessions all moved to another has lost none") {
  const std::vector<Session> before = talks("a", 10);
  ProgrammeMemory memory = after(before);
  std::vector<Session> moved = before;
  for (Session& session : moved) {
    session.halls = {"b"};
  }
  memory.read(feed(moved), nine + 10s);
  CHECK(held(memory) == 0);
  CHECK(memory.shown().sessions.size() == 10);
  CHECK(memory.shown().sessions[0].originally == Announced{"a", std::nullopt});
}

TEST_CASE("a stage that vanishes for eight minutes, as at 36C3, is never missed") {
  const std::vector<Session> all = both(talks("a", 31), talks("b", 60));
  ProgrammeMemory memory = after(all);
  for (int poll = 0; poll < 48; ++poll) {
    const Instant now = nine + std::chrono::seconds(10 * poll);
    poll == 0 ? memory.read(feed(talks("b", 60)), now) : memory.confirm(now);
    REQUIRE(shown(memory).size() == 91);
    REQUIRE(held(memory) == 31);
  }
  CHECK(memory.holds()[0] == Hold{nine, nine + 15min, 31, {"a"}});
  memory.read(feed(all), nine + 8min);
  CHECK(held(memory) == 0);
  CHECK(memory.shown() == feed(all));
}

TEST_CASE("a hold ends after fifteen minutes, without calling anything cancelled") {
  const std::vector<Session> others = talks("b", 5);
  ProgrammeMemory memory = after(both(talks("a", 10), others));
  memory.read(feed(others), nine);
  memory.confirm(nine + 14min + 59s);
  CHECK(shown(memory).size() == 15);
  memory.confirm(nine + 15min);
  CHECK(shown(memory) == Ids{"b0", "b1", "b2", "b3", "b4"});
  CHECK(held(memory) == 0);
}

TEST_CASE("an empty feed of the same event is held, and so ends after fifteen minutes") {
  ProgrammeMemory memory = after(talks("a", 10));
  memory.read(feed({}), nine);
  CHECK(held(memory) == 10);
  memory.read(feed({}), nine + 15min);
  CHECK(shown(memory).empty());
}

TEST_CASE("a hold of no time lets go at once, and cancels nothing") {
  ProgrammeMemory memory = after(both(talks("a", 10), talks("b", 5)), {.hold = 0s});
  memory.read(feed(talks("b", 5)), nine + 10s);
  CHECK(shown(memory).size() == 5);
}

TEST_CASE("with no polls to wait for, what vanishes alone is just gone") {
  ProgrammeMemory memory = after({talk("a1"), talk("b1")}, {.polls = 0});
  memory.read(feed({talk("b1")}), nine + 10s);
  CHECK(shown(memory) == Ids{"b1"});
}

TEST_CASE("sessions that vanish one by one are cancelled one by one") {
  const std::vector<Session> all = talks("a", 20);
  ProgrammeMemory memory = after(both(all, {talk("b1")}));
  for (std::size_t gone = 1; gone <= 8; ++gone) {
    memory.read(feed(both(without(all, 0, gone), {talk("b1")})), nine + std::chrono::seconds(20 * gone));
    memory.confirm(nine + std::chrono::seconds(20 * gone + 10));
  }
  CHECK(held(memory) == 0);
  const Ids ids = shown(memory);
  CHECK(ids.size() == 21);
  CHECK(std::count_if(ids.begin(), ids.end(), [](const auto& id) { return id.ends_with(" cancelled"); }) == 8);
}

TEST_CASE("while a hold is on, what vanishes joins it and has fifteen minutes of its own") {
  const std::vector<Session> others = talks("b", 5);
  ProgrammeMemory memory = after(both(talks("a", 10), others));
  memory.read(feed(others), nine);
  memory.read(feed(without(others, 0, 1)), nine + 5min);
  CHECK(held(memory) == 11);
  memory.confirm(nine + 15min);
  CHECK(held(memory) == 1);
  memory.confirm(nine + 20min);
  CHECK(shown(memory) == Ids{"b1", "b2", "b3", "b4"});
}

TEST_CASE("sessions that others take the place of are not held") {
  ProgrammeMemory memory = after(both(talks("a", 10), {talk("b1")}));
  std::vector<Session> other;
  for (Session session : talks("a", 10)) {
    session.id += " new";
    session.title = "New " + session.id;
    other.push_back(session);
  }
  memory.read(feed(both(other, {talk("b1")})), nine + 10s);
  CHECK(shown(memory).size() == 11);
  memory.confirm(nine + 20s);
  CHECK(shown(memory).size() == 11);
}

TEST_CASE("another event is shown alone, and all before it is forgotten") {
  ProgrammeMemory memory = after(talks("a", 10));
  SECTION("with sessions of its own") {
    Session next = talk("a0", "15:00");
    next.title = "Next year";
    next.id = "n1";
    memory.read(feed({next}, "Conf 2025"), nine + 10s);
    CHECK(shown(memory) == Ids{"n1"});
  }
  SECTION("without any yet") {
    memory.read(feed({}, "Conf 2025"), nine + 10s);
    CHECK(shown(memory).empty());
  }
  CHECK(held(memory) == 0);
  CHECK(memory.state().vanished.empty());
}

TEST_CASE("a title that changes while sessions stay is the same event") {
  ProgrammeMemory memory = after(talks("a", 10));
  memory.read(feed(talks("a", 4), "Conf, online"), nine + 10s);
  CHECK(held(memory) == 6);
}

TEST_CASE("a clock set back lets a hold begin anew, and one set forward ends it") {
  ProgrammeMemory memory = after(both(talks("a", 10), talks("b", 5)));
  memory.read(feed(talks("b", 5)), nine);
  memory.confirm(nine - 1h);
  memory.confirm(nine - 46min);
  CHECK(held(memory) == 10);
  memory.confirm(nine - 45min);
  CHECK(held(memory) == 0);
}

TEST_CASE("a session whose old id is another's now is cancelled under a name of its own") {
  ProgrammeMemory memory = after({talk("a1"), talk("b1"), talk("c1")});
  Session other = talk("b1");
  other.id = "a1";
  memory.read(feed({other, talk("c1")}), nine + 10s);
  memory.confirm(nine + 20s);
  CHECK(shown(memory) == Ids{"a1", "c1", "a1 (before) cancelled"});
}

TEST_CASE("a restart amid a hold goes on with it, and with what was first seen") {
  ProgrammeMemory before = after(both(talks("a", 10), {talk("b1"), talk("b2", "12:00"), talk("b3", "14:00")}));
  Session moved = talk("b1");
  moved.halls = {"c"};
  const Schedule::Parts body = feed({moved, talk("b3", "14:00")});
  before.read(feed({moved, talk("b2", "12:00"), talk("b3", "14:00")}), nine);

  ProgrammeMemory memory;
  memory.recall(feed({moved, talk("b2", "12:00"), talk("b3", "14:00")}), before.state());
  CHECK(memory.shown() == before.shown());
  CHECK(held(memory) == 10);
  memory.confirm(nine + 14min + 59s);
  CHECK(held(memory) == 10);
  memory.confirm(nine + 15min);
  CHECK(held(memory) == 0);
  memory.read(body, nine + 16min);
  memory.confirm(nine + 17min);
  CHECK(shown(memory) == Ids{"b1", "b3", "b2 cancelled"});
  CHECK(memory.shown().sessions[0].originally == Announced{"b", std::nullopt});
}

TEST_CASE("without its last good body, what was first seen is still known") {
  ProgrammeMemory before = after({talk("a1"), talk("b1")});
  ProgrammeMemory memory;
  memory.recall({}, before.state());
  memory.read(feed({talk("a1", "10:30"), talk("b1")}), nine + 10s);
  CHECK(memory.shown().sessions[0].originally == Announced{"", at("2024-04-17T10:00:00")});
}

TEST_CASE("ten thousand sessions of which half vanish are remembered in reasonable time") {
  std::vector<Session> all;
  for (int i = 0; i < 10'000; ++i) {
    Session session = talk("a" + std::to_string(i));
    session.start += std::chrono::minutes(i);
    session.end = session.start + 10min;
    all.push_back(session);
  }
  ProgrammeMemory memory = after(all);
  memory.read(feed(without(all, 2000, 5000)), nine + 10s);
  CHECK(held(memory) == 5000);
  CHECK(memory.shown().sessions.size() == 10'000);
}

namespace {

// The poll that an exporter answers which numbers its sessions anew each time.
std::vector<Session> renumbered(std::vector<Session> sessions, int poll) {
  for (Session& session : sessions) {
    session.id += " of poll " + std::to_string(poll);
  }
  return sessions;
}

}  // namespace

TEST_CASE("ids given out anew at every poll are forgotten, and what they were known for is not") {
  const std::vector<Session> all = both(talks("a", 30), talks("b", 30));
  ProgrammeMemory memory = after(all);
  std::vector<Session> moved = all;
  moved[7].halls = {"c"};
  for (int poll = 1; poll <= 300; ++poll) {
    memory.read(feed(renumbered(moved, poll)), nine + std::chrono::seconds(10 * poll));
    REQUIRE(memory.state().first_seen.size() == 60);
    REQUIRE(memory.state().vanished.empty());
  }
  CHECK(memory.shown().sessions[7].originally == Announced{"a", std::nullopt});
}

TEST_CASE("ids that sessions swap are both kept") {
  ProgrammeMemory memory = after({talk("a1"), talk("b1"), talk("c1")});
  Session one = talk("a1");
  Session two = talk("b1");
  std::swap(one.id, two.id);
  one.halls = {"c"};
  memory.read(feed({one, two, talk("c1")}), nine + 10s);
  CHECK(memory.state().first_seen.size() == 3);
  CHECK(memory.shown().sessions[0].originally == Announced{"a", std::nullopt});
  CHECK_FALSE(memory.shown().sessions[1].originally);
}

TEST_CASE("ids and titles given out anew leave four times the feed at most, whatever of it stays the same") {
  // Nothing, one session, or half of them: then it is the same event. And where others take their place, or do not.
  for (const std::size_t same : {std::size_t{0}, std::size_t{1}, std::size_t{30}}) {
    for (const bool elsewhere : {false, true}) {
      INFO(same << (elsewhere ? " elsewhere" : " in place"));
      const std::vector<Session> all = both(talks("a", 30), talks("b", 30));
      ProgrammeMemory memory = after(all);
      for (int poll = 1; poll <= 200; ++poll) {
        std::vector<Session> renewed = renumbered(all, poll);
        for (std::size_t i = 0; i < renewed.size(); ++i) {
          renewed[i].title = "Poll " + std::to_string(poll) + ", " + std::to_string(i);
          if (i < same) {
            renewed[i] = all[i];
          } else if (elsewhere) {
            renewed[i].start += std::chrono::hours(24 + poll);
            renewed[i].end = renewed[i].start + 10min;
          }
        }
        memory.read(feed(renewed), nine + std::chrono::seconds(10 * poll));
        REQUIRE(memory.state().first_seen.size() <= 240);
        REQUIRE(memory.state().vanished.size() <= 240);
        REQUIRE(memory.shown().sessions.size() <= 300);
        for (const Session& session : renewed) {
          REQUIRE(memory.state().first_seen.contains(session.id));
        }
      }
    }
  }
}

TEST_CASE("of too many, those over the longest are forgotten first") {
  ProgrammeMemory::State state;
  for (int i = 0; i < 9; ++i) {
    state.first_seen["x" + std::to_string(i)] = {"b", nine, nine + std::chrono::hours(i)};
  }
  ProgrammeMemory memory;
  memory.recall(feed({talk("a1"), talk("a2")}), state);
  Ids left;
  for (const auto& [id, first] : memory.state().first_seen) {
    left.push_back(id);
  }
  CHECK(left == Ids{"a1", "a2", "x3", "x4", "x5", "x6", "x7", "x8"});
}

TEST_CASE("a hold of nine tenths of the event is not too many, after a restart neither") {
  const std::vector<Session> all = talks("a", 60);
  ProgrammeMemory memory = after(all);
  memory.read(feed(without(all, 6, 54)), nine + 10s);
  CHECK(held(memory) == 54);
  ProgrammeMemory again;
  again.recall(feed(without(all, 6, 54)), memory.state());
  CHECK(held(again) == 54);
  again.read(feed(without(all, 6, 54)), nine + 20s);
  CHECK(held(again) == 54);
}

TEST_CASE("where a session was that is gone is forgotten with the event day after its own, as that turns in its zone") {
  const std::vector<Session> left{talk("b1"), talk("b2", "12:00")};
  for (const bool another_body : {false, true}) {
    ProgrammeMemory memory = after(both({talk("a1")}, left));
    memory.read(feed(left), nine + 10s);
    const auto at_time = [&](const std::string& time) {
      another_body ? memory.read(feed(left), at(time)) : memory.confirm(at(time));
      return memory.state().first_seen.contains("a1");
    };
    CHECK(at_time("2024-04-17T11:00:00"));
    CHECK(at_time("2024-04-19T04:59:59"));
    CHECK_FALSE(at_time("2024-04-19T05:00:00"));
    CHECK(memory.state().first_seen.contains("b1"));  // the feed has it still
  }
}

TEST_CASE("a session that comes back on the day after its own is known to have moved") {
  ProgrammeMemory memory = after({talk("a1"), talk("b1"), talk("b2")});
  memory.read(feed({talk("b1"), talk("b2")}), nine + 10s);
  memory.read(feed({talk("b1"), talk("b2")}), nine + 9h);
  Session again = talk("a1");
  again.start += 24h;
  again.end = again.start + 1h;
  memory.read(feed({again, talk("b1"), talk("b2")}), nine + 10h);
  CHECK(memory.shown().sessions[0].originally == Announced{"", at("2024-04-17T10:00:00")});
}

TEST_CASE("many that vanished under one id are told apart") {
  ProgrammeMemory::State state;
  for (int i = 0; i < 3; ++i) {
    Session other = talk("a1", "12:00");
    other.title = "Other " + std::to_string(i);
    other.state = SessionState::cancelled;
    state.vanished.push_back({.session = other, .halls = {}, .cancelled = true, .held_since = {}});
  }
  ProgrammeMemory memory;
  memory.recall(feed({talk("a1"), talk("b1")}), state);
  CHECK(shown(memory) ==
        Ids{"a1", "b1", "a1 (before) cancelled", "a1 (before 2) cancelled", "a1 (before 3) cancelled"});
}

TEST_CASE("ten thousand sessions in a thousand halls of which each is another are remembered in reasonable time") {
  std::vector<Session> all;
  for (int i = 0; i < 10'000; ++i) {
    Session session = talk("a" + std::to_string(i));
    session.halls = {"h" + std::to_string(i % 1000)};
    session.start += std::chrono::minutes(i);
    session.end = session.start + 10min;
    all.push_back(session);
  }
  ProgrammeMemory memory = after(all);
  const std::vector<Session> renewed = renumbered(all, 1);
  memory.read(feed(renewed), nine + 10s);
  std::vector<Session> others = renumbered(all, 2);
  for (std::size_t i = 1; i < others.size(); ++i) {  // the first shows that it is the same event
    others[i].title = "Other " + std::to_string(i);
  }
  memory.read(feed(others), nine + 20s);
  CHECK(memory.shown().sessions.size() <= 50'000);
  CHECK(memory.state().first_seen.size() <= 40'000);
}

TEST_CASE("when the zone appears at last, or is lost and comes back, nothing has moved") {
  ProgrammeMemory memory;
  const auto in_zone = [](SaidZone zone, int shift) {
    Schedule::Parts parts = feed({talk("a1"), talk("a2", "12:00"), talk("b1"), talk("b2", "12:00"), talk("c1")});
    parts.event.time_zone = zone;
    for (Session& session : parts.sessions) {
      session.start += std::chrono::hours(shift);
      *session.end += std::chrono::hours(shift);
    }
    return parts;
  };
  const Schedule::Parts told = in_zone(find_time_zone("Europe/Moscow"), 0);
  for (const NoZone why : {NoZone::unsaid, NoZone::unknown, NoZone::no_rules}) {
    const Schedule::Parts untold = in_zone(why, 3);
    memory.read(untold, nine);
    CHECK(memory.shown() == untold);
    CHECK(memory.state().first_seen.empty());
    CHECK(memory.state().vanished.empty());
    memory.read(told, nine);
    CHECK(memory.shown() == told);
    CHECK(memory.holds().empty());
  }
  // Across a restart, with the zone in the settings now.
  ProgrammeMemory before;
  before.read(in_zone(NoZone::unsaid, 3), nine);
  ProgrammeMemory after;
  after.recall({}, before.state());
  after.recall(told, after.state());
  CHECK(after.shown() == told);
}

TEST_CASE("a feed that has lost all its sessions, and with them the offsets that stood for its zone, is held") {
  ProgrammeMemory memory;
  const Schedule::Parts whole = feed(talks("a", 6));
  memory.read(whole, nine);
  Schedule::Parts empty = feed({});
  empty.event.time_zone = NoZone::unsaid;
  memory.read(empty, nine);
  CHECK(memory.holds().size() == 1);
  CHECK(memory.shown().sessions.size() == whole.sessions.size());
  CHECK(memory.shown().event.time_zone == whole.event.time_zone);
}
