#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "venue/schedule.h"

namespace kiosk {

// What kind of moment it is in a hall.
enum class Moment {
  unknown_hall,   // the schedule has no such hall
  no_zone,        // nobody knows the schedule's zone, and so what is on
  on_now,         // one session, or several that overlap
  absent,         // the session announced for now, or for soon, is cancelled or has moved to another hall
  coming_up,      // nothing now, something later this event day
  nothing_today,  // the hall rests this event day; something may come on a later one
  day_over,       // the hall's last session of this event day has ended, the event goes on
  before_event,   // the first event day of the whole venue lies ahead
  event_over,     // nothing more in any hall
};

// What is on, or comes next today, in another hall.
struct Elsewhere {
  const Hall* hall = nullptr;
  Slot slot;
  bool on_now = false;  // false: starts within the hour
};

// A session that does not take place in this hall as it was announced.
struct Absence {
  Slot slot;  // as announced for this hall
  // Null: cancelled. Else where it takes place, and when.
  const Hall* moved_to = nullptr;
  std::optional<Slot> there;
};

// What one hall should show at one instant. Slots are copies; halls point into the schedule, which must
// outlive the agenda.
struct Agenda {
  Moment moment = Moment::unknown_hall;
  const Hall* hall = nullptr;  // null only for an unknown hall
  Instant instant;

  std::vector<Slot> now;           // latest start first; empty unless on_now
  std::optional<Absence> absence;  // only if absent
  // What was announced for the time of `now` or `next` and gave way to it.
  std::vector<Absence> displaced;
  // The break that is on, while something else is the headline: an absence, or what follows within half an hour.
  std::optional<Slot> pause;
  // The earliest later start in this hall; never cancelled. Today's comes before another day's, and then a
  // session before a break before an all-day one: lunch is no answer to "what is next" while a talk follows.
  std::optional<Slot> next;
  std::optional<Slot> after_next;  // the first session that starts after next's start, on whatever day
  std::optional<Slot> all_day;     // an exhibition that is open beside the rest; it is in `now` where nothing else runs
  std::vector<Elsewhere> elsewhere;  // what is on first, then by start; one entry a hall

  // Until this instant all of the above stays as it is, and so do the notices; nothing: for good. At this instant
  // something may change, or nothing. The minutes left are not considered: whoever shows them wakes each minute.
  std::optional<Instant> next_change;
};

// Pure: the same arguments give the same agenda. O(log sessions) for each hall, plus the size of the result.
Agenda agenda_at(const Schedule& schedule, std::string_view hall, Instant instant);

}  // namespace kiosk
