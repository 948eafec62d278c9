#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "settings/settings.h"
#include "venue/schedule.h"

namespace kiosk {

// The languages in which a board is shown by turns: those of the settings, else those of the event, as far as there is
// wording in them; else that of the machine's locale, else English. Never empty, each once. `schedule` may be null.
std::vector<std::string> spoken_languages(const Settings& settings, const Schedule* schedule);

// Index of the language shown at an instant: `count` languages take turns of `turn`, which is positive. Pure.
std::size_t language_at(Instant instant, std::size_t count, std::chrono::seconds turn);

// When the next language's turn begins.
Instant next_language_turn(Instant instant, std::chrono::seconds turn);

}  // namespace kiosk
