#pragma once

#include <algorithm>
#include <random>
#include <string>

#include "venue/parse_instant.h"
#include "venue/schedule.h"

namespace kiosk {

// 0 … sides - 1; by hand, since the standard's distributions differ between libraries.
class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}
  int operator()(int sides) { return static_cast<int>(random_() % static_cast<unsigned>(sides)); }
  bool one_in(int sides) { return (*this)(sides) == 0; }

 private:
  std::mt19937 random_;
};

// A feed nobody would write by hand: 200 sessions in 8 halls on two days, among them breaks, exhibitions, plenums,
// evenings past midnight, open ends, overlaps, full halls, what was cancelled, moved or delayed, halls that run
// late, and notices. The same seed gives the same event. `first_day`: "2024-04-17".
inline Schedule generated_event(unsigned seed, const char* zone, const std::string& first_day) {
  using std::chrono::hours;
  using std::chrono::minutes;
  constexpr int halls = 8;
  constexpr int sessions = 200;
  Dice dice(seed);
  Schedule::Parts parts;
  parts.event.title = "Форум";
  parts.event.time_zone = find_time_zone(zone);
  parts.event.languages = {"ru", "en"};
  const Instant day_starts[] = {*parse_instant(first_day + "T09:00", *parts.event.time_zone),
                                *parse_instant(first_day + "T09:00", *parts.event.time_zone) + hours(24)};
  for (int i = 0; i < halls; ++i) {
    Hall hall;
    hall.id = "hall-" + std::to_string(i);
    hall.name = "Зал " + std::to_string(i);
    hall.place = std::to_string(i) + " этаж";
    if (dice.one_in(2)) {
      hall.broadcast = Link{"https://forum.example/live/" + std::to_string(i)};
    }
    if (dice.one_in(3)) {
      hall.delay = HallDelay{minutes(5 * dice(10)), day_starts[dice(2)] + minutes(5 * dice(120))};
    }
    parts.halls.push_back(hall);
  }
  const auto hall_at = [&](int i) { return parts.halls[static_cast<std::size_t>(i)].id; };

  Instant free_from[halls][2];  // when the hall's programme of the day so far is over
  for (auto& days : free_from) {
    days[0] = day_starts[0] + minutes(15 * dice(8));
    days[1] = day_starts[1] + minutes(15 * dice(8));
  }
  for (int i = 0; i < sessions; ++i) {
    const int hall = i % halls;
    const int day = i / halls % 2;
    Instant& free = free_from[hall][day];
    Session one;
    one.id = "s" + std::to_string(i);
    one.title = "Доклад " + std::to_string(i);
    one.halls = {hall_at(hall)};
    one.start = free + minutes(dice.one_in(2) ? 0 : 5 * dice(8));
    if (dice.one_in(12)) {
      one.start -= minutes(5 * dice(6));  // overlaps the one before
    }
    if (dice.one_in(25)) {
      one.start += std::chrono::seconds(dice(60));
    }
    if (i >= sessions - 2 * halls) {
      one.start = std::max(one.start, day_starts[day] + hours(13) + minutes(30));  // late in the evening
    }
    const auto length = minutes(dice.one_in(30) ? 0 : 15 + 5 * dice(16));
    if (!dice.one_in(12)) {
      one.end = one.start + (i >= sessions - 2 * halls ? hours(2) + length : length);
    }
    free = one.end.value_or(one.start + length);

    if (dice.one_in(8)) {
      one.kind = SessionKind::break_;
      one.title = dice.one_in(2) ? LocalText() : one.title;
    } else if (dice.one_in(40)) {
      one.kind = SessionKind::all_day;
    } else if (dice.one_in(12)) {
      one.halls.push_back(hall_at((hall + 1 + dice(halls - 1)) % halls));  // a plenum
    }
    if (dice.one_in(10)) {
      one.state = SessionState::cancelled;
      one.reason = "Докладчик не смог приехать.";
    } else if (dice.one_in(12)) {
      one.state = SessionState::full;
      one.overflow = dice.one_in(2) ? hall_at(dice(halls)) : "";
    }
    if (dice.one_in(9)) {
      one.originally = Announced{dice.one_in(2) ? hall_at(dice(halls)) : "",
                                 dice.one_in(2) ? std::optional(one.start - minutes(5 * dice(30))) : std::nullopt};
    }
    if (dice.one_in(4)) {
      one.recording = Link{"https://forum.example/recording/" + std::to_string(i)};
    }
    if (dice.one_in(5)) {
      one.broadcast = Link{"https://forum.example/session/" + std::to_string(i)};
    }
    one.not_broadcast = !one.broadcast && dice.one_in(6);
    one.speakers.assign(static_cast<std::size_t>(dice(7)), Speaker{"Анна Орлова", "директор", ""});
    parts.sessions.push_back(std::move(one));
  }

  for (const NoticeLevel level : {NoticeLevel::info, NoticeLevel::warning, NoticeLevel::emergency}) {
    Notice notice;
    notice.id = "n" + std::to_string(static_cast<int>(level));
    notice.level = level;
    notice.text = "Автобус у входа";
    notice.halls = {hall_at(dice(halls)), hall_at(dice(halls))};
    notice.from = day_starts[dice(2)] + minutes(dice(500));
    notice.until = *notice.from + minutes(1 + dice(50));
    parts.notices.push_back(notice);
  }
  return Schedule(std::move(parts));
}

}  // namespace kiosk
