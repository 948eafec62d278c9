#include "venue/schedule.h"

#include <algorithm>

#include "tests/catch.h"
#include "tests/venue/programme.h"

using namespace kiosk;
using namespace kiosk::programme;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

const Timeline& gorky(const Schedule& schedule) { return schedule.timeline(*schedule.find_hall("gorky")); }

// "id 10:00-11:30", the end marked where it was filled in.
std::vector<std::string> written(const Schedule& schedule, const Timeline& timeline) {
  std::vector<std::string> lines;
  for (const Slot& slot : timeline) {
    const auto time = [&](Instant instant) { return date::format("%R", to_local(instant, schedule.time_zone())); };
    lines.push_back(schedule.session_of(slot).id + ' ' + time(slot.start) + (slot.end_known ? "-" : "-?") +
                    time(slot.end) + (slot.announced_start ? " was " + time(*slot.announced_start) : ""));
  }
  return lines;
}

Schedule delayed(int by, const std::string& from, std::vector<Session> sessions, TimeZone zone = moscow()) {
  Schedule::Parts made = parts({"gorky", "multimedia"}, std::move(sessions), zone);
  made.halls[0].delay = HallDelay{minutes(by), at(from, zone)};
  return Schedule(std::move(made));
}

}  // namespace

TEST_CASE("a hall's sessions stand in order of start, of equal starts the longer first, then as the feed has them") {
  const Schedule made = schedule({"gorky"}, {session("late", {"gorky"}, "2024-04-17 12:00", "2024-04-17 13:00"),
                                             session("short", {"gorky"}, "2024-04-17 10:00", "2024-04-17 10:30"),
                                             session("long", {"gorky"}, "2024-04-17 10:00", "2024-04-17 11:00"),
                                             session("long too", {"gorky"}, "2024-04-17 10:00", "2024-04-17 11:00")});
  CHECK(ids(made, gorky(made)) == Ids{"long", "long too", "short", "late"});
}

TEST_CASE("an open end does not count as long when it is not") {
  const Schedule made = schedule({"gorky"}, {session("open", {"gorky"}, "2024-04-17 10:00", ""),
                                             session("closed", {"gorky"}, "2024-04-17 10:00", "2024-04-17 11:30"),
                                             session("next", {"gorky"}, "2024-04-17 11:00", "2024-04-17 12:00")});
  CHECK(written(made, gorky(made)) == Ids{"closed 10:00-11:30", "open 10:00-?11:00", "next 11:00-12:00"});
}

TEST_CASE("a session stands in each of its halls once, and in no hall that there is not") {
  const Schedule made =
      schedule({"gorky", "multimedia", "empty"},
               {session("plenum", {"gorky", "multimedia", "gorky"}, "2024-04-17 10:00", "2024-04-17 11:00"),
                session("lost", {"attic"}, "2024-04-17 10:00", "2024-04-17 11:00"),
                session("nowhere", {}, "2024-04-17 10:00", "2024-04-17 11:00")});
  CHECK(ids(made, gorky(made)) == Ids{"plenum"});
  CHECK(ids(made, made.timeline(*made.find_hall("multimedia"))) == Ids{"plenum"});
  CHECK(made.timeline(*made.find_hall("empty")).empty());
}

TEST_CASE("a hall is found by its exact id") {
  const Schedule made = schedule({"gorky"}, {});
  REQUIRE(made.find_hall("gorky") != nullptr);
  CHECK(made.find_hall("gorky")->id == "gorky");
  for (const char* id : {"", "Gorky", "gork", "gorky "}) {
    CHECK(made.find_hall(id) == nullptr);
  }
}

TEST_CASE("a session without an end lasts until the hall's next start") {
  const Schedule made =
      schedule({"gorky", "multimedia"}, {session("talk", {"gorky"}, "2024-04-17 10:00", ""),
                                         session("elsewhere", {"multimedia"}, "2024-04-17 10:30", "2024-04-17 11:00"),
                                         session("next", {"gorky"}, "2024-04-17 11:15", "2024-04-17 12:00")});
  CHECK(written(made, gorky(made)) == Ids{"talk 10:00-?11:15", "next 11:15-12:00"});
}

TEST_CASE("a session without an end lasts four hours at most") {
  for (const auto& [next, end] : {std::pair("2024-04-17 13:59:59", "2024-04-17 13:59:59"),
                                  std::pair("2024-04-17 14:00:00", "2024-04-17 14:00:00"),
                                  std::pair("2024-04-17 14:00:01", "2024-04-17 14:00:00"),
                                  std::pair("2024-04-18 10:00:00", "2024-04-17 14:00:00")}) {
    const Schedule made = schedule({"gorky"}, {session("talk", {"gorky"}, "2024-04-17 10:00", ""),
                                               session("next", {"gorky"}, next, "2024-04-18 19:00")});
    CHECK(gorky(made).front().end == at(end));
    CHECK_FALSE(gorky(made).front().end_known);
  }
  const Schedule alone = schedule({"gorky"}, {session("talk", {"gorky"}, "2024-04-17 10:00", "")});
  CHECK(gorky(alone).front().end == at("2024-04-17 14:00"));
}

TEST_CASE("a break ends an open session, a cancelled session, an exhibition and the same start do not") {
  const Session talk = session("talk", {"gorky"}, "2024-04-17 10:00", "");
  const Session last = session("last", {"gorky"}, "2024-04-17 13:00", "2024-04-17 14:00");
  const auto end_with = [&](Session between) {
    const Schedule made = schedule({"gorky"}, {last, talk, std::move(between)});
    const Timeline& timeline = gorky(made);
    return std::find_if(timeline.begin(), timeline.end(), [&](const Slot& slot) { return slot.session == 1; })->end;
  };
  CHECK(end_with(pause(session("b", {"gorky"}, "2024-04-17 11:00", "2024-04-17 12:00"))) == at("2024-04-17 11:00"));
  CHECK(end_with(cancelled(session("b", {"gorky"}, "2024-04-17 11:00", "2024-04-17 12:00"))) == last.start);
  CHECK(end_with(all_day(session("b", {"gorky"}, "2024-04-17 11:00", "2024-04-17 12:00"))) == last.start);
  CHECK(end_with(session("b", {"gorky"}, "2024-04-17 10:00", "2024-04-17 12:00")) == last.start);
  CHECK(end_with(session("b", {"gorky"}, "2024-04-17 10:00", "")) == last.start);
  CHECK(end_with(session("b", {"gorky"}, "2024-04-17 11:00", "2024-04-17 11:00")) == at("2024-04-17 11:00"));
}

TEST_CASE("an exhibition without an end stands until the event day turns") {
  const Schedule made = schedule({"gorky"}, {all_day(session("books", {"gorky"}, "2024-04-17 10:00", "")),
                                             session("talk", {"gorky"}, "2024-04-17 11:00", "2024-04-17 12:00")});
  CHECK(written(made, gorky(made)) == Ids{"books 10:00-?05:00", "talk 11:00-12:00"});
}

TEST_CASE("a delay moves every session from then on, and the end of the one then on") {
  const Schedule made = delayed(10, "2024-04-17 14:00",
                                {session("ended", {"gorky"}, "2024-04-17 10:00", "2024-04-17 14:00"),
                                 session("on", {"gorky"}, "2024-04-17 13:00", "2024-04-17 14:30"),
                                 session("before", {"gorky"}, "2024-04-17 13:59:59", "2024-04-17 15:00"),
                                 session("at", {"gorky"}, "2024-04-17 14:00", "2024-04-17 15:00"),
                                 session("after", {"gorky"}, "2024-04-17 16:00", "2024-04-17 17:00"),
                                 session("other hall", {"multimedia"}, "2024-04-17 16:00", "2024-04-17 17:00")});
  CHECK(written(made, gorky(made)) == Ids{"ended 10:00-14:00", "on 13:00-14:40", "before 13:59-15:10",
                                          "at 14:10-15:10 was 14:00", "after 16:10-17:10 was 16:00"});
  CHECK(written(made, made.timeline(made.halls()[1])) == Ids{"other hall 16:00-17:00"});
}

TEST_CASE("a delay is over when the event day turns") {
  const Schedule made = delayed(30, "2024-04-17 14:00",
                                {session("night", {"gorky"}, "2024-04-18 04:59:59", "2024-04-18 05:30"),
                                 session("morning", {"gorky"}, "2024-04-18 05:00", "2024-04-18 06:00"),
                                 session("yesterday", {"gorky"}, "2024-04-16 15:00", "2024-04-16 16:00"),
                                 session("tomorrow", {"gorky"}, "2024-04-18 15:00", "2024-04-18 16:00")});
  CHECK(written(made, gorky(made)) ==
        Ids{"yesterday 15:00-16:00", "morning 05:00-06:00", "night 05:29-06:00 was 04:59", "tomorrow 15:00-16:00"});
}

TEST_CASE("a delay before five in the morning belongs to the day before") {
  const Schedule made = delayed(20, "2024-04-18 01:00",
                                {session("on", {"gorky"}, "2024-04-17 23:00", "2024-04-18 02:00"),
                                 session("night", {"gorky"}, "2024-04-18 02:00", "2024-04-18 03:00"),
                                 session("day", {"gorky"}, "2024-04-18 10:00", "2024-04-18 11:00")});
  CHECK(written(made, gorky(made)) == Ids{"on 23:00-02:20", "night 02:20-03:20 was 02:00", "day 10:00-11:00"});
}

TEST_CASE("a session that is on since the event day before ends later too") {
  const Schedule made =
      delayed(20, "2024-04-18 06:00", {session("vigil", {"gorky"}, "2024-04-17 22:00", "2024-04-18 07:00")});
  CHECK(written(made, gorky(made)) == Ids{"vigil 22:00-07:20"});
}

TEST_CASE("a delay leaves exhibitions alone, and moves breaks and open ends along") {
  const Schedule made = delayed(15, "2024-04-17 11:00",
                                {all_day(session("books", {"gorky"}, "2024-04-17 10:00", "2024-04-17 19:00")),
                                 all_day(session("maps", {"gorky"}, "2024-04-17 12:00", "2024-04-17 19:00")),
                                 session("open", {"gorky"}, "2024-04-17 10:30", ""),
                                 pause(session("lunch", {"gorky"}, "2024-04-17 12:30", "2024-04-17 13:00")),
                                 session("last", {"gorky"}, "2024-04-17 13:00", "2024-04-17 14:00")});
  CHECK(written(made, gorky(made)) == Ids{"books 10:00-19:00", "open 10:30-?12:45", "maps 12:00-19:00",
                                          "lunch 12:45-13:15 was 12:30", "last 13:15-14:15 was 13:00"});
}

TEST_CASE("the struck time is the one first printed") {
  Session moved = session("moved", {"gorky"}, "2024-04-17 15:00", "2024-04-17 16:00");
  moved.originally = Announced{"multimedia", at("2024-04-17 12:00")};
  Session only_hall = session("only hall", {"gorky"}, "2024-04-17 17:00", "2024-04-17 18:00");
  only_hall.originally = Announced{"multimedia", std::nullopt};
  Session same_time = session("same time", {"gorky"}, "2024-04-17 19:00", "2024-04-17 20:00");
  same_time.originally = Announced{"multimedia", at("2024-04-17 19:00")};

  const Schedule punctual = schedule({"gorky"}, {moved, only_hall, same_time});
  CHECK(written(punctual, gorky(punctual)) ==
        Ids{"moved 15:00-16:00 was 12:00", "only hall 17:00-18:00", "same time 19:00-20:00"});

  const Schedule late = delayed(10, "2024-04-17 14:00", {moved, only_hall, same_time});
  CHECK(written(late, gorky(late)) ==
        Ids{"moved 15:10-16:10 was 12:00", "only hall 17:10-18:10 was 17:00", "same time 19:10-20:10 was 19:00"});
}

TEST_CASE("a delay of nothing strikes nothing") {
  const Schedule made =
      delayed(0, "2024-04-17 09:00", {session("talk", {"gorky"}, "2024-04-17 10:00", "2024-04-17 11:00")});
  CHECK(written(made, gorky(made)) == Ids{"talk 10:00-11:00"});
}

TEST_CASE("a delay across the hour that daylight saving skips moves instants, not the wall's clock") {
  const Schedule made =
      delayed(30, "2024-03-31 01:00", {session("night", {"gorky"}, "2024-03-31 01:45", "2024-03-31 03:15", berlin())},
              berlin());
  CHECK(written(made, gorky(made)) == Ids{"night 03:15-03:45 was 01:45"});
}

TEST_CASE("a broadcast is the session's own, else the hall's, and none where the feed says none") {
  Hall with_stream = hall("gorky");
  with_stream.broadcast = Link{"https://www.culture.ru/live/hall"};
  const Hall without = hall("attic");
  const Schedule made = schedule({"gorky"}, {});
  Session talk = session("talk", {"gorky"}, "2024-04-17 10:00", "2024-04-17 11:00");

  SECTION("absent is the hall's") {
    CHECK(made.broadcast_of(talk, with_stream) == with_stream.broadcast);
    CHECK_FALSE(made.broadcast_of(talk, without));
  }
  SECTION("its own is its own") {
    talk.broadcast = Link{"https://www.culture.ru/live/talk"};
    CHECK(made.broadcast_of(talk, with_stream) == talk.broadcast);
    CHECK(made.broadcast_of(talk, without) == talk.broadcast);
  }
  SECTION("null is none") {
    talk.not_broadcast = true;
    CHECK_FALSE(made.broadcast_of(talk, with_stream));
  }
  SECTION("a break inherits none, but may name one") {
    Session coffee = pause(talk);
    CHECK_FALSE(made.broadcast_of(coffee, with_stream));
    coffee.broadcast = Link{"https://www.culture.ru/live/interview"};
    CHECK(made.broadcast_of(coffee, with_stream) == coffee.broadcast);
  }
  SECTION("an exhibition inherits the hall's") {
    CHECK(made.broadcast_of(all_day(talk), with_stream) == with_stream.broadcast);
  }
}

TEST_CASE("the event lasts from the first start to the last end of what takes place, delays included") {
  const auto first = session("first", {"gorky"}, "2024-04-17 10:00", "2024-04-17 20:00");
  const auto last = session("last", {"multimedia"}, "2024-04-17 18:00", "2024-04-17 19:00");
  const Schedule made = schedule({"gorky", "multimedia"},
                                 {cancelled(session("early", {"gorky"}, "2024-04-16 10:00", "2024-04-16 11:00")), last,
                                  first, cancelled(session("late", {"gorky"}, "2024-04-18 10:00", "2024-04-18 11:00")),
                                  session("lost", {"attic"}, "2024-04-19 10:00", "2024-04-19 11:00")});
  REQUIRE(made.span());
  CHECK(made.span()->start == at("2024-04-17 10:00"));
  CHECK(made.span()->end == at("2024-04-17 20:00"));

  const Schedule late = delayed(25, "2024-04-17 12:00", {first, last});
  REQUIRE(late.span());
  CHECK(late.span()->end == at("2024-04-17 20:25"));

  CHECK_FALSE(schedule({"gorky"}, {}).span());
  CHECK_FALSE(schedule({"gorky"}, {cancelled(first)}).span());
  CHECK_FALSE(schedule({}, {first}).span());
}

TEST_CASE("a schedule without a time zone is in UTC") {
  const Schedule made =
      schedule({"gorky"}, {session("talk", {"gorky"}, "2024-04-17 10:00", "2024-04-17 11:00")}, SaidZone());
  CHECK(name_of(made.time_zone()) == name_of(utc()));
  CHECK(date::format("%R", to_local(gorky(made).front().start, made.time_zone())) == "07:00");
}

TEST_CASE("a copied and a moved schedule answer for their own halls") {
  Schedule made = schedule({"gorky"}, {session("talk", {"gorky"}, "2024-04-17 10:00", "2024-04-17 11:00")});
  const Schedule copy = made;
  CHECK(copy == made);
  CHECK(ids(copy, gorky(copy)) == Ids{"talk"});
  const Schedule moved = std::move(made);
  CHECK(ids(moved, gorky(moved)) == Ids{"talk"});
  CHECK(copy == moved);
  CHECK_FALSE(copy == schedule({"gorky"}, {}));
}

TEST_CASE("sessions that meet in one hall are an overlap") {
  const auto talk = session("talk", {"gorky"}, "2024-04-17 10:00", "2024-04-17 11:00");
  const auto with = [&](Session other) {
    const Schedule made = schedule({"gorky", "multimedia"}, {std::move(other), talk});
    return overlaps(made).size();
  };
  CHECK(with(session("b", {"gorky"}, "2024-04-17 10:59:59", "2024-04-17 12:00")) == 1);
  CHECK(with(session("b", {"gorky"}, "2024-04-17 11:00", "2024-04-17 12:00")) == 0);
  CHECK(with(session("b", {"gorky"}, "2024-04-17 09:00", "2024-04-17 10:00")) == 0);
  CHECK(with(session("b", {"gorky"}, "2024-04-17 09:00", "2024-04-17 10:00:01")) == 1);
  CHECK(with(session("b", {"gorky"}, "2024-04-17 10:00", "2024-04-17 11:00")) == 1);
  CHECK(with(session("b", {"multimedia"}, "2024-04-17 10:00", "2024-04-17 11:00")) == 0);
  CHECK(with(session("b", {"gorky"}, "2024-04-17 10:30", "2024-04-17 10:30")) == 0);
  CHECK(with(session("b", {"gorky"}, "2024-04-17 09:30", "")) == 0);
  CHECK(with(session("b", {"gorky"}, "2024-04-17 10:30", "")) == 0);
  CHECK(with(pause(session("b", {"gorky"}, "2024-04-17 10:30", "2024-04-17 10:45"))) == 0);
  CHECK(with(all_day(session("b", {"gorky"}, "2024-04-17 09:00", "2024-04-17 19:00"))) == 0);
  CHECK(with(cancelled(session("b", {"gorky"}, "2024-04-17 10:00", "2024-04-17 11:00"))) == 0);
}

TEST_CASE("an overlap names the hall, the later session and the earlier one that ends last") {
  const Schedule made = schedule({"gorky"}, {session("long", {"gorky"}, "2024-04-17 10:00", "2024-04-17 13:00"),
                                             session("short", {"gorky"}, "2024-04-17 10:30", "2024-04-17 11:00"),
                                             session("late", {"gorky"}, "2024-04-17 12:00", "2024-04-17 14:00"),
                                             session("free", {"gorky"}, "2024-04-17 14:00", "2024-04-17 15:00")});
  const std::vector<Overlap> found = overlaps(made);
  REQUIRE(found.size() == 2);
  CHECK(found[0].hall == made.find_hall("gorky"));
  CHECK(found[0].earlier->id == "long");
  CHECK(found[0].later->id == "short");
  CHECK(found[1].earlier->id == "long");
  CHECK(found[1].later->id == "late");
}

TEST_CASE("a delay makes no overlaps") {
  const Schedule made = delayed(45, "2024-04-17 10:30",
                                {session("a", {"gorky"}, "2024-04-17 10:00", "2024-04-17 11:00"),
                                 session("b", {"gorky"}, "2024-04-17 11:00", "2024-04-17 12:00"),
                                 session("c", {"gorky"}, "2024-04-17 12:00", "2024-04-17 13:00")});
  CHECK(overlaps(made).empty());
}
