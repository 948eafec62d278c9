// Whole days before every hall's screen, over events where all that happens at events does.

#include "tests/board/replay.h"

#include <functional>

#include "tests/board/generated_event.h"
#include "tests/board/sample_venue.h"
#include "tests/catch.h"

using namespace kiosk;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using Faults = std::vector<std::string>;

namespace {

Faults faults_of(unsigned seed, const char* zone, const std::string& first_day, hours from, hours until,
                 seconds step = minutes(1)) {
  const Schedule schedule = generated_event(seed, zone, first_day);
  const Instant midnight = *parse_instant(first_day + "T00:00", schedule.time_zone());
  return replay::faults_of(schedule, midnight + from, midnight + until, step);
}

const Wording& russian() {
  static const Wording wording("ru");
  return wording;
}

Board board_at(const Schedule& schedule, const std::string& instant) {
  Situation situation;
  situation.instant = at(instant);
  situation.hall = "gorky";
  situation.schedule = &schedule;
  return composed(situation, russian());
}

// What a witness who knows `schedule` holds against this board of the hall gorky.
Faults held_against(const Board& board, const Schedule& schedule, const std::string& instant) {
  replay::Witness witness(schedule, schedule.halls().front(), russian());
  return witness.see(agenda_at(schedule, "gorky", at(instant)), board);
}

}  // namespace

TEST_CASE("no minute up to an event's first night has an empty or wrong or contradicting board") {
  CHECK(faults_of(1, "Europe/Moscow", "2024-04-17", hours(-19), hours(29)) == Faults{});
}

TEST_CASE("no minute from an event's second day on has an empty or wrong or contradicting board") {
  CHECK(faults_of(1, "Europe/Moscow", "2024-04-17", hours(29), hours(77)) == Faults{});
}

TEST_CASE("nights in which clocks jump have no wrong minute") {
  CHECK(faults_of(2, "Europe/Berlin", "2024-03-30", hours(20), hours(32)) == Faults{});
  CHECK(faults_of(3, "Europe/Berlin", "2024-10-26", hours(20), hours(32)) == Faults{});
}

TEST_CASE("whatever the event, boards are right at odd seconds, too") {
  for (unsigned seed = 4; seed < 9; ++seed) {
    INFO("seed " << seed);
    CHECK(faults_of(seed, "Europe/Moscow", "2024-04-17", hours(-19), hours(77), seconds(1009)) == Faults{});
  }
}

TEST_CASE("a board says as much in every language shipped") {
  const Schedule schedule = generated_event(1, "Europe/Moscow", "2024-04-17");
  const Instant from = *parse_instant("2024-04-16T05:00", schedule.time_zone());
  for (const std::string& language : Wording::languages()) {
    const Wording wording(language);
    Situation situation;
    situation.schedule = &schedule;
    situation.hall = "hall-3";
    for (situation.instant = from; situation.instant < from + hours(96); situation.instant += minutes(17)) {
      INFO(language << " at " << format_instant(situation.instant, schedule.time_zone()));
      const Board board = composed(situation, wording);
      const Board expected = composed(situation, russian());
      REQUIRE(to_text(board).find('{') == std::string::npos);
      REQUIRE(board.headlines.size() == expected.headlines.size());
      for (std::size_t i = 0; i < board.headlines.size(); ++i) {
        REQUIRE_FALSE(board.headlines[i].mark.word.empty());
        REQUIRE_FALSE(board.headlines[i].title.empty());
        REQUIRE(board.headlines[i].times.empty() == expected.headlines[i].times.empty());
        REQUIRE(board.headlines[i].details.size() == expected.headlines[i].details.size());
      }
      REQUIRE(board.next.has_value() == expected.next.has_value());
      REQUIRE(board.others.has_value() == expected.others.has_value());
      REQUIRE(board.recordings.size() == expected.recordings.size());
    }
  }
}

TEST_CASE("the witness sees what is wrong with a board") {
  const std::string instant = "2024-04-17T10:42";
  const Schedule schedule(sample_parts());
  const Board good = board_at(schedule, instant);
  REQUIRE(held_against(good, schedule, instant) == Faults{});
  const std::vector<std::pair<std::string, std::function<void(Board&)>>> wrongs{
      {"the clock shows 10:41", [](Board& board) { board.clock = "10:41"; }},
      {"a board without hall, event or headline",
       [](Board& board) {
         board.event.clear();
         board.date.clear();
       }},
      {"a board without hall, event or headline", [](Board& board) { board.hall = "Мультимедийный зал"; }},
      {"an empty headline", [](Board& board) { board.headlines[0].mark.word.clear(); }},
      {"a progress of 1001", [](Board& board) { board.headlines[0].progress = 1001; }},
      {"a pattern that is not filled in", [](Board& board) { board.as_of = "по данным на {time}"; }},
      {"now: Культура и люди is not on", [](Board& board) { board.headlines[0].title = "Культура и люди"; }},
      {"now: Открытие форума ends до 11:00 · ещё 48 мин",
       [](Board& board) { board.headlines[0].times = "до 11:00 · ещё 48 мин"; }},
      {"49 minutes to the end of opening", [](Board& board) { board.headlines[0].times = "до 11:30 · ещё 49 мин"; }},
      {"a session is on, the board says \"Через 78 минут\"",
       [](Board& board) {
         board.headlines[0].mark = {Tone::accent, Icon::clock, "Через 78 минут"};
       }},
      {"next: 10:00 Открытие форума does not come then",
       [](Board& board) {
         board.next = NextSession{"Далее", "10:00", "Открытие форума", "", {}};
       }},
      {"next: 12:05 Культура и люди does not come then", [](Board& board) { board.next->time = "12:05"; }},
      {"next: Мероприятие Министерства is not the next",
       [](Board& board) {
         board.next = NextSession{"Далее", "10:00", "Мероприятие Министерства", "", {}};
       }},
      {"other halls: Горьковский зал once more", [](Board& board) { board.others->halls[0].hall = "Горьковский зал"; }},
      {"other halls: Мультимедийный зал once more",
       [](Board& board) { board.others->halls.push_back(board.others->halls[0]); }},
      {"other halls: Мультимедийный зал has no Культура и люди",
       [](Board& board) { board.others->halls[0].title = "Культура и люди"; }},
      {"other halls: Лаборатория is on, not soon", [](Board& board) { board.others->label = "Скоро в других залах"; }},
  };
  for (const auto& [fault, make_wrong] : wrongs) {
    Board board = good;
    make_wrong(board);
    const Faults faults = held_against(board, schedule, instant);
    INFO(fault);
    REQUIRE_FALSE(faults.empty());
    CHECK(faults.front() == "2024-04-17T10:42:00+03:00 gorky: " + fault);
  }
}

TEST_CASE("the witness sees a board of an older schedule") {
  const std::string instant = "2024-04-17T11:30";
  const Board old = board_at(Schedule(sample_parts()), instant);  // the coffee is on, then comes "Культура и люди"
  REQUIRE(held_against(old, Schedule(sample_parts()), instant) == Faults{});
  const auto faults_once = [&](const std::function<void(Session&)>& change) {
    Schedule::Parts parts = sample_parts();
    change(parts.sessions[2]);
    return held_against(old, Schedule(parts), instant);
  };
  const std::string fault = "2024-04-17T11:30:00+03:00 gorky: coming: Культура и люди is not the next";
  const Faults cancelled = faults_once([](Session& session) { session.state = SessionState::cancelled; });
  REQUIRE_FALSE(cancelled.empty());
  CHECK(cancelled.front() == fault);
  const Faults moved = faults_once([](Session& session) {
    session.halls = {"multimedia"};
    session.originally = Announced{"gorky", std::nullopt};
  });
  REQUIRE_FALSE(moved.empty());
  CHECK(moved.front() == fault);
  const Faults later = faults_once([](Session& session) { session.start += minutes(5); });
  REQUIRE_FALSE(later.empty());
  CHECK(later.front() == "2024-04-17T11:30:00+03:00 gorky: coming: Культура и люди at ~~ 12:00 – 13:00");
}

TEST_CASE("the witness sees what changes without a reason, and minutes left that rise") {
  const Schedule schedule(sample_parts());
  replay::Witness witness(schedule, schedule.halls().front(), russian());
  const auto see = [&](const std::string& instant, const std::function<void(Board&)>& change) {
    Board board = board_at(schedule, instant);
    change(board);
    return witness.see(agenda_at(schedule, "gorky", at(instant)), board);
  };
  const auto nothing = [](Board&) {};
  CHECK(see("2024-04-17T10:42", nothing).empty());
  CHECK(see("2024-04-17T10:43", nothing).empty());
  const Faults changed = see("2024-04-17T10:44", [](Board& board) { board.headlines[0].track = "Трек № 2"; });
  REQUIRE(changed.size() == 1);
  CHECK(changed.front().find("2024-04-17T10:44:00+03:00 gorky: changes without a change") == 0);
  const Faults risen = see("2024-04-17T10:45", [](Board& board) {
    board.headlines[0].track = "Трек № 2";
    board.headlines[0].times = "до 11:30 · ещё 1 ч 5 мин";
  });
  CHECK(risen == Faults{"2024-04-17T10:45:00+03:00 gorky: 65 minutes to the end of opening",
                        "2024-04-17T10:45:00+03:00 gorky: minutes to the end of opening rise"});
}
