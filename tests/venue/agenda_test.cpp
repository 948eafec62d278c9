#include "venue/agenda.h"

#include <ostream>

#include "tests/catch.h"
#include "tests/venue/programme.h"

using namespace kiosk;
using namespace kiosk::programme;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

// Two days of a small forum: talks back to back, lunch, a gap, an evening past midnight.
Schedule forum() {
  return schedule({"gorky", "multimedia", "attic"},
                  {session("opening", {"gorky"}, "2024-04-17 10:00", "2024-04-17 11:30"),
                   session("track 1", {"gorky"}, "2024-04-17 11:30", "2024-04-17 13:00"),
                   pause(session("lunch", {"gorky"}, "2024-04-17 13:00", "2024-04-17 14:00")),
                   session("track 2", {"gorky"}, "2024-04-17 14:00", "2024-04-17 15:30"),
                   session("evening", {"gorky"}, "2024-04-17 23:00", "2024-04-18 01:00"),
                   session("day two", {"gorky"}, "2024-04-18 10:00", "2024-04-18 12:00"),
                   session("workshop", {"multimedia"}, "2024-04-17 12:00", "2024-04-17 13:00"),
                   session("closing", {"multimedia"}, "2024-04-19 18:00", "2024-04-19 19:00")});
}

Agenda gorky_at(const Schedule& schedule, const std::string& time) { return agenda_at(schedule, "gorky", at(time)); }

struct Said {
  Moment moment;
  Ids now;
  std::string pause;
  std::string next;
  friend bool operator==(const Said&, const Said&) = default;
};

[[maybe_unused]] std::ostream& operator<<(std::ostream& out, const Said& said) {
  out << "moment " << static_cast<int>(said.moment) << ", now";
  for (const std::string& id : said.now) {
    out << ' ' << id;
  }
  return out << ", pause " << said.pause << ", next " << said.next;
}

Said said(const Schedule& schedule, const std::string& time, const char* hall = "gorky") {
  const Agenda agenda = agenda_at(schedule, hall, at(time));
  return {agenda.moment, ids(schedule, agenda.now), id(schedule, agenda.pause), id(schedule, agenda.next)};
}

Said said_in(const Schedule& schedule, Instant instant) {
  const Agenda agenda = agenda_at(schedule, "gorky", instant);
  return {agenda.moment, ids(schedule, agenda.now), id(schedule, agenda.pause), id(schedule, agenda.next)};
}

}  // namespace

TEST_CASE("a session is on from its first second to the one before its end") {
  const Schedule made = forum();
  CHECK(said(made, "2024-04-17 09:59:59") == Said{Moment::coming_up, {}, "-", "opening"});
  CHECK(said(made, "2024-04-17 10:00:00") == Said{Moment::on_now, {"opening"}, "-", "track 1"});
  CHECK(said(made, "2024-04-17 10:00:01") == Said{Moment::on_now, {"opening"}, "-", "track 1"});
}

TEST_CASE("of two sessions back to back there is one on at every second") {
  const Schedule made = forum();
  CHECK(said(made, "2024-04-17 11:29:59") == Said{Moment::on_now, {"opening"}, "-", "track 1"});
  CHECK(said(made, "2024-04-17 11:30:00") == Said{Moment::on_now, {"track 1"}, "-", "track 2"});
  CHECK(said(made, "2024-04-17 11:30:01") == Said{Moment::on_now, {"track 1"}, "-", "track 2"});
}

TEST_CASE("a break is what is on until half an hour before what follows, and then that matters more") {
  const Schedule made = forum();
  CHECK(said(made, "2024-04-17 12:59:59") == Said{Moment::on_now, {"track 1"}, "-", "track 2"});
  CHECK(said(made, "2024-04-17 13:00:00") == Said{Moment::on_now, {"lunch"}, "-", "track 2"});
  CHECK(said(made, "2024-04-17 13:29:59") == Said{Moment::on_now, {"lunch"}, "-", "track 2"});
  CHECK(gorky_at(made, "2024-04-17 13:29:59").next_change == at("2024-04-17 13:30:00"));
  CHECK(said(made, "2024-04-17 13:30:00") == Said{Moment::coming_up, {}, "lunch", "track 2"});
  CHECK(said(made, "2024-04-17 13:30:01") == Said{Moment::coming_up, {}, "lunch", "track 2"});
  CHECK(said(made, "2024-04-17 13:59:59") == Said{Moment::coming_up, {}, "lunch", "track 2"});
  CHECK(said(made, "2024-04-17 14:00:00") == Said{Moment::on_now, {"track 2"}, "-", "evening"});
}

TEST_CASE("a gap that nobody called a break is one") {
  const Schedule made = forum();
  CHECK(said(made, "2024-04-17 15:29:59") == Said{Moment::on_now, {"track 2"}, "-", "evening"});
  CHECK(said(made, "2024-04-17 15:30:00") == Said{Moment::coming_up, {}, "-", "evening"});
  CHECK(said(made, "2024-04-17 15:30:01") == Said{Moment::coming_up, {}, "-", "evening"});
}

TEST_CASE("before the first day the whole hall waits, and from five o'clock it is today") {
  const Schedule made = forum();
  CHECK(said(made, "2023-04-17 12:00") == Said{Moment::before_event, {}, "-", "opening"});
  CHECK(said(made, "2024-04-17 04:59:59") == Said{Moment::before_event, {}, "-", "opening"});
  CHECK(said(made, "2024-04-17 05:00:00") == Said{Moment::coming_up, {}, "-", "opening"});
  CHECK(said(made, "2024-04-17 05:00:01") == Said{Moment::coming_up, {}, "-", "opening"});
}

TEST_CASE("a session across midnight belongs to the day it began on") {
  const Schedule made = forum();
  CHECK(said(made, "2024-04-17 23:59:59") == Said{Moment::on_now, {"evening"}, "-", "day two"});
  CHECK(said(made, "2024-04-18 00:00:00") == Said{Moment::on_now, {"evening"}, "-", "day two"});
  CHECK(said(made, "2024-04-18 00:59:59") == Said{Moment::on_now, {"evening"}, "-", "day two"});
  CHECK(said(made, "2024-04-18 01:00:00") == Said{Moment::day_over, {}, "-", "day two"});
  CHECK(said(made, "2024-04-18 04:59:59") == Said{Moment::day_over, {}, "-", "day two"});
  CHECK(said(made, "2024-04-18 05:00:00") == Said{Moment::coming_up, {}, "-", "day two"});
}

TEST_CASE("after the hall's last session of the day the day is over, and the next one has its first") {
  const Schedule made = forum();
  CHECK(said(made, "2024-04-17 12:59:59", "multimedia") == Said{Moment::on_now, {"workshop"}, "-", "closing"});
  CHECK(said(made, "2024-04-17 13:00:00", "multimedia") == Said{Moment::day_over, {}, "-", "closing"});
  CHECK(said(made, "2024-04-18 04:59:59", "multimedia") == Said{Moment::day_over, {}, "-", "closing"});
}

TEST_CASE("a hall that rests today says so, whether or not something comes on another day") {
  const Schedule made = forum();
  CHECK(said(made, "2024-04-18 05:00:00", "multimedia") == Said{Moment::nothing_today, {}, "-", "closing"});
  CHECK(said(made, "2024-04-18 12:00:00", "multimedia") == Said{Moment::nothing_today, {}, "-", "closing"});
  CHECK(said(made, "2024-04-19 12:00:00") == Said{Moment::nothing_today, {}, "-", "-"});
}

TEST_CASE("a hall's last day may be over before the event is") {
  const Schedule made = forum();
  CHECK(said(made, "2024-04-18 11:59:59") == Said{Moment::on_now, {"day two"}, "-", "-"});
  CHECK(said(made, "2024-04-18 12:00:00") == Said{Moment::day_over, {}, "-", "-"});
}

TEST_CASE("the event is over in every hall when the last session of any has ended") {
  const Schedule made = forum();
  CHECK(said(made, "2024-04-19 18:59:59") == Said{Moment::nothing_today, {}, "-", "-"});
  for (const char* hall : {"gorky", "multimedia", "attic"}) {
    CHECK(said(made, "2024-04-19 19:00:00", hall) == Said{Moment::event_over, {}, "-", "-"});
    CHECK(said(made, "2044-04-19 19:00:00", hall) == Said{Moment::event_over, {}, "-", "-"});
  }
  CHECK_FALSE(gorky_at(made, "2024-04-19 19:00:00").next_change);
}

TEST_CASE("a hall without sessions waits, rests and ends with the event") {
  const Schedule made = forum();
  CHECK(said(made, "2024-04-17 04:59:59", "attic") == Said{Moment::before_event, {}, "-", "-"});
  CHECK(said(made, "2024-04-17 05:00:00", "attic") == Said{Moment::nothing_today, {}, "-", "-"});
  CHECK(said(made, "2024-04-17 14:30:00", "attic") == Said{Moment::nothing_today, {}, "-", "-"});
}

TEST_CASE("an empty schedule has nothing today, for good") {
  const Schedule made = schedule({"gorky"}, {});
  const Agenda agenda = gorky_at(made, "2024-04-17 12:00");
  CHECK(agenda.moment == Moment::nothing_today);
  CHECK(agenda.hall == made.find_hall("gorky"));
  CHECK(agenda.elsewhere.empty());
  CHECK_FALSE(agenda.next_change);
}

TEST_CASE("a hall that the schedule has not is unknown, and tells nothing") {
  const Schedule made = forum();
  for (const char* hall : {"", "Gorky", "gorky2"}) {
    const Agenda agenda = agenda_at(made, hall, at("2024-04-17 14:42"));
    CHECK(agenda.moment == Moment::unknown_hall);
    CHECK(agenda.hall == nullptr);
    CHECK(agenda.now.empty());
    CHECK_FALSE(agenda.next);
    CHECK(agenda.elsewhere.empty());
    CHECK_FALSE(agenda.next_change);
  }
  CHECK(agenda_at(schedule({}, {}), "gorky", at("2024-04-17 14:42")).moment == Moment::unknown_hall);
}

TEST_CASE("of two sessions that overlap both are on, the later first") {
  const Schedule made = schedule({"gorky"}, {session("a", {"gorky"}, "2024-04-17 10:00", "2024-04-17 12:00"),
                                             session("b", {"gorky"}, "2024-04-17 11:00", "2024-04-17 13:00"),
                                             session("c", {"gorky"}, "2024-04-17 14:00", "2024-04-17 15:00")});
  CHECK(said(made, "2024-04-17 10:59:59") == Said{Moment::on_now, {"a"}, "-", "b"});
  CHECK(said(made, "2024-04-17 11:00:00") == Said{Moment::on_now, {"b", "a"}, "-", "c"});
  CHECK(said(made, "2024-04-17 11:59:59") == Said{Moment::on_now, {"b", "a"}, "-", "c"});
  CHECK(said(made, "2024-04-17 12:00:00") == Said{Moment::on_now, {"b"}, "-", "c"});
}

TEST_CASE("a session of no length is next until its start, and never on") {
  const Schedule made = schedule({"gorky"}, {session("gong", {"gorky"}, "2024-04-17 10:00", "2024-04-17 10:00"),
                                             session("talk", {"gorky"}, "2024-04-17 12:00", "2024-04-17 13:00")});
  CHECK(said(made, "2024-04-17 09:59:59") == Said{Moment::coming_up, {}, "-", "gong"});
  CHECK(said(made, "2024-04-17 10:00:00") == Said{Moment::coming_up, {}, "-", "talk"});
  CHECK(said(made, "2024-04-17 10:00:01") == Said{Moment::coming_up, {}, "-", "talk"});

  const Schedule alone = schedule({"gorky"}, {session("gong", {"gorky"}, "2024-04-17 10:00", "2024-04-17 10:00")});
  CHECK(said(alone, "2024-04-17 09:59:59") == Said{Moment::coming_up, {}, "-", "gong"});
  CHECK(said(alone, "2024-04-17 10:00:00") == Said{Moment::event_over, {}, "-", "-"});
}

TEST_CASE("a session without an end is on until the next start, without a known end") {
  const Schedule made = schedule({"gorky"}, {session("open", {"gorky"}, "2024-04-17 10:00", ""),
                                             session("next", {"gorky"}, "2024-04-17 11:00", "")});
  const Agenda agenda = gorky_at(made, "2024-04-17 10:59:59");
  REQUIRE(agenda.now.size() == 1);
  CHECK_FALSE(agenda.now.front().end_known);
  CHECK(agenda.next_change == at("2024-04-17 11:00"));
  CHECK(said(made, "2024-04-17 11:00:00") == Said{Moment::on_now, {"next"}, "-", "-"});
  CHECK(said(made, "2024-04-17 14:59:59") == Said{Moment::on_now, {"next"}, "-", "-"});
  CHECK(said(made, "2024-04-17 15:00:00") == Said{Moment::event_over, {}, "-", "-"});
}

TEST_CASE("a session in the night that summer time shortens is as long as its instants say") {
  const Schedule made =
      schedule({"gorky"},
               {session("night", {"gorky"}, "2024-03-31T01:30:00+01:00", "2024-03-31T03:30:00+02:00"),
                session("morning", {"gorky"}, "2024-03-31T10:00:00+02:00", "2024-03-31T11:00:00+02:00")},
               berlin());
  CHECK(said(made, "2024-03-31T00:29:59Z").moment == Moment::coming_up);
  CHECK(said(made, "2024-03-31T00:30:00Z") == Said{Moment::on_now, {"night"}, "-", "morning"});
  CHECK(said(made, "2024-03-31T01:00:00Z") == Said{Moment::on_now, {"night"}, "-", "morning"});
  CHECK(said(made, "2024-03-31T01:29:59Z") == Said{Moment::on_now, {"night"}, "-", "morning"});
  CHECK(said(made, "2024-03-31T01:30:00Z") == Said{Moment::day_over, {}, "-", "morning"});
  // Five o'clock of summer time.
  CHECK(said(made, "2024-03-31T02:59:59Z") == Said{Moment::day_over, {}, "-", "morning"});
  CHECK(said(made, "2024-03-31T03:00:00Z") == Said{Moment::coming_up, {}, "-", "morning"});
}

TEST_CASE("of the hour that comes twice in autumn each has its own session") {
  const Schedule made =
      schedule({"gorky"},
               {session("first", {"gorky"}, "2024-10-27T02:00:00+02:00", "2024-10-27T03:00:00+02:00"),
                session("second", {"gorky"}, "2024-10-27T02:00:00+01:00", "2024-10-27T03:00:00+01:00"),
                session("morning", {"gorky"}, "2024-10-27T10:00:00+01:00", "2024-10-27T11:00:00+01:00")},
               berlin());
  CHECK(overlaps(made).empty());
  CHECK(said(made, "2024-10-27T00:00:00Z") == Said{Moment::on_now, {"first"}, "-", "second"});
  CHECK(said(made, "2024-10-27T00:59:59Z") == Said{Moment::on_now, {"first"}, "-", "second"});
  CHECK(said(made, "2024-10-27T01:00:00Z") == Said{Moment::on_now, {"second"}, "-", "morning"});
  CHECK(said(made, "2024-10-27T01:59:59Z") == Said{Moment::on_now, {"second"}, "-", "morning"});
  CHECK(said(made, "2024-10-27T02:00:00Z") == Said{Moment::day_over, {}, "-", "morning"});
  CHECK(said(made, "2024-10-27T03:59:59Z") == Said{Moment::day_over, {}, "-", "morning"});
  CHECK(said(made, "2024-10-27T04:00:00Z") == Said{Moment::coming_up, {}, "-", "morning"});
}

TEST_CASE("what is cancelled is neither on nor next") {
  const Schedule made = schedule({"gorky", "multimedia"},
                                 {session("a", {"gorky"}, "2024-04-17 10:00", "2024-04-17 11:00"),
                                  cancelled(session("b", {"gorky"}, "2024-04-17 11:00", "2024-04-17 12:00")),
                                  session("c", {"gorky"}, "2024-04-17 12:00", "2024-04-17 13:00"),
                                  cancelled(session("d", {"gorky"}, "2024-04-17 13:00", "2024-04-17 14:00")),
                                  cancelled(session("e", {"multimedia"}, "2024-04-17 10:00", "2024-04-17 14:00")),
                                  cancelled(pause(session("f", {"gorky"}, "2024-04-17 11:15", "2024-04-17 11:30")))});
  CHECK(said(made, "2024-04-17 10:30") == Said{Moment::on_now, {"a"}, "-", "c"});
  CHECK(said(made, "2024-04-17 11:20") == Said{Moment::absent, {}, "-", "c"});
  CHECK(said(made, "2024-04-17 12:30") == Said{Moment::on_now, {"c"}, "-", "-"});
  CHECK(said(made, "2024-04-17 13:00") == Said{Moment::absent, {}, "-", "-"});
  CHECK(said(made, "2024-04-17 14:00") == Said{Moment::event_over, {}, "-", "-"});
  CHECK(gorky_at(made, "2024-04-17 10:30").elsewhere.empty());
  CHECK(said(made, "2024-04-17 12:30", "multimedia") == Said{Moment::absent, {}, "-", "-"});
}

TEST_CASE("an event of which everything is cancelled has nothing today") {
  const Schedule made =
      schedule({"gorky"}, {cancelled(session("a", {"gorky"}, "2024-04-17 10:00", "2024-04-17 11:00"))});
  for (const char* time : {"2024-04-16 10:00", "2024-04-17 09:29:59", "2024-04-17 11:00", "2024-04-18 10:00"}) {
    CHECK(said(made, time) == Said{Moment::nothing_today, {}, "-", "-"});
  }
}

TEST_CASE("the next is today's session before today's break, and today's break before another day's session") {
  const Schedule made =
      schedule({"gorky"}, {pause(session("coffee", {"gorky"}, "2024-04-17 10:30", "2024-04-17 11:00")),
                           session("talk", {"gorky"}, "2024-04-17 11:00", "2024-04-17 12:00"),
                           pause(session("buffet", {"gorky"}, "2024-04-17 19:00", "2024-04-17 20:00")),
                           pause(session("registration", {"gorky"}, "2024-04-18 09:00", "2024-04-18 10:00")),
                           session("day two", {"gorky"}, "2024-04-18 10:00", "2024-04-18 11:00")});
  CHECK(said(made, "2024-04-17 10:00") == Said{Moment::coming_up, {}, "-", "talk"});
  CHECK(said(made, "2024-04-17 10:30") == Said{Moment::coming_up, {}, "coffee", "talk"});
  CHECK(said(made, "2024-04-17 11:00") == Said{Moment::on_now, {"talk"}, "-", "buffet"});
  CHECK(said(made, "2024-04-17 12:00") == Said{Moment::coming_up, {}, "-", "buffet"});
  // Nothing follows it today: then the buffet is what is on.
  CHECK(said(made, "2024-04-17 19:00") == Said{Moment::on_now, {"buffet"}, "-", "day two"});
  CHECK(said(made, "2024-04-17 20:00") == Said{Moment::day_over, {}, "-", "day two"});
  CHECK(id(made, gorky_at(made, "2024-04-17 12:00").after_next) == "day two");
}

TEST_CASE("after next comes the session that starts later than the next") {
  const Schedule made = forum();
  CHECK(id(made, gorky_at(made, "2024-04-17 10:30").after_next) == "track 2");
  CHECK(id(made, gorky_at(made, "2024-04-17 13:30").after_next) == "evening");
  CHECK(id(made, gorky_at(made, "2024-04-17 15:30").after_next) == "day two");
  CHECK(id(made, gorky_at(made, "2024-04-17 23:30").after_next) == "-");
}

TEST_CASE("an exhibition stands beside the talks, and is on while nothing else runs or comes within half an hour") {
  const Schedule made =
      schedule({"gorky"}, {all_day(session("books", {"gorky"}, "2024-04-17 10:00", "2024-04-17 19:00")),
                           session("talk", {"gorky"}, "2024-04-17 12:00", "2024-04-17 13:00"),
                           session("day two", {"gorky"}, "2024-04-18 10:00", "2024-04-18 11:00")});
  const auto beside = [&](const char* time) { return id(made, gorky_at(made, time).all_day); };
  CHECK(said(made, "2024-04-17 09:59:59") == Said{Moment::coming_up, {}, "-", "talk"});
  CHECK(beside("2024-04-17 09:59:59") == "-");
  CHECK(said(made, "2024-04-17 10:00") == Said{Moment::on_now, {"books"}, "-", "talk"});
  CHECK(beside("2024-04-17 10:00") == "-");
  CHECK(said(made, "2024-04-17 11:29:59") == Said{Moment::on_now, {"books"}, "-", "talk"});
  CHECK(gorky_at(made, "2024-04-17 11:29:59").next_change == at("2024-04-17 11:30"));
  CHECK(said(made, "2024-04-17 11:30") == Said{Moment::coming_up, {}, "-", "talk"});
  CHECK(beside("2024-04-17 11:30") == "books");
  CHECK(said(made, "2024-04-17 12:00") == Said{Moment::on_now, {"talk"}, "-", "day two"});
  CHECK(beside("2024-04-17 12:00") == "books");
  CHECK(said(made, "2024-04-17 13:00") == Said{Moment::on_now, {"books"}, "-", "day two"});
  CHECK(beside("2024-04-17 13:00") == "-");
  CHECK(said(made, "2024-04-17 19:00") == Said{Moment::day_over, {}, "-", "day two"});
  CHECK(overlaps(made).empty());
}

TEST_CASE("a hall that holds an exhibition alone announces it") {
  const Schedule made =
      schedule({"gorky"}, {all_day(session("books", {"gorky"}, "2024-04-17 10:00", "2024-04-17 19:00")),
                           all_day(session("maps", {"gorky"}, "2024-04-18 10:00", "2024-04-18 19:00"))});
  CHECK(said(made, "2024-04-16 12:00") == Said{Moment::before_event, {}, "-", "books"});
  CHECK(said(made, "2024-04-17 09:00") == Said{Moment::coming_up, {}, "-", "books"});
  CHECK(said(made, "2024-04-17 10:00") == Said{Moment::on_now, {"books"}, "-", "maps"});
  CHECK(said(made, "2024-04-17 19:00") == Said{Moment::day_over, {}, "-", "maps"});
}

TEST_CASE("a hall that runs late is late in now, next and the change to come") {
  Schedule::Parts late = parts({"gorky"}, {session("a", {"gorky"}, "2024-04-17 10:00", "2024-04-17 11:00"),
                                           session("b", {"gorky"}, "2024-04-17 11:00", "2024-04-17 12:00")});
  late.halls[0].delay = HallDelay{minutes(10), at("2024-04-17 10:30")};
  const Schedule made(late);
  CHECK(said(made, "2024-04-17 11:00:00") == Said{Moment::on_now, {"a"}, "-", "b"});
  CHECK(said(made, "2024-04-17 11:09:59") == Said{Moment::on_now, {"a"}, "-", "b"});
  CHECK(gorky_at(made, "2024-04-17 11:00:00").next_change == at("2024-04-17 11:10"));
  CHECK(said(made, "2024-04-17 11:10:00") == Said{Moment::on_now, {"b"}, "-", "-"});
  CHECK(said(made, "2024-04-17 12:09:59") == Said{Moment::on_now, {"b"}, "-", "-"});
  CHECK(said(made, "2024-04-17 12:10:00") == Said{Moment::event_over, {}, "-", "-"});
}

TEST_CASE("elsewhere is told what is on, and what starts within the hour") {
  const Schedule made = forum();
  const auto elsewhere = [&](const char* time) { return told(made, gorky_at(made, time).elsewhere); };
  CHECK(elsewhere("2024-04-17 10:59:59") == Ids{});
  CHECK(elsewhere("2024-04-17 11:00:00") == Ids{"multimedia: workshop soon"});
  CHECK(elsewhere("2024-04-17 11:59:59") == Ids{"multimedia: workshop soon"});
  CHECK(elsewhere("2024-04-17 12:00:00") == Ids{"multimedia: workshop"});
  CHECK(elsewhere("2024-04-17 12:59:59") == Ids{"multimedia: workshop"});
  CHECK(elsewhere("2024-04-17 13:00:00") == Ids{});
}

TEST_CASE("elsewhere what is on comes first, in the feed's order of halls, then what starts, soonest first") {
  const Schedule made = schedule({"a", "b", "gorky", "c", "d", "e"},
                                 {session("at half past", {"a"}, "2024-04-17 10:30", "2024-04-17 11:00"),
                                  session("on in b", {"b"}, "2024-04-17 09:59", "2024-04-17 11:00"),
                                  session("at ten past", {"c"}, "2024-04-17 10:10", "2024-04-17 11:00"),
                                  session("on in d", {"d"}, "2024-04-17 09:00", "2024-04-17 11:00"),
                                  pause(session("coffee", {"e"}, "2024-04-17 09:00", "2024-04-17 11:00")),
                                  all_day(session("books", {"e"}, "2024-04-17 09:00", "2024-04-17 11:00"))});
  CHECK(told(made, gorky_at(made, "2024-04-17 10:00").elsewhere) ==
        Ids{"b: on in b", "d: on in d", "c: at ten past soon", "a: at half past soon"});
}

TEST_CASE("a plenum in several halls is not told again as being elsewhere") {
  const Schedule made = schedule({"gorky", "multimedia", "attic"},
                                 {session("plenum", {"gorky", "multimedia"}, "2024-04-17 10:00", "2024-04-17 11:00"),
                                  session("after", {"multimedia"}, "2024-04-17 11:00", "2024-04-17 12:00")});
  CHECK(told(made, gorky_at(made, "2024-04-17 09:30").elsewhere) == Ids{});
  CHECK(told(made, gorky_at(made, "2024-04-17 10:30").elsewhere) == Ids{});
  CHECK(told(made, gorky_at(made, "2024-04-17 11:00").elsewhere) == Ids{"multimedia: after"});
  CHECK(told(made, agenda_at(made, "attic", at("2024-04-17 10:30")).elsewhere) ==
        Ids{"gorky: plenum", "multimedia: plenum"});
}

TEST_CASE("where a plenum overlaps something else in another hall, that is told") {
  const Schedule made = schedule({"gorky", "multimedia"},
                                 {session("workshop", {"multimedia"}, "2024-04-17 09:00", "2024-04-17 12:00"),
                                  session("plenum", {"gorky", "multimedia"}, "2024-04-17 10:00", "2024-04-17 11:00")});
  CHECK(told(made, gorky_at(made, "2024-04-17 10:30").elsewhere) == Ids{"multimedia: workshop"});
}

TEST_CASE(
    "the next change is a start, an end, an hour or half of one before a start, in any hall, or the next event day") {
  const Schedule made = forum();
  const auto change = [&](const char* time) { return gorky_at(made, time).next_change; };
  CHECK(change("2024-04-16 12:00:00") == at("2024-04-17 05:00"));
  CHECK(change("2024-04-17 05:00:00") == at("2024-04-17 09:00"));
  CHECK(change("2024-04-17 09:59:59") == at("2024-04-17 10:00"));
  CHECK(change("2024-04-17 10:00:00") == at("2024-04-17 10:30"));
  CHECK(change("2024-04-17 10:30:00") == at("2024-04-17 11:00"));
  CHECK(change("2024-04-17 12:00:01") == at("2024-04-17 12:30"));
  CHECK(change("2024-04-17 12:30:00") == at("2024-04-17 13:00"));
  CHECK(change("2024-04-18 01:00:00") == at("2024-04-18 05:00"));
  CHECK(change("2024-04-19 18:59:59") == at("2024-04-19 19:00"));
  CHECK_FALSE(change("2024-04-19 19:00:00"));
}

TEST_CASE("sessions of the years 0 and 9999 are told like any other") {
  const Schedule made = schedule({"gorky"}, {session("first", {"gorky"}, "0000-01-01T00:00:00Z", ""),
                                             session("last", {"gorky"}, "9999-12-31T23:00:00Z", "")});
  CHECK(said_in(made, at("0000-01-01T01:00:00Z")) == Said{Moment::on_now, {"first"}, "-", "last"});
  CHECK(said(made, "2024-04-17 12:00") == Said{Moment::nothing_today, {}, "-", "last"});
  CHECK(said_in(made, at("9999-12-31T23:59:59Z")) == Said{Moment::on_now, {"last"}, "-", "-"});
}
