#include "venue/agenda.h"

#include <algorithm>

namespace kiosk {
namespace {

constexpr std::chrono::hours soon{1};
// People come to a door half an hour before; so long an absence counts as what is next.
constexpr std::chrono::minutes absence_notice{30};

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

  bool takes_place(const Slot& slot, SessionKind kind) const {
    const Session& session = schedule_.session_of(slot);
    return session.kind == kind && session.state != SessionState::cancelled;
  }

  // Latest start first.
  std::vector<Slot> on_now(SessionKind kind) const {
    std::vector<Slot> now;
    std::copy_if(timeline_.rbegin(), timeline_.rend(), std::back_inserter(now),
                 [&](const Slot& slot) { return slot.contains(instant_) && takes_place(slot, kind); });
    return now;
  }

  std::optional<Slot> next(SessionKind kind, Instant after) const {
    const auto found = std::find_if(timeline_.begin(), timeline_.end(),
                                    [&](const Slot& slot) { return slot.start > after && takes_place(slot, kind); });
    return found == timeline_.end() ? std::nullopt : std::optional(*found);
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
    const auto consider = [&](const Slot& slot) {
      if (slot.contains(instant_) || (slot.start > instant_ && slot.start - instant_ <= absence_notice)) {
        found.push_back({slot, nullptr, std::nullopt});
        return true;
      }
      return false;
    };
    for (const Slot& slot : timeline_) {
      const Session& session = schedule_.session_of(slot);
      if (session.state == SessionState::cancelled && session.kind == SessionKind::session) {
        consider(slot);
      }
    }
    for (const Slot& slot : schedule_.moved_away(hall_)) {
      if (consider(slot)) {
        locate(found.back());
      }
    }
    std::stable_sort(found.begin(), found.end(), [&](const Absence& a, const Absence& b) {
      const bool a_begun = a.slot.contains(instant_);
      const bool b_begun = b.slot.contains(instant_);
      return a_begun != b_begun ? a_begun : a_begun ? a.slot.start > b.slot.start : a.slot.start < b.slot.start;
    });
    return found;
  }

  bool had_something_today() const {
    return std::any_of(timeline_.begin(), timeline_.end(), [&](const Slot& slot) {
      return slot.end <= instant_ && today(slot) && schedule_.session_of(slot).state != SessionState::cancelled;
    });
  }

 private:
  // Where a moved session takes place: the first of its halls that the schedule knows.
  void locate(Absence& absence) const {
    for (const std::string& id : schedule_.session_of(absence.slot).halls) {
      absence.moved_to = absence.moved_to == nullptr ? schedule_.find_hall(id) : absence.moved_to;
    }
    for (const Slot& slot : schedule_.timeline(*absence.moved_to)) {
      if (slot.session == absence.slot.session) {
        absence.there = slot;
      }
    }
  }

  const Schedule& schedule_;
  const Hall& hall_;
  const Timeline& timeline_;
  Instant instant_;
  Instant day_start_;
  Instant day_end_;
};

// What is on now wins over an absence, and so does what is next in its place until its time has begun; the absence
// is a line beneath then. Otherwise it is what this hall must tell, until its time is over or something earlier comes.
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
  const auto told_here = [&](const Slot& slot) {
    const auto same = [&](const Slot& here) { return here.session == slot.session; };
    return std::any_of(agenda.now.begin(), agenda.now.end(), same) || (agenda.next && same(*agenda.next));
  };
  for (const Hall& hall : schedule.halls()) {
    if (&hall == agenda.hall) {
      continue;
    }
    const HallView view(schedule, hall, agenda.instant);
    const std::vector<Slot> now = view.on_now(SessionKind::session);
    const std::optional<Slot> next = view.next(SessionKind::session, agenda.instant);
    if (const auto news = std::find_if_not(now.begin(), now.end(), told_here); news != now.end()) {
      agenda.elsewhere.push_back({&hall, *news, true});
    } else if (!now.empty()) {
      continue;
    } else if (next && next->start - agenda.instant <= soon && !told_here(*next)) {
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
  for (const Hall& hall : schedule.halls()) {
    for (const Slot& slot : schedule.timeline(hall)) {
      const bool cancelled = schedule.session_of(slot).state == SessionState::cancelled;
      consider(slot.start - (cancelled ? absence_notice : soon));
      consider(slot.start);
      consider(slot.end);
    }
    for (const Slot& slot : schedule.moved_away(hall)) {
      consider(slot.start - absence_notice);
      consider(slot.start);
      consider(slot.end);
    }
  }
  for (const Notice& notice : schedule.notices()) {
    consider(notice.from.value_or(instant));
    consider(notice.until.value_or(instant));
  }
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

  const HallView view(schedule, *agenda.hall, instant);
  const auto span = schedule.span();
  agenda.now = view.on_now(SessionKind::session);
  agenda.next = view.next();
  if (agenda.next) {
    agenda.after_next = view.next(SessionKind::session, agenda.next->start);
  }
  const bool next_today = agenda.next && view.today(*agenda.next);
  add_absences(view, next_today, agenda);
  std::vector<Slot> pauses = view.on_now(SessionKind::break_);
  if (agenda.now.empty() && !pauses.empty()) {
    if (next_today || agenda.absence) {
      agenda.pause = pauses.front();
    } else {
      agenda.now = std::move(pauses);
    }
  }
  if (std::vector<Slot> all_day = view.on_now(SessionKind::all_day); !all_day.empty()) {
    if (agenda.now.empty() && !next_today && !agenda.absence) {
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
