#include "tests/catch.h"
#include "tests/venue/programme.h"
#include "venue/agenda.h"

using namespace kiosk;
using namespace kiosk::programme;

namespace {

Session plenum(Session session) {
  session.plenum = true;
  return session;
}

// A keynote in the great hall, talks in both, lunch for everyone.
std::vector<Session> day() {
  return {plenum(session("keynote", {"great"}, "2024-04-17 09:00", "2024-04-17 09:50")),
          session("talk", {"small"}, "2024-04-17 10:00", "2024-04-17 10:50"),
          plenum(pause(session("lunch", {"great", "small"}, "2024-04-17 12:00", "2024-04-17 13:00"))),
          session("afternoon", {"small"}, "2024-04-17 14:00", "2024-04-17 15:00")};
}

Agenda small_at(const Schedule& schedule, const std::string& time) { return agenda_at(schedule, "small", at(time)); }

// "keynote in great", or "-".
std::string way(const Schedule& schedule, const std::optional<Absence>& absence) {
  return absence ? schedule.session_of(absence->slot).id + " in " +
                       (absence->moved_to != nullptr ? absence->moved_to->id : "none")
                 : "-";
}

}  // namespace

TEST_CASE("a plenum in a hall is on there, and the other halls point to it from half an hour before until its end") {
  const Schedule made = schedule({"great", "small"}, day());
  CHECK(ids(made, agenda_at(made, "great", at("2024-04-17 09:10")).now) == Ids{"keynote"});
  CHECK(ids(made, small_at(made, "2024-04-17 09:10").now) == Ids{});
  CHECK(small_at(made, "2024-04-17 08:29:59").moment == Moment::coming_up);
  for (const char* time :
       {"2024-04-17 08:30:00", "2024-04-17 08:59:59", "2024-04-17 09:00:00", "2024-04-17 09:49:59"}) {
    const Agenda agenda = small_at(made, time);
    CAPTURE(time);
    CHECK(agenda.moment == Moment::absent);
    CHECK(way(made, agenda.absence) == "keynote in great");
    CHECK(id(made, agenda.next) == "talk");
  }
  CHECK(small_at(made, "2024-04-17 09:50:00").moment == Moment::coming_up);
  CHECK(small_at(made, "2024-04-17 08:00:00").next_change == at("2024-04-17 08:30"));
}

TEST_CASE("what is on in a hall of its own wins over a plenum elsewhere, which is a line beneath") {
  std::vector<Session> sessions = day();
  sessions.push_back(session("own", {"small"}, "2024-04-17 09:00", "2024-04-17 09:30"));
  const Schedule made = schedule({"great", "small"}, sessions);
  const Agenda during = small_at(made, "2024-04-17 09:10");
  CHECK(ids(made, during.now) == Ids{"own"});
  REQUIRE(during.displaced.size() == 1);
  CHECK(way(made, during.displaced.front()) == "keynote in great");
  CHECK(way(made, small_at(made, "2024-04-17 09:30").absence) == "keynote in great");
}

TEST_CASE("a hall keeps its own break while a plenum is on elsewhere") {
  std::vector<Session> sessions = day();
  sessions.push_back(pause(session("tea", {"small"}, "2024-04-17 09:00", "2024-04-17 10:00")));
  const Schedule made = schedule({"great", "small"}, sessions);
  const Agenda during = small_at(made, "2024-04-17 09:10");
  CHECK(way(made, during.absence) == "keynote in great");
  CHECK(id(made, during.pause) == "tea");
}

TEST_CASE("a break for everyone is a break everywhere, and a hall's own break comes before it") {
  std::vector<Session> sessions = day();
  const Schedule made = schedule({"great", "small"}, sessions);
  for (const char* hall : {"great", "small"}) {
    CHECK(ids(made, agenda_at(made, hall, at("2024-04-17 12:10")).now) == Ids{"lunch"});
  }
  // One that names a room is held there alone, and nobody is sent to it.
  sessions[2].halls = {"great"};
  const Schedule in_one = schedule({"great", "small"}, sessions);
  CHECK(way(in_one, small_at(in_one, "2024-04-17 12:10").absence) == "-");
  sessions[2].halls = {"great", "small"};
  sessions.push_back(pause(session("tea", {"small"}, "2024-04-17 12:05", "2024-04-17 12:30")));
  const Schedule with_tea = schedule({"great", "small"}, sessions);
  CHECK(ids(with_tea, small_at(with_tea, "2024-04-17 12:10").now) == Ids{"tea"});
  CHECK(ids(with_tea, small_at(with_tea, "2024-04-17 12:30").now) == Ids{"lunch"});
}

TEST_CASE("a cancelled plenum sends nobody anywhere, a late one to its time, a moved one by its first hall") {
  std::vector<Session> sessions = day();
  sessions[0] = cancelled(sessions[0]);
  const Schedule without = schedule({"great", "small"}, sessions);
  CHECK(way(without, small_at(without, "2024-04-17 09:10").absence) == "-");

  Schedule::Parts late = parts({"great", "small"}, day());
  late.halls[0].delay = HallDelay{std::chrono::minutes(10), at("2024-04-17 08:00")};
  const Schedule delayed(late);
  CHECK(small_at(delayed, "2024-04-17 08:39:59").moment == Moment::coming_up);
  CHECK(way(delayed, small_at(delayed, "2024-04-17 08:40").absence) == "keynote in great");
  CHECK(small_at(delayed, "2024-04-17 08:40").absence->slot.start == at("2024-04-17 09:10"));
  CHECK(way(delayed, small_at(delayed, "2024-04-17 10:00").absence) == "-");

  std::vector<Session> moved = day();
  moved[0].halls = {"attic"};
  moved[0].originally = Announced{"small", std::nullopt};
  const Schedule there = schedule({"great", "small", "attic"}, moved);
  CHECK(way(there, small_at(there, "2024-04-17 09:10").absence) == "keynote in attic");
  CHECK(there.moved_away(*there.find_hall("small")).size() == 1);
}

TEST_CASE("a plenum in two halls sends people to the first of them") {
  const Schedule made =
      schedule({"attic", "great", "overflow"},
               {plenum(session("keynote", {"great", "overflow"}, "2024-04-17 09:00", "2024-04-17 09:50"))});
  CHECK(way(made, agenda_at(made, "attic", at("2024-04-17 09:10")).absence) == "keynote in great");
  CHECK(ids(made, agenda_at(made, "overflow", at("2024-04-17 09:10")).now) == Ids{"keynote"});
}
