// What must hold of every agenda, over programmes nobody would write by hand.

#include <algorithm>
#include <random>
#include <tuple>

#include "tests/catch.h"
#include "tests/venue/programme.h"

using namespace kiosk;
using namespace kiosk::programme;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}
  // 0 … sides - 1; by hand, since the standard's distributions differ between libraries.
  int operator()(int sides) { return static_cast<int>(random_() % static_cast<unsigned>(sides)); }

 private:
  std::mt19937 random_;
};

struct Place {
  const char* zone;
  const char* from;
};
// Nights in which clocks jump, and an ordinary one.
constexpr Place places[] = {
    {"Europe/Moscow", "2024-04-16T21:00:00Z"},       {"Europe/Berlin", "2024-03-29T23:00:00Z"},
    {"Europe/Berlin", "2024-10-25T22:00:00Z"},       {"America/New_York", "2024-11-02T04:00:00Z"},
    {"Australia/Lord_Howe", "2024-04-05T13:00:00Z"}, {"Pacific/Apia", "2011-12-29T10:00:00Z"}};

struct Generated {
  Instant from;
  Schedule schedule;
};

// Up to three days, five halls and thirty sessions of every kind.
Generated generate(unsigned seed) {
  Dice dice(seed);
  const Place& place = places[dice(std::size(places))];
  const Instant from = at(place.from);
  Schedule::Parts made;
  made.event.time_zone = find_time_zone(place.zone);
  const int halls = 1 + dice(5);
  for (int i = 0; i < halls; ++i) {
    Hall one = hall(std::string(1, static_cast<char>('a' + i)));
    if (dice(3) == 0) {
      one.delay = HallDelay{minutes(dice(90)), from + minutes(5 * dice(3 * 288))};
    }
    made.halls.push_back(std::move(one));
  }
  const int days = 1 + dice(3);
  const int sessions = dice(31);
  for (int i = 0; i < sessions; ++i) {
    Session one;
    one.id = std::to_string(i);
    for (int rooms = dice(8) == 0 ? 3 : 1; rooms > 0; --rooms) {
      one.halls.push_back(made.halls[static_cast<std::size_t>(dice(halls))].id);
    }
    one.kind = dice(4) != 0 ? SessionKind::session : dice(3) != 0 ? SessionKind::break_ : SessionKind::all_day;
    one.state = dice(5) == 0 ? SessionState::cancelled : SessionState::confirmed;
    one.start = from + minutes(15 * dice(days * 96)) + seconds(dice(20) == 0 ? dice(60) : 0);
    if (const int length = dice(12); length > 1) {
      one.end = one.start + minutes(length == 2 ? 15 * dice(80) : 15 * length);
    } else if (length == 1) {
      one.end = one.start;
    }
    made.sessions.push_back(std::move(one));
  }
  return {from, Schedule(std::move(made))};
}

// All that an agenda tells, bar the instant and the next change.
bool tells_the_same(const Agenda& a, const Agenda& b) {
  const auto same_entry = [](const Elsewhere& x, const Elsewhere& y) {
    return x.hall == y.hall && x.slot == y.slot && x.on_now == y.on_now;
  };
  return a.moment == b.moment && a.hall == b.hall && a.now == b.now && a.pause == b.pause && a.next == b.next &&
         a.after_next == b.after_next && a.all_day == b.all_day &&
         std::equal(a.elsewhere.begin(), a.elsewhere.end(), b.elsewhere.begin(), b.elsewhere.end(), same_entry);
}

bool takes_place(const Schedule& schedule, const Slot& slot, SessionKind kind) {
  const Session& session = schedule.session_of(slot);
  return session.kind == kind && session.state != SessionState::cancelled;
}

std::vector<Slot> slots_on(const Schedule& schedule, const Hall& hall, Instant instant, SessionKind kind) {
  std::vector<Slot> on;
  for (const Slot& slot : schedule.timeline(hall)) {
    if (slot.start <= instant && instant < slot.end && takes_place(schedule, slot, kind)) {
      on.push_back(slot);
    }
  }
  return on;
}

// The rule of Agenda::next once more, as plainly as can be: the best of all that is still to come.
std::optional<Slot> next_by_the_rule(const Schedule& schedule, const Hall& hall, Instant instant) {
  std::optional<Slot> best;
  const auto rank = [&](const Slot& slot) {
    const bool today = event_day(slot.start, schedule.time_zone()) == event_day(instant, schedule.time_zone());
    return std::tuple(!today, schedule.session_of(slot).kind, slot.start);
  };
  for (const Slot& slot : schedule.timeline(hall)) {
    if (slot.start > instant && schedule.session_of(slot).state != SessionState::cancelled &&
        (!best || rank(slot) < rank(*best))) {
      best = slot;
    }
  }
  return best;
}

void check_agenda(const Schedule& schedule, const Agenda& agenda) {
  const Hall& hall = *agenda.hall;
  const Instant instant = agenda.instant;
  // Now.
  REQUIRE((agenda.moment == Moment::on_now) == !agenda.now.empty());
  REQUIRE(std::is_sorted(agenda.now.begin(), agenda.now.end(),
                         [](const Slot& a, const Slot& b) { return a.start > b.start; }));
  for (const Slot& slot : agenda.now) {
    REQUIRE(slot.contains(instant));
    REQUIRE(schedule.session_of(slot).state != SessionState::cancelled);
  }
  const std::vector<Slot> on = slots_on(schedule, hall, instant, SessionKind::session);
  if (!on.empty()) {
    REQUIRE(std::is_permutation(on.begin(), on.end(), agenda.now.begin(), agenda.now.end()));
  }
  // Pause and exhibition.
  for (const auto& [slot, kind] :
       {std::pair(agenda.pause, SessionKind::break_), std::pair(agenda.all_day, SessionKind::all_day)}) {
    if (slot) {
      REQUIRE(slot->contains(instant));
      REQUIRE(takes_place(schedule, *slot, kind));
    }
  }
  // Next.
  REQUIRE(agenda.next == next_by_the_rule(schedule, hall, instant));
  if (agenda.after_next) {
    REQUIRE(agenda.next);
    REQUIRE(agenda.after_next->start > agenda.next->start);
    REQUIRE(takes_place(schedule, *agenda.after_next, SessionKind::session));
  }
  if (agenda.moment == Moment::coming_up) {
    REQUIRE(agenda.next);
    REQUIRE(event_day(agenda.next->start, schedule.time_zone()) == event_day(instant, schedule.time_zone()));
  }
  if (agenda.moment == Moment::event_over) {
    for (const Hall& any : schedule.halls()) {
      REQUIRE_FALSE(next_by_the_rule(schedule, any, instant));
    }
  }
  // Elsewhere.
  for (std::size_t i = 0; i < agenda.elsewhere.size(); ++i) {
    const Elsewhere& entry = agenda.elsewhere[i];
    REQUIRE(entry.hall != agenda.hall);
    REQUIRE(takes_place(schedule, entry.slot, SessionKind::session));
    REQUIRE(entry.slot.contains(instant) == entry.on_now);
    if (!entry.on_now) {
      REQUIRE(entry.slot.start > instant);
      REQUIRE(entry.slot.start - instant <= hours(1));
      REQUIRE(slots_on(schedule, *entry.hall, instant, SessionKind::session).empty());
    }
    for (const Slot& here : agenda.now) {
      REQUIRE(here.session != entry.slot.session);
    }
    for (std::size_t j = 0; j < i; ++j) {
      const Elsewhere& before = agenda.elsewhere[j];
      REQUIRE(before.hall != entry.hall);
      REQUIRE((before.on_now || !entry.on_now));
      if (!before.on_now && !entry.on_now) {
        REQUIRE(before.slot.start <= entry.slot.start);
      }
    }
  }
}

}  // namespace

TEST_CASE("an agenda tells the truth, and the same until its next change") {
  std::size_t changes = 0;
  for (unsigned seed = 0; seed < 300; ++seed) {
    const Generated made = generate(seed);
    const Schedule& schedule = made.schedule;
    const std::string& hall = schedule.halls().front().id;
    Instant instant = made.from - hours(30);
    // From change to change, to the end of the event.
    for (int steps = 0;; ++steps) {
      INFO("seed " << seed << ", at " << format_instant(instant, schedule.time_zone()));
      REQUIRE(steps < 1000);
      const Agenda agenda = agenda_at(schedule, hall, instant);
      check_agenda(schedule, agenda);
      const Agenda again = agenda_at(schedule, hall, instant);
      REQUIRE(tells_the_same(agenda, again));
      REQUIRE(agenda.next_change == again.next_change);
      if (!agenda.next_change) {
        for (const hours later : {hours(1), hours(24), hours(24 * 365), hours(24 * 365 * 50)}) {
          REQUIRE(tells_the_same(agenda, agenda_at(schedule, hall, instant + later)));
        }
        break;
      }
      ++changes;
      REQUIRE(*agenda.next_change > instant);
      for (Instant between = instant + seconds(1); between < *agenda.next_change; between += seconds(17 * 60 + 1)) {
        REQUIRE(tells_the_same(agenda, agenda_at(schedule, hall, between)));
      }
      const Agenda last = agenda_at(schedule, hall, *agenda.next_change - seconds(1));
      REQUIRE(tells_the_same(agenda, last));
      REQUIRE(last.next_change == agenda.next_change);
      instant = *agenda.next_change;
    }
  }
  CHECK(changes > 5000);
}

TEST_CASE("an agenda is right at any instant, not only where something changes") {
  for (unsigned seed = 1000; seed < 1200; ++seed) {
    const Generated made = generate(seed);
    Dice dice(seed);
    for (int i = 0; i < 40; ++i) {
      const Instant instant = made.from + seconds(dice(4 * 86'400));
      const auto hall = static_cast<std::size_t>(dice(static_cast<int>(made.schedule.halls().size())));
      INFO("seed " << seed << ", at " << format_instant(instant, made.schedule.time_zone()) << " in hall " << hall);
      check_agenda(made.schedule, agenda_at(made.schedule, made.schedule.halls()[hall].id, instant));
    }
  }
}

TEST_CASE("every hall's slots stand in order, end after they start, and keep known lengths") {
  for (unsigned seed = 2000; seed < 2300; ++seed) {
    const Schedule schedule = generate(seed).schedule;
    for (const Hall& hall : schedule.halls()) {
      const Timeline& timeline = schedule.timeline(hall);
      REQUIRE(std::is_sorted(timeline.begin(), timeline.end(), [](const Slot& a, const Slot& b) {
        return std::tuple(a.start, -a.end.time_since_epoch()) < std::tuple(b.start, -b.end.time_since_epoch());
      }));
      for (const Slot& slot : timeline) {
        const Session& session = schedule.session_of(slot);
        INFO("seed " << seed << ", session " << session.id);
        REQUIRE(slot.start <= slot.end);
        REQUIRE(slot.end_known == session.end.has_value());
        REQUIRE(slot.start >= session.start);
        if (session.end) {
          // A delay lengthens the one then on and shortens none.
          REQUIRE(slot.end - slot.start >= *session.end - session.start);
        }
        REQUIRE(slot.announced_start != slot.start);
      }
    }
  }
}

TEST_CASE("ten thousand sessions in fifty halls are told rightly") {
  Schedule::Parts made;
  made.event.time_zone = moscow();
  for (int i = 0; i < 50; ++i) {
    made.halls.push_back(hall("hall " + std::to_string(i)));
  }
  // Every hall a session an hour, half of it a break's, two hundred hours long.
  const Instant from = at("2024-04-17 10:00");
  for (int hour = 0; hour < 200; ++hour) {
    for (int i = 0; i < 50; ++i) {
      Session one;
      one.id = std::to_string(i) + " at " + std::to_string(hour);
      one.halls = {made.halls[static_cast<std::size_t>(i)].id};
      one.start = from + hours(hour);
      one.end = one.start + minutes(30);
      made.sessions.push_back(std::move(one));
    }
  }
  const Schedule schedule(std::move(made));
  for (const int hour : {0, 1, 99, 198}) {
    const Agenda on = agenda_at(schedule, "hall 17", from + hours(hour) + minutes(29));
    REQUIRE(ids(schedule, on.now) == Ids{"17 at " + std::to_string(hour)});
    REQUIRE(id(schedule, on.next) == "17 at " + std::to_string(hour + 1));
    REQUIRE(on.elsewhere.size() == 49);
    REQUIRE(on.next_change == from + hours(hour) + minutes(30));
    check_agenda(schedule, on);
  }
  const Agenda over = agenda_at(schedule, "hall 49", from + hours(199) + minutes(30));
  CHECK(over.moment == Moment::event_over);
  CHECK(overlaps(schedule).empty());
}
