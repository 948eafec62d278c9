#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "locales/wording.h"
#include "venue/schedule.h"

namespace kiosk {

// One difference between two schedules, as the people at a hall's door will notice it.
struct Difference {
  std::string hall{};           // id; empty: all halls, or the event
  std::optional<Instant> at{};  // when it concerns the hall; nothing: at once, or for good
  std::string change{};         // for programs: "added", "cancelled", "moved_to", "notice", …
  std::string session{};        // id; empty: it is not about a session
  std::string words{};  // a line in the wording's language, "Gorky Hall: 14:00 “Opening” — cancelled (illness)"

  friend bool operator==(const Difference&, const Difference&) = default;
};

// What attendees will notice when `now` takes the place of `before`: what concerns all halls first, then hall by hall
// in the order of `now`, each in order of time. Which session is which is what the screens themselves would say
// (venue/changes.h); new ids alone are no difference. A session that moves is told at both doors, and one that takes
// several halls at each of them. Empty: all screens stay as they are. Times are in the zone of `now`, with their date
// where the programme has several days. Pure; the lines are not made safe to print yet (base/printable.h).
std::vector<Difference> diff_in_words(const Schedule& before, const Schedule& now, const Wording& wording);

// A line each, safe to print; where there is none, the one that says so.
std::string differences_text(const std::vector<Difference>& differences, const Wording& wording);

// {"language", "changes": [{"hall", "at", "change", "session", "words"}]}; null for an empty hall, time or session.
nlohmann::ordered_json differences_json(const std::vector<Difference>& differences, const Wording& wording,
                                        SaidZone zone);

}  // namespace kiosk
