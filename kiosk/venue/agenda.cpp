#include "venue/agenda.h"

#include <algorithm>

namespace kiosk {
namespace {

constexpr std::chrono::hours soon{1};
// People come to a door half an hour before: so long an absence counts as what is next, and a break gives way to it.
constexpr std::chrono::minutes door_time{30};

bool meet(const Slot& a, const Slot& b) { return a.start < b.end && b.start < a.end; }

// Answers about one hall at one instant.
class HallView {
 public:
  HallView(const Schedule& schedule, const Hall& hall, Instant instant)
      : schedule_(schedule),
        hall_(hall),
        timeline_(schedule.timeline(hall)),
        instant_(instant),
        day_start_(start_of_event_day(instant, schedule.time_zone())),
        day_end_(next_event_day(instant, schedule.time_zone())) {}

  // Latest start first.
  std::vector<Slot> on_now(SessionKind kind) const { return schedule_.taking_place(hall_, kind).at(instant_); }

  // The hall's own come before those of the whole event.
  std::vector<Slot> breaks_now() const {
    std::vector<Slot> breaks = on_now(SessionKind::break_);
    const auto is_own = [&](const Slot& slot) { return !schedule_.session_of(slot).plenum; };
    if (std::any_of(breaks.begin(), breaks.end(), is_own)) {
      std::erase_if(breaks, [&](const Slot& slot) { return !is_own(slot); });
    }
    return breaks;
  }

  std::optional<Slot> next(SessionKind kind, Instant after) const {
    return schedule_.taking_place(hall_, kind).first_after(after);
  }

  bool today(const Slot& slot) const { return day_start_ <= slot.start && slot.start < day_end_; }

  // Today's comes before another day's; within a day a talk before a coffee, and that before an exhibition.
  std::optional<Slot> next() const {
    std::optional<Slot> later;
    for (const SessionKind kind : {SessionKind::session, SessionKind::break_, SessionKind::all_day}) {
      const std::optional<Slot> slot = next(kind, instant_);
      if (slot && today(*slot)) {
        return slot;
      }
      if (!later) {
        later = slot;
      }
    }
    return later;
  }

  // Cancelled and moved sessions whose announced time holds the instant, or comes within half an hour; by
  // announced start, the latest that has begun first.
  std::vector<Absence> absences() const {
    std::vector<Absence> found;
    const auto consider = [&](const SlotFinder& slots) {
      std::vector<Slot> on = slots.at(instant_);
      for (auto slot = on.rbegin(); slot != on.rend(); ++slot) {
        found.push_back({*slot, nullptr, std::nullopt});
      }
      for (const Slot& slot : slots.starting(instant_, instant_ + door_time)) {
        found.push_back({slot, nullptr, std::nullopt});
      }
    };
    consider(schedule_.cancelled_sessions(hall_));
    const std::size_t cancelled = found.size();
    consider(schedule_.moved_away_slots(hall_));
    std::for_each(found.begin() + static_cast<std::ptrdiff_t>(cancelled), found.end(),
                  [&](Absence& absence) { locate(absence); });
    std::stable_sort(found.begin(), found.end(), [&](const Absence& a, const Absence& b) {
      const bool a_begun = a.slot.contains(instant_);
      const bool b_begun = b.slot.contains(instant_);
      return a_begun != b_begun ? a_begun : a_begun ? a.slot.start > b.slot.start : a.slot.start < b.slot.start;
    });
    return found;
  }

  bool had_something_today() const {
    const auto first = std::partition_point(timeline_.begin(), timeline_.end(),
                                            [&](const Slot& slot) { return slot.start < day_start_; });
    const auto last =
        std::partition_point(first, timeline_.end(), [&](const Slot& slot) { return slot.start <= instant_; });
    return std::any_of(first, last, [&](const Slot& slot) {
      return slot.end <= instant_ && schedule_.session_of(slot).state != SessionState::cancelled;
    });
  }

 private:
  // Where a moved session takes place: the first of its halls that the schedule knows.
  void locate(Absence& absence) const {
    for (const std::string& id : schedule_.session_of(absence.slot).halls) {
      absence.moved_to = absence.moved_to == nullptr ? schedule_.find_hall(id) : absence.moved_to;
    }
    absence.there = schedule_.slot_of(absence.slot.session, *absence.moved_to);
  }

  const Schedule& schedule_;
  const Hall& hall_;
  const Timeline& timeline_;
  Instant instant_;
  Instant day_start_;
  Instant day_end_;
};

// What is on now wins over an absence, and so does what is next in its place until its time has begun; the absence
// is a line beneath then. Otherwise it is what this hall must show, until its time is over or something earlier comes.
void add_absences(const HallView& view, bool next_today, Agenda& agenda) {
  for (Absence& absence : view.absences()) {
    const bool begun = absence.slot.contains(agenda.instant);
    if (!agenda.now.empty()) {
      if (begun) {
        agenda.displaced.push_back(std::move(absence));
      }
    } else if (!begun && next_today && meet(absence.slot, *agenda.next)) {
      agenda.displaced.push_back(std::move(absence));
    } else if (!agenda.absence && (begun || !next_today || absence.slot.start <= agenda.next->start)) {
      agenda.absence = std::move(absence);
    }
  }
}

void add_elsewhere(const Schedule& schedule, Agenda& agenda) {
  const auto shown_here = [&](const Slot& slot) {
    const auto same = [&](const Slot& here) { return here.session == slot.session; };
    return std::any_of(agenda.now.begin(), agenda.now.end(), same) || (agenda.next && same(*agenda.next));
  };
  for (const Hall& hall : schedule.halls()) {
    if (&hall == agenda.hall) {
      continue;
    }
    const SlotFinder sessions = schedule.taking_place(hall, SessionKind::session);
    const std::vector<Slot> now = sessions.at(agenda.instant);
    const std::optional<Slot> next = sessions.first_after(agenda.instant);
    if (const auto news = std::find_if_not(now.begin(), now.end(), shown_here); news != now.end()) {
      agenda.elsewhere.push_back({&hall, *news, true});
    } else if (!now.empty()) {
      continue;
    } else if (next && next->start - agenda.instant <= soon && !shown_here(*next)) {
      agenda.elsewhere.push_back({&hall, *next, false});
    }
  }
  std::stable_sort(agenda.elsewhere.begin(), agenda.elsewhere.end(), [](const Elsewhere& a, const Elsewhere& b) {
    return a.on_now != b.on_now ? a.on_now : !a.on_now && a.slot.start < b.slot.start;
  });
}

std::optional<Instant> next_change(const Schedule& schedule, Instant instant) {
  std::optional<Instant> next;
  const auto consider = [&](Instant candidate) {
    if (candidate > instant && (!next || candidate < *next)) {
      next = candidate;
    }
  };
  // The first of the rising instants that lies more than `ahead` ahead: that is when it comes within it.
  const auto consider_first = [&](const std::vector<Instant>& instants, std::chrono::seconds ahead) {
    const auto first = std::upper_bound(instants.begin(), instants.end(), instant + ahead);
    if (first != instants.end()) {
      consider(*first - ahead);
    }
  };
  consider_first(schedule.turns().edges, std::chrono::seconds(0));
  consider_first(schedule.turns().starts, soon);
  consider_first(schedule.turns().starts, door_time);
  consider_first(schedule.turns().absent_starts, door_time);
  if (const auto span = schedule.span(); span && instant < span->end) {
    consider(next_event_day(instant, schedule.time_zone()));
  }
  return next;
}

}  // namespace

Agenda agenda_at(const Schedule& schedule, std::string_view hall, Instant instant) {
  Agenda agenda;
  agenda.instant = instant;
  agenda.hall = schedule.find_hall(hall);
  if (agenda.hall == nullptr) {
    return agenda;
  }
  agenda.next_change = next_change(schedule, instant);
  if (!schedule.event().time_zone) {
    agenda.moment = Moment::no_zone;
    return agenda;
  }

  const HallView view(schedule, *agenda.hall, instant);
  const auto span = schedule.span();
  agenda.now = view.on_now(SessionKind::session);
  agenda.next = view.next();
  if (agenda.next) {
    agenda.after_next = view.next(SessionKind::session, agenda.next->start);
  }
  const bool next_today = agenda.next && view.today(*agenda.next);
  add_absences(view, next_today, agenda);
  std::vector<Slot> pauses = view.breaks_now();
  if (agenda.now.empty() && !pauses.empty()) {
    if (agenda.absence || (next_today && agenda.next->start - instant <= door_time)) {
      agenda.pause = pauses.front();
    } else {
      agenda.now = std::move(pauses);
    }
  }
  if (std::vector<Slot> all_day = view.on_now(SessionKind::all_day); !all_day.empty()) {
    // Nothing else runs: what is open is what people at this door can see, as a break is.
    const bool soon_another = next_today && agenda.next->start - instant <= door_time;
    if (agenda.now.empty() && !soon_another && !agenda.absence) {
      agenda.now = std::move(all_day);
    } else {
      agenda.all_day = all_day.front();
    }
  }

  if (!agenda.now.empty()) {
    agenda.moment = Moment::on_now;
  } else if (agenda.absence) {
    agenda.moment = Moment::absent;
  } else if (next_today) {
    agenda.moment = Moment::coming_up;
  } else if (!span || instant >= span->end) {
    agenda.moment = span ? Moment::event_over : Moment::nothing_today;
  } else if (event_day(instant, schedule.time_zone()) < event_day(span->start, schedule.time_zone())) {
    agenda.moment = Moment::before_event;
  } else {
    agenda.moment = view.had_something_today() ? Moment::day_over : Moment::nothing_today;
  }
  add_elsewhere(schedule, agenda);
  return agenda;
}

}  // namespace kiosk
