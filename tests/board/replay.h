#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "tests/board/witness.h"

// An event lived through minute by minute before all its screens.
namespace kiosk::replay {

// Every hall's boards, one every `step` from `from` to before `until`: what was wrong, at most a few.
inline std::vector<std::string> faults_of(const Schedule& schedule, Instant from, Instant until,
                                          std::chrono::seconds step = minutes(1)) {
  constexpr std::size_t enough = 20;
  Wordings wordings;
  const Wording& russian = wordings.in("ru");
  std::vector<std::string> faults;
  for (const Hall& hall : schedule.halls()) {
    Witness witness(schedule, hall, russian);
    Situation situation;
    situation.hall = hall.id;
    situation.schedule = &schedule;
    for (situation.instant = from; situation.instant < until; situation.instant += step) {
      const Agenda agenda = agenda_at(schedule, hall.id, situation.instant);
      situation.agenda = &agenda;
      for (std::string& fault : witness.see(agenda, compose_board(situation, russian, wordings))) {
        faults.push_back(std::move(fault));
      }
      if (faults.size() >= enough) {
        return faults;
      }
    }
  }
  return faults;
}

}  // namespace kiosk::replay
