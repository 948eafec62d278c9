#include "organizer/hall_days.h"

#include <nlohmann/json.hpp>

#include "tests/catch.h"
#include "tests/venue/programme.h"

using namespace kiosk;
using namespace kiosk::programme;

namespace {

Session talk(const std::string& hall, const std::string& start, const std::string& end) {
  static int count = 0;
  return session("talk-" + std::to_string(++count), {hall}, start, end.empty() ? "" : start.substr(0, 11) + end);
}

// Of the one hall and day that there is.
HallDay only_day(std::vector<Session> sessions) {
  const Schedule made = schedule({"gorky"}, std::move(sessions));
  const std::vector<HallDay> days = hall_days(made);
  REQUIRE(days.size() == 1);
  HallDay day = days.front();
  day.hall = nullptr;  // the schedule goes
  return day;
}

}  // namespace

TEST_CASE("a table shows of each hall and day how many sessions, and from when to when") {
  const Schedule made =
      schedule({"gorky", "зал", "empty"},
               {talk("gorky", "2024-04-17 10:00", "11:00"), talk("gorky", "2024-04-17 11:00", "12:30"),
                talk("gorky", "2024-04-19 09:00", "18:00"), talk("gorky", "2024-04-19 10:00", "11:00"),
                talk("зал", "2024-04-17 10:00", "11:00"), talk("зал", "2024-04-17 12:00", "13:00"),
                talk("зал", "2024-04-17 14:00", "15:00")});
  CHECK(hall_days_text(made) ==
        "       2024-04-17              2024-04-19\n"
        "gorky  2, 10:00–12:30          2, 09:00–18:00, 1 overlap\n"
        "зал    3, 10:00–15:00, 2 gaps  –\n"
        "empty  –                       –\n");
}

TEST_CASE("a programme without sessions has no table") {
  const Schedule made = schedule({"gorky"}, {});
  CHECK(hall_days(made).empty());
  CHECK(hall_days_text(made).empty());
  CHECK(hall_days_json(made).dump() == "[]");
}

TEST_CASE("cancelled and all-day sessions count nowhere, and breaks are no sessions") {
  const HallDay day =
      only_day({all_day(talk("gorky", "2024-04-17 08:00", "20:00")), pause(talk("gorky", "2024-04-17 09:00", "10:00")),
                talk("gorky", "2024-04-17 10:00", "11:00"), cancelled(talk("gorky", "2024-04-17 10:30", "19:00")),
                pause(talk("gorky", "2024-04-17 11:00", "12:00"))});
  CHECK(day.sessions == 1);
  CHECK(day.first == at("2024-04-17 10:00"));
  CHECK(day.last == at("2024-04-17 11:00"));
  CHECK(day.overlaps == 0);
  CHECK(day.gaps == 0);
  CHECK(hall_days(schedule({"gorky"}, {pause(talk("gorky", "2024-04-17 09:00", "10:00"))})).empty());
}

TEST_CASE("an hour with nothing on is a gap, a minute less is none, and a break fills it") {
  const Session morning = talk("gorky", "2024-04-17 10:00", "11:00");
  CHECK(only_day({morning, talk("gorky", "2024-04-17 11:59", "13:00")}).gaps == 0);
  CHECK(only_day({morning, talk("gorky", "2024-04-17 12:00", "13:00")}).gaps == 1);
  CHECK(only_day({morning, talk("gorky", "2024-04-17 12:01", "13:00"), talk("gorky", "2024-04-17 18:00", "19:00")})
            .gaps == 2);
  CHECK(
      only_day({morning, pause(talk("gorky", "2024-04-17 11:00", "12:00")), talk("gorky", "2024-04-17 12:00", "13:00")})
          .gaps == 0);
  // What is still on hides a gap after a shorter one.
  CHECK(only_day({talk("gorky", "2024-04-17 09:00", "14:00"), morning, talk("gorky", "2024-04-17 14:00", "15:00")})
            .gaps == 0);
}

TEST_CASE("a session that starts while an earlier one is on overlaps, one that starts at its end does not") {
  const Session morning = talk("gorky", "2024-04-17 10:00", "12:00");
  CHECK(only_day({morning, talk("gorky", "2024-04-17 12:00", "13:00")}).overlaps == 0);
  CHECK(only_day({morning, talk("gorky", "2024-04-17 11:59", "13:00")}).overlaps == 1);
  CHECK(only_day({morning, talk("gorky", "2024-04-17 10:30", "11:00"), talk("gorky", "2024-04-17 11:30", "12:00")})
            .overlaps == 2);
  CHECK(only_day({morning, talk("gorky", "2024-04-17 11:00", "")}).overlaps == 0);
}

TEST_CASE("a session after midnight belongs to the day before") {
  const Schedule made =
      schedule({"gorky"}, {talk("gorky", "2024-04-17 22:00", "23:00"), talk("gorky", "2024-04-18 04:59", "05:30"),
                           talk("gorky", "2024-04-18 05:00", "06:00")});
  CHECK(hall_days_text(made) ==
        "       2024-04-17             2024-04-18\n"
        "gorky  2, 22:00–05:30, 1 gap  1, 05:00–06:00\n");
}

TEST_CASE("fourteen days are shown, of more the last line tells how many") {
  const auto text = [](int days) {
    std::vector<Session> sessions;
    for (int day = 1; day <= days; ++day) {
      sessions.push_back(
          talk("gorky", std::string("2024-04-") + (day < 10 ? "0" : "") + std::to_string(day) + " 10:00", "11:00"));
    }
    return hall_days_text(schedule({"gorky"}, std::move(sessions)));
  };
  CHECK(text(14).find("2024-04-14") != std::string::npos);
  CHECK(text(14).find("more") == std::string::npos);
  CHECK(text(15).find("2024-04-15") == std::string::npos);
  CHECK(text(15).ends_with("\nand 1 more days\n"));
}

TEST_CASE("the id of a hall steers no terminal") {
  const Schedule made = schedule({"a\x1B[2J\n"}, {talk("a\x1B[2J\n", "2024-04-17 10:00", "11:00")});
  CHECK(hall_days_text(made) == "        2024-04-17\na [2J   1, 10:00–11:00\n");
}

TEST_CASE("as JSON the table is a list with times of the event's zone") {
  const Schedule made =
      schedule({"gorky"}, {talk("gorky", "2024-04-17 10:00", "11:00"), talk("gorky", "2024-04-17 10:30", "11:30")});
  CHECK(hall_days_json(made).dump() ==
        R"([{"hall":"gorky","day":"2024-04-17","sessions":2,"first":"2024-04-17T10:00:00+03:00",)"
        R"("last":"2024-04-17T11:30:00+03:00","overlaps":1,"gaps":0}])");
}
