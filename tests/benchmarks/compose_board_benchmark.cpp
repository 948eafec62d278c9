// What a look at the schedule costs: the agenda of a hall, and the board made of it. Run by hand, in a release build.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>

#include "board/compose_board.h"
#include "venue/agenda.h"
#include "venue/parse_instant.h"

namespace {

using kiosk::Instant;
using kiosk::Schedule;
using std::chrono::hours;
using std::chrono::minutes;

Instant first_day() { return *kiosk::parse_instant("2024-04-17T09:00", *kiosk::find_time_zone("Europe/Moscow")); }

enum class Rooms { one_each, all_in_every };

// Half an hour each, one after the other in its hall, all recorded.
Schedule event_of(int sessions, int halls, Rooms rooms) {
  Schedule::Parts parts;
  parts.event.title = "Форум центральных библиотек";
  parts.event.time_zone = kiosk::find_time_zone("Europe/Moscow");
  parts.event.url = kiosk::Link{"https://www.forum.example/2024"};
  std::vector<std::string> all;
  for (int i = 0; i < halls; ++i) {
    kiosk::Hall hall;
    hall.id = "hall-" + std::to_string(i);
    hall.name = "Зал " + std::to_string(i);
    all.push_back(hall.id);
    parts.halls.push_back(std::move(hall));
  }
  for (int i = 0; i < sessions; ++i) {
    kiosk::Session one;
    one.id = "session-" + std::to_string(i);
    one.title = "Экспертная площадка о будущем библиотек " + std::to_string(i);
    one.halls = rooms == Rooms::all_in_every ? all : std::vector{all[static_cast<std::size_t>(i % halls)]};
    one.start = first_day() + minutes(30) * (rooms == Rooms::all_in_every ? i : i / halls);
    one.end = one.start + minutes(30);
    one.recording = kiosk::Link{"https://www.culture.ru/recording/" + std::to_string(i)};
    parts.sessions.push_back(std::move(one));
  }
  return Schedule(std::move(parts));
}

Instant middle_of(const Schedule& schedule) {
  return schedule.span()->start + (schedule.span()->end - schedule.span()->start) / 2;
}

void measure(const char* what, const Schedule& schedule, const std::function<void()>& work) {
  double best = 1e9;
  for (int i = 0; i < 5; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    best = std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
  }
  std::printf("%-40s %5zu sessions, %3zu halls: %9.3f ms\n", what, schedule.sessions().size(), schedule.halls().size(),
              best);
}

void measure_board(const char* what, const Schedule& schedule, Instant instant) {
  kiosk::Wordings wordings;
  const kiosk::Wording& russian = wordings.in("ru");
  kiosk::Situation situation;
  situation.hall = schedule.halls().front().id;
  situation.schedule = &schedule;
  situation.instant = instant;
  measure(what, schedule, [&] { compose_board(situation, russian, wordings); });
}

}  // namespace

int main() {
  measure("schedule out of its parts", event_of(10'000, 50, Rooms::one_each),
          [] { event_of(10'000, 50, Rooms::one_each); });
  const Schedule recorded = event_of(900, 10, Rooms::one_each);
  const Schedule large = event_of(10'000, 50, Rooms::one_each);
  const Schedule plenums = event_of(10'000, 100, Rooms::all_in_every);
  for (const Schedule* schedule : {&recorded, &large, &plenums}) {
    measure("agenda during the event", *schedule,
            [&] { agenda_at(*schedule, schedule->halls().front().id, middle_of(*schedule)); });
  }
  for (const Schedule* schedule : {&recorded, &large, &plenums}) {
    measure_board("board during the event", *schedule, middle_of(*schedule));
  }
  for (const Schedule* schedule : {&recorded, &large}) {
    measure_board("board of recordings, after the event", *schedule, schedule->span()->end + hours(24));
  }
}
