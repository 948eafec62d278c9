#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "settings/settings.h"
#include "venue/schedule.h"

namespace kiosk {

// The languages a board speaks in turn: those of the settings, else of the event, that there is wording in; else
// that of the machine's locale, else English. Never empty, none twice. `schedule` may be null.
std::vector<std::string> spoken_languages(const Settings& settings, const Schedule* schedule);

// Which of `count` languages stands at an instant, each for `turn`, which is positive. Pure.
std::size_t language_at(Instant instant, std::size_t count, std::chrono::seconds turn);

// The instant of the next language's turn.
Instant next_language_turn(Instant instant, std::chrono::seconds turn);

}  // namespace kiosk
