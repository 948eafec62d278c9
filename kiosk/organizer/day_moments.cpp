#include "organizer/day_moments.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "venue/agenda.h"

namespace kiosk {
namespace {

using Notices = std::vector<const Notice*>;

Notices notices_at(const Schedule& schedule, const Agenda& agenda) {
  Notices notices;
  for (const Notice& notice : schedule.notices()) {
    if (agenda.hall != nullptr && stands(notice, agenda.hall->id, agenda.instant)) {
      notices.push_back(&notice);
    }
  }
  return notices;
}

bool alike(const Absence& a, const Absence& b) {
  return a.slot == b.slot && a.moved_to == b.moved_to && a.there == b.there;
}

bool alike(const Agenda& a, const Agenda& b) {
  const bool same_absence =
      a.absence.has_value() == b.absence.has_value() && (!a.absence || alike(*a.absence, *b.absence));
  const bool same_displaced = std::equal(a.displaced.begin(), a.displaced.end(), b.displaced.begin(), b.displaced.end(),
                                         [](const Absence& x, const Absence& y) { return alike(x, y); });
  return a.moment == b.moment && a.now == b.now && same_absence && same_displaced && a.pause == b.pause &&
         a.next == b.next && a.all_day == b.all_day;
}

}  // namespace

std::vector<Instant> day_moments(const Schedule& schedule, std::string_view hall, date::local_days day) {
  const Instant begin = to_instant(day + event_day_turn, schedule.time_zone());
  const Instant end = next_event_day(begin, schedule.time_zone());
  std::vector<Instant> moments{begin};
  Agenda shown = agenda_at(schedule, hall, begin);
  for (auto at = shown.next_change; at && *at < end;) {
    Agenda agenda = agenda_at(schedule, hall, *at);
    at = agenda.next_change;
    if (!alike(shown, agenda) || notices_at(schedule, shown) != notices_at(schedule, agenda)) {
      moments.push_back(agenda.instant);
      shown = std::move(agenda);
    }
  }
  return moments;
}

}  // namespace kiosk
