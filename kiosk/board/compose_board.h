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

// All that a board is composed from: what a screen knows at one instant. Pointers are borrowed for the call.
struct Situation {
  Instant instant;                     // of the venue's clock
  std::string hall;                    // as the settings call it; may be empty
  const Schedule* schedule = nullptr;  // null: there has been none yet
  // That hall's agenda at that instant, where the caller has it already; null: it is computed.
  const Agenda* agenda = nullptr;
  bool feed_given = true;  // whether the settings name a feed
  // Where the schedule is stale: the instant, by the venue's clock, up to which it was known to be true.
  std::optional<Instant> as_of;
  std::optional<Problem> failure;  // why there is no (new) schedule
  std::vector<Problem> settings_problems;
  SaidZone time_zone;         // from the settings, for a screen without a schedule
  bool clock_trusted = true;  // false: neither a clock nor a countdown is shown
  bool drift = false;
  // Hours in which the screen is dimmed or dark. An emergency is always shown in full light.
  std::optional<DailyHours> dim;
  std::optional<DailyHours> blank;
  // Of this machine, so that a technician in front of the screen can log in to it.
  std::string host_name;
  std::vector<std::string> addresses;
};

// The board for that situation. Never fails and is never empty: whatever is wrong, it has a hall's name or a hint.
// `wordings` gives the further languages of an emergency, and keeps them for the next board. Draw thread, as Wording
// is.
Board compose_board(const Situation& situation, const Wording& wording, Wordings& wordings);

// The hall that was most likely meant: the one whose id or name is nearest (base/words.h), ignoring case. Null when
// none is near.
const Hall* nearest_hall(const Schedule& schedule, const std::string& hall);

}  // namespace kiosk
