#include "board/unknown_zone.h"

#include "tests/board/sample_venue.h"
#include "tests/catch.h"

using namespace kiosk;

namespace {

// The sample forum with its times as they are written, and nobody to say in which zone.
Schedule::Parts parts_without_zone(NoZone why = NoZone::unsaid) {
  Schedule::Parts parts = sample_parts();
  parts.event.time_zone = why;
  const auto as_written = [](Instant& time) { time += std::chrono::hours(3); };
  for (Session& session : parts.sessions) {
    as_written(session.start);
    if (session.end) {
      as_written(*session.end);
    }
  }
  return parts;
}

Board board_at(const std::string& instant, const Schedule& schedule, const std::string& hall = "gorky",
               Situation situation = {}) {
  static const Wording english("en");
  situation.instant = *parse_instant(instant);
  situation.hall = hall;
  situation.schedule = &schedule;
  return composed(situation, english);
}

std::vector<std::string> lines_at(const std::string& instant, const Schedule& schedule) {
  return board_at(instant, schedule).lines;
}

using Lines = std::vector<std::string>;

// One session a day in one hall, from ten, on each of the days of April.
Schedule on_days(std::initializer_list<int> days) {
  Schedule::Parts parts = parts_without_zone();
  parts.sessions.clear();
  for (const int day : days) {
    parts.sessions.push_back(session("s" + std::to_string(day), "gorky", "2024-04-" + std::to_string(day) + "T10:00Z",
                                     "2024-04-" + std::to_string(day) + "T11:00Z", "Talk " + std::to_string(day)));
  }
  return Schedule(parts);
}

// The titles of all pages from that instant on.
std::string titles_from(const std::string& instant, const Schedule& schedule) {
  std::string titles;
  for (int minute = 0; minute < 6; ++minute) {
    const Instant now = *parse_instant(instant) + std::chrono::minutes(minute);
    for (const std::string& line : lines_at(format_instant(now, utc()), schedule)) {
      if (const auto at = line.find("Talk "); at != std::string::npos && titles.find(line.substr(at)) == titles.npos) {
        titles += line.substr(at) + ' ';
      }
    }
  }
  return titles;
}

}  // namespace

TEST_CASE("where nobody knows the zone nothing is on or next, and the day's times stand as they are written") {
  const Schedule schedule(parts_without_zone());
  CHECK(to_text(board_at("2024-04-17T08:00Z", schedule)) ==
        "hall: Gorky Hall\n"
        "event: Forum of Central Libraries\n"
        "mark: Times as announced\n"
        "title: This screen cannot tell what is on now\n"
        "line: Wednesday, 17 April\n"
        "line: 10:00 – 11:30 · Opening\n"
        "line: 11:30 – 12:00 · Coffee\n"
        "line: 12:00 – 13:00 · Culture and People\n"
        "warning: Missing in the settings: time_zone = \"Europe/Berlin\"\n");
}

TEST_CASE("whatever the hour, no hall tells what is on, what is next or what is on elsewhere") {
  for (const NoZone why : {NoZone::unsaid, NoZone::unknown, NoZone::no_rules}) {
    const Schedule schedule(parts_without_zone(why));
    for (const Hall& hall : schedule.halls()) {
      for (int hour = -30; hour < 60; ++hour) {
        const Instant now = *parse_instant("2024-04-17T00:00Z") + std::chrono::hours(hour);
        const Agenda agenda = agenda_at(schedule, hall.id, now);
        CHECK(agenda.moment == Moment::no_zone);
        CHECK(agenda.hall == &hall);
        CHECK(agenda.now.empty());
        CHECK_FALSE((agenda.next || agenda.after_next || agenda.pause || agenda.absence || agenda.all_day));
        CHECK(agenda.elsewhere.empty());
        const Board board = board_at(format_instant(now, utc()), schedule, hall.id);
        CHECK(board.clock.empty());
        CHECK_FALSE((board.next || board.others));
        CHECK_FALSE(board.lines.empty());
        CHECK_FALSE(board.warning.empty());
      }
    }
  }
}

TEST_CASE("what is missing is told by its kind, and a fault of the settings is told before it") {
  const auto problem = [](SaidZone zone) {
    Schedule::Parts parts = sample_parts();
    parts.event.time_zone = zone;
    const auto found = unknown_zone(Schedule(parts));
    return found ? to_string(*found) : "";
  };
  CHECK(problem(NoZone::unsaid).find("write time_zone = \"Europe/Berlin\" in the settings") != std::string::npos);
  CHECK(problem(NoZone::unknown) == problem(NoZone::unsaid));
  CHECK(problem(NoZone::no_rules).find("install tzdata") != std::string::npos);
  CHECK(problem(utc()).empty());
  const Schedule no_rules(parts_without_zone(NoZone::no_rules));
  CHECK(board_at("2024-04-17T08:00Z", no_rules).warning == "Time zone rules are missing: install tzdata");
  Situation situation;
  situation.settings_problems = {{.file = "kiosk.toml", .line = 2, .what = "no zone of that name"}};
  CHECK(board_at("2024-04-17T08:00Z", no_rules, "gorky", situation).warning == "kiosk.toml:2: no zone of that name");
}

TEST_CASE("the days that are listed are those that may be today somewhere on earth, else those to come, else all") {
  const Schedule schedule = on_days({14, 16, 17, 18, 20});
  CHECK(titles_from("2024-04-17T11:00Z", schedule) == "Talk 16 Talk 17 Talk 18 ");  // 16, 23:00 to 18, 01:00
  CHECK(titles_from("2024-04-17T12:00Z", schedule) == "Talk 17 Talk 18 ");          // 17, 00:00 to 18, 02:00
  CHECK(titles_from("2024-04-17T09:30Z", schedule) == "Talk 16 Talk 17 ");          // 16, 21:30 to 17, 23:30
  CHECK(titles_from("2024-04-12T13:00Z", schedule) == "Talk 14 Talk 16 Talk 17 Talk 18 Talk 20 ");
  CHECK(titles_from("2024-05-12T13:00Z", schedule) == "Talk 14 Talk 16 Talk 17 Talk 18 Talk 20 ");
}

TEST_CASE("a day of many sessions is listed in pages of at most six, as even as can be") {
  for (const int count : {6, 7, 12, 13}) {
    Schedule::Parts parts = parts_without_zone();
    parts.sessions.clear();
    for (int i = 0; i < count; ++i) {
      Session one = session("s" + std::to_string(i), "gorky", "2024-04-17T10:00Z", "", "T" + std::to_string(i));
      one.start += std::chrono::minutes(10 * i);
      parts.sessions.push_back(one);
    }
    const Schedule schedule(parts);
    const int pages = (count + 5) / 6;
    std::size_t all = 0;
    for (int minute = 0; minute < pages; ++minute) {
      const Lines lines = lines_at("2024-04-17T13:0" + std::to_string(minute) + "Z", schedule);
      CHECK(lines.size() <= 7);
      CHECK(lines.size() - 1 >= static_cast<std::size_t>(count / pages));
      CHECK((lines.front().find("/") != std::string::npos) == (pages > 1));
      all += lines.size() - 1;
    }
    CHECK(all == static_cast<std::size_t>(count));
  }
}

TEST_CASE("what is cancelled or has moved to another hall says so, and a hall without sessions that it has none") {
  Schedule::Parts parts = parts_without_zone();
  for (Session& one : parts.sessions) {
    if (one.id == "opening") {
      one.state = SessionState::cancelled;
    } else if (one.id == "culture") {
      one.halls = {"multimedia"};
      one.originally = Announced{.hall = "gorky", .start = {}};
    }
  }
  const Schedule changed(parts);
  const Lines lines = lines_at("2024-04-17T08:00Z", changed);
  REQUIRE(lines.size() == 4);
  CHECK(lines[1] == "10:00 – 11:30 · Cancelled: Opening");
  CHECK(lines[3] == "12:00 – 13:00 · → Multimedia Hall: Culture and People");

  parts.sessions.clear();
  const Schedule empty(parts);
  const Board board = board_at("2024-04-17T08:00Z", empty);
  CHECK(board.lines.empty());
  CHECK(board.headlines.front().title == "No sessions in this hall");
  CHECK_FALSE(board.warning.empty());
}

TEST_CASE("without a zone an emergency takes the screen, its hours of less light do not hold, and age is told in UTC") {
  Schedule::Parts parts = parts_without_zone();
  Notice fire;
  fire.id = "fire";
  fire.text = "Leave the building";
  fire.level = NoticeLevel::emergency;
  fire.from = parse_instant("2024-04-17T08:00Z");
  Notice lunch;
  lunch.id = "lunch";
  lunch.text = "Lunch is upstairs";
  parts.notices = {fire, lunch};
  const Schedule schedule(parts);
  Situation situation;
  situation.as_of = parse_instant("2024-04-17T06:42Z");
  situation.blank = DailyHours{std::chrono::hours(0), std::chrono::hours(23)};
  const Board before = board_at("2024-04-17T07:59Z", schedule, "gorky", situation);
  CHECK_FALSE(before.emergency);
  CHECK(before.light == Light::full);
  CHECK(before.as_of == "as of 06:42 UTC");
  CHECK(before.bands.size() == 1);
  const Board after = board_at("2024-04-17T08:00Z", schedule, "gorky", situation);
  CHECK(after.emergency);
  CHECK(after.headlines.front().title == "Leave the building");
  CHECK(after.lines.empty());
}
