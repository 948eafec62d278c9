#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "board/board.h"
#include "locales/wording.h"
#include "settings/settings.h"
#include "venue/agenda.h"
#include "venue/feed_status.h"
#include "venue/local_time.h"
#include "venue/schedule.h"

namespace kiosk {

// Everything a screen knows at one instant. Pointers are borrowed for the call.
struct Situation {
  Instant instant;                     // of the venue's clock
  std::string hall;                    // id, from the settings; may be empty
  const Schedule* schedule = nullptr;  // null: none was ever seen
  // The schedule's, of that hall at that instant, where the caller has it already; null: it is looked up.
  const Agenda* agenda = nullptr;
  bool feed_given = true;  // whether the settings name a feed
  // Where the schedule is stale: the instant, by the venue's clock, up to which it was known to be true.
  std::optional<Instant> as_of;
  std::optional<Problem> failure;  // why there is no (new) schedule
  std::vector<Problem> settings_problems;
  SaidZone time_zone;         // the settings' own, for a screen without a schedule
  bool clock_trusted = true;  // false: neither a clock nor a countdown is shown
  bool drift = false;
  // Hours of less light; an emergency has all of it.
  std::optional<DailyHours> dim;
  std::optional<DailyHours> blank;
  // For the technician who stands before the screen with a laptop.
  std::string host_name;
  std::vector<std::string> addresses;
};

// The words of the board for that situation. Pure; never fails, never empty: whatever is wrong, there is
// a hall or a hint on the glass. `wordings` has the words of an emergency's further languages, and keeps them from one
// board to the next. Draw thread, because Wording is.
Board compose_board(const Situation& situation, const Wording& wording, Wordings& wordings);

// The hall the technician most likely meant: the nearest (base/words.h) of all ids and names, in whatever case;
// null when none is near.
const Hall* nearest_hall(const Schedule& schedule, const std::string& hall);

}  // namespace kiosk
