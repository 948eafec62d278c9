#include "settings/daily_hours.h"

#include "tests/catch.h"

using namespace kiosk;
using namespace std::chrono_literals;

TEST_CASE("hours within a day hold from their first minute until one minute before their end") {
  const DailyHours hours{13h, 14h + 30min};
  CHECK_FALSE(holds(hours, 0min));
  CHECK_FALSE(holds(hours, 12h + 59min));
  CHECK(holds(hours, 13h));
  CHECK(holds(hours, 13h + 1min));
  CHECK(holds(hours, 14h + 29min));
  CHECK_FALSE(holds(hours, 14h + 30min));
  CHECK_FALSE(holds(hours, 14h + 31min));
  CHECK_FALSE(holds(hours, 23h + 59min));
}

TEST_CASE("hours over midnight hold on both sides of it") {
  const DailyHours hours{22h, 7h};
  CHECK_FALSE(holds(hours, 21h + 59min));
  CHECK(holds(hours, 22h));
  CHECK(holds(hours, 23h + 59min));
  CHECK(holds(hours, 0min));
  CHECK(holds(hours, 6h + 59min));
  CHECK_FALSE(holds(hours, 7h));
  CHECK_FALSE(holds(hours, 7h + 1min));
  CHECK_FALSE(holds(hours, 12h));
}

TEST_CASE("hours that end or begin with the day keep to it") {
  for (const DailyHours& hours : {DailyHours{20h, 24h}, DailyHours{20h, 0h}}) {
    CHECK_FALSE(holds(hours, 19h + 59min));
    CHECK(holds(hours, 20h));
    CHECK(holds(hours, 23h + 59min));
    CHECK_FALSE(holds(hours, 0min));
  }
  const DailyHours morning{0h, 6h};
  CHECK(holds(morning, 0min));
  CHECK(holds(morning, 5h + 59min));
  CHECK_FALSE(holds(morning, 6h));
  CHECK_FALSE(holds(morning, 23h + 59min));
}

TEST_CASE("the whole day holds at every minute, all but one minute at all but that one") {
  int all = 0;
  int all_but_one = 0;
  for (auto minute = 0min; minute < 24h; ++minute) {
    all += holds({0h, 24h}, minute) ? 1 : 0;
    all_but_one += holds({12h + 1min, 12h}, minute) ? 1 : 0;
  }
  CHECK(all == 1440);
  CHECK(all_but_one == 1439);
  CHECK_FALSE(holds({12h + 1min, 12h}, 12h));
}

TEST_CASE("daily hours are two times of a day") {
  CHECK(parse_daily_hours("22:00-07:00") == DailyHours{22h, 7h});
  CHECK(parse_daily_hours("9:05-17:30") == DailyHours{9h + 5min, 17h + 30min});
  CHECK(parse_daily_hours("00:00-23:59") == DailyHours{0h, 23h + 59min});
  CHECK(parse_daily_hours("00:00-24:00") == DailyHours{0h, 24h});
  for (const char* text : {"",
                           "-",
                           "22:00",
                           "22:00-",
                           "-07:00",
                           "22-7",
                           "22:00-7",
                           "2200-0700",
                           "22:0-07:00",
                           "22:00-07:000",
                           "22:60-07:00",
                           "22:00-24:01",
                           "24:00-07:00",
                           "25:00-07:00",
                           "122:00-07:00",
                           "22:00 - 07:00",
                           " 22:00-07:00",
                           "22:00-07:00 ",
                           "22:00\xE2\x80\x93"
                           "07:00",
                           "22:00--7:00",
                           "22:00-+7:00",
                           "22:00-07:00-08:00",
                           "10pm-7am",
                           ":00-07:00",
                           "22:-1-07:00"}) {
    INFO(text);
    CHECK_FALSE(parse_daily_hours(text));
  }
}

TEST_CASE("a time of day has two digits each") {
  CHECK(format_time_of_day(0min) == "00:00");
  CHECK(format_time_of_day(7h) == "07:00");
  CHECK(format_time_of_day(9h + 5min) == "09:05");
  CHECK(format_time_of_day(23h + 59min) == "23:59");
  CHECK(format_time_of_day(24h) == "24:00");
}
