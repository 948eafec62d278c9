// Cancelled and moved sessions, at the door where people look for them.

#include "tests/catch.h"
#include "tests/venue/programme.h"

using namespace kiosk;
using namespace kiosk::programme;

namespace {

Session moved(Session session, const std::string& from, const std::string& start = "") {
  session.originally = Announced{from, start.empty() ? std::nullopt : std::optional(at(start))};
  return session;
}

// "b cancelled", "b to multimedia"; "-" where nothing is absent.
std::string absence(const Schedule& schedule, const std::string& time, const std::string& hall = "gorky") {
  const Agenda agenda = agenda_at(schedule, hall, at(time));
  if ((agenda.moment == Moment::absent) != agenda.absence.has_value()) {
    return "moment and absence disagree";
  }
  if (!agenda.absence) {
    return "-";
  }
  return schedule.session_of(agenda.absence->slot).id +
         (agenda.absence->moved_to == nullptr ? " cancelled" : " to " + agenda.absence->moved_to->id);
}

std::vector<std::string> displaced(const Schedule& schedule, const std::string& time) {
  std::vector<std::string> ids;
  for (const Absence& absence : agenda_at(schedule, "gorky", at(time)).displaced) {
    ids.push_back(schedule.session_of(absence.slot).id);
  }
  return ids;
}

}  // namespace

TEST_CASE("a cancelled session is told from half an hour before its time until its time is over") {
  const Schedule made = schedule({"gorky"}, {session("a", {"gorky"}, "2024-04-17 10:00", "2024-04-17 11:00"),
                                             cancelled(session("b", {"gorky"}, "2024-04-17 14:00", "2024-04-17 15:00")),
                                             session("c", {"gorky"}, "2024-04-17 16:00", "2024-04-17 17:00")});
  CHECK(absence(made, "2024-04-17 13:29:59") == "-");
  CHECK(absence(made, "2024-04-17 13:30:00") == "b cancelled");
  CHECK(absence(made, "2024-04-17 14:00:00") == "b cancelled");
  CHECK(absence(made, "2024-04-17 14:59:59") == "b cancelled");
  CHECK(absence(made, "2024-04-17 15:00:00") == "-");
  CHECK(agenda_at(made, "gorky", at("2024-04-17 13:00")).next_change == at("2024-04-17 13:30"));
}

TEST_CASE("what is on now wins over an absence, which is told beneath while their times meet") {
  const Schedule made =
      schedule({"gorky"}, {session("a", {"gorky"}, "2024-04-17 14:00", "2024-04-17 14:30"),
                           cancelled(session("b", {"gorky"}, "2024-04-17 14:00", "2024-04-17 15:00"))});
  CHECK(absence(made, "2024-04-17 14:10") == "-");
  CHECK(displaced(made, "2024-04-17 14:10") == std::vector<std::string>{"b"});
  CHECK(absence(made, "2024-04-17 14:30") == "b cancelled");
  CHECK(displaced(made, "2024-04-17 14:30").empty());
}

TEST_CASE("an absence whose time the next session fills is told beneath it") {
  const Schedule made =
      schedule({"gorky"}, {session("a", {"gorky"}, "2024-04-17 14:00", "2024-04-17 15:00"),
                           cancelled(session("b", {"gorky"}, "2024-04-17 14:00", "2024-04-17 15:00"))});
  CHECK(agenda_at(made, "gorky", at("2024-04-17 13:45")).moment == Moment::coming_up);
  CHECK(displaced(made, "2024-04-17 13:45") == std::vector<std::string>{"b"});
  CHECK(displaced(made, "2024-04-17 13:29:59").empty());
}

TEST_CASE("an absence whose time has begun is told until what fills the rest of it begins") {
  const Schedule made =
      schedule({"gorky"}, {session("a", {"gorky"}, "2024-04-17 14:40", "2024-04-17 15:30"),
                           cancelled(session("b", {"gorky"}, "2024-04-17 14:00", "2024-04-17 15:00"))});
  CHECK(absence(made, "2024-04-17 13:59:59") == "-");
  CHECK(displaced(made, "2024-04-17 13:59:59") == std::vector<std::string>{"b"});
  CHECK(absence(made, "2024-04-17 14:00") == "b cancelled");
  CHECK(absence(made, "2024-04-17 14:39:59") == "b cancelled");
  CHECK(absence(made, "2024-04-17 14:40") == "-");
  CHECK(displaced(made, "2024-04-17 14:40") == std::vector<std::string>{"b"});
}

TEST_CASE("what comes before an absence is told first") {
  const Schedule made =
      schedule({"gorky"}, {session("a", {"gorky"}, "2024-04-17 13:50", "2024-04-17 14:00"),
                           cancelled(session("b", {"gorky"}, "2024-04-17 14:00", "2024-04-17 15:00"))});
  CHECK(agenda_at(made, "gorky", at("2024-04-17 13:45")).moment == Moment::coming_up);
}

TEST_CASE("the old hall points to the new one, with the time it will be there") {
  const Schedule made = schedule(
      {"gorky", "multimedia"},
      {moved(session("b", {"multimedia"}, "2024-04-17 14:30", "2024-04-17 15:30"), "gorky", "2024-04-17 14:00"),
       session("z", {"gorky"}, "2024-04-17 18:00", "2024-04-17 19:00")});
  CHECK(absence(made, "2024-04-17 13:29:59") == "-");
  CHECK(absence(made, "2024-04-17 13:30") == "b to multimedia");
  CHECK(absence(made, "2024-04-17 14:59:59") == "b to multimedia");
  CHECK(absence(made, "2024-04-17 15:00") == "-");
  const Agenda agenda = agenda_at(made, "gorky", at("2024-04-17 14:00"));
  REQUIRE(agenda.absence);
  CHECK(agenda.absence->slot.start == at("2024-04-17 14:00"));
  REQUIRE(agenda.absence->there);
  CHECK(agenda.absence->there->start == at("2024-04-17 14:30"));
  CHECK(agenda_at(made, "multimedia", at("2024-04-17 14:30")).moment == Moment::on_now);
}

TEST_CASE("a cancelled session that had moved is not sent after, and one that stays is not away") {
  Session gone = moved(session("b", {"multimedia"}, "2024-04-17 14:00", "2024-04-17 15:00"), "gorky");
  CHECK(absence(schedule({"gorky", "multimedia"}, {cancelled(gone)}), "2024-04-17 14:10") == "-");
  Session stays = moved(session("b", {"gorky"}, "2024-04-17 14:00", "2024-04-17 15:00"), "gorky", "2024-04-17 13:00");
  CHECK(absence(schedule({"gorky"}, {stays}), "2024-04-17 13:10") == "-");
}

TEST_CASE("a cancelled break needs no board") {
  const Schedule made =
      schedule({"gorky"}, {cancelled(pause(session("b", {"gorky"}, "2024-04-17 14:00", "2024-04-17 15:00"))),
                           session("z", {"gorky"}, "2024-04-17 18:00", "2024-04-17 19:00")});
  CHECK(absence(made, "2024-04-17 14:10") == "-");
}

TEST_CASE("the beginning and the end of a notice are changes") {
  Schedule::Parts made = parts({"gorky"}, {session("a", {"gorky"}, "2024-04-17 10:00", "2024-04-17 12:00")});
  Notice notice;
  notice.from = at("2024-04-17 10:20");
  notice.until = at("2024-04-17 10:40");
  made.notices = {notice};
  const Schedule noticed(made);
  CHECK(agenda_at(noticed, "gorky", at("2024-04-17 10:10")).next_change == at("2024-04-17 10:20"));
  CHECK(agenda_at(noticed, "gorky", at("2024-04-17 10:20")).next_change == at("2024-04-17 10:40"));
}
