#include "organizer/day_moments.h"

#include "tests/catch.h"
#include "tests/venue/programme.h"

using namespace kiosk;
using namespace kiosk::programme;

namespace {

std::vector<std::string> times(const Schedule& schedule, const char* hall = "gorky", int day = 17) {
  std::vector<std::string> times;
  for (const Instant moment : day_moments(schedule, hall, date::local_days(date::year(2024) / 4 / day))) {
    times.push_back(date::format("%d %R", to_local(moment, schedule.time_zone())));
  }
  return times;
}

using Times = std::vector<std::string>;

}  // namespace

TEST_CASE("a hall's day changes where its sessions begin and end, and not for other halls") {
  const Schedule made = schedule({"gorky", "small"}, {session("a", {"gorky"}, "2024-04-17 10:00", "2024-04-17 11:00"),
                                                      session("b", {"gorky"}, "2024-04-17 11:00", "2024-04-17 12:00"),
                                                      session("c", {"small"}, "2024-04-17 10:15", "2024-04-17 18:45")});
  CHECK(times(made) == Times{"17 05:00", "17 10:00", "17 11:00", "17 12:00", "17 18:45"});
  CHECK(times(made, "small") == Times{"17 05:00", "17 10:15", "17 18:45"});
}

TEST_CASE("a day ends at 05:00 of the next") {
  const Schedule made = schedule({"gorky"}, {session("late", {"gorky"}, "2024-04-17 23:00", "2024-04-18 01:00"),
                                             session("next", {"gorky"}, "2024-04-18 10:00", "2024-04-18 11:00")});
  CHECK(times(made) == Times{"17 05:00", "17 23:00", "18 01:00"});
  CHECK(times(made, "gorky", 18) == Times{"18 05:00", "18 10:00", "18 11:00"});
  CHECK(times(made, "gorky", 20) == Times{"20 05:00"});
}

TEST_CASE("notices of the hall and what is cancelled change its day") {
  Schedule::Parts made =
      parts({"gorky", "small"}, {cancelled(session("a", {"gorky"}, "2024-04-17 10:00", "2024-04-17 11:00")),
                                 session("b", {"gorky"}, "2024-04-17 14:00", "2024-04-17 15:00")});
  Notice notice;
  notice.id = "n";
  notice.text = "N";
  notice.halls = {"gorky"};
  notice.from = at("2024-04-17 12:10");
  notice.until = at("2024-04-17 12:20");
  made.notices = {notice};
  CHECK(times(Schedule(made)) ==
        Times{"17 05:00", "17 09:30", "17 11:00", "17 12:10", "17 12:20", "17 14:00", "17 15:00"});
  made.notices[0].halls = {"small"};
  CHECK(times(Schedule(made)) == Times{"17 05:00", "17 09:30", "17 11:00", "17 14:00", "17 15:00"});
}

TEST_CASE("a hall that is unknown has one moment") {
  const Schedule made = schedule({"gorky"}, {session("a", {"gorky"}, "2024-04-17 10:00", "2024-04-17 11:00")});
  CHECK(times(made, "other") == Times{"17 05:00"});
}
