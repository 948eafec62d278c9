// What a schedule finds by searching is what a look at every slot of every hall finds.

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "tests/board/generated_event.h"
#include "tests/catch.h"
#include "venue/agenda.h"

using namespace kiosk;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

template <class Chosen>
std::vector<Slot> slots_that(const Timeline& timeline, Chosen chosen) {
  std::vector<Slot> slots;
  std::copy_if(timeline.begin(), timeline.end(), std::back_inserter(slots), chosen);
  return slots;
}

// `slots` are all that the finder searches, in order.
void check_finder(const SlotFinder& finder, const std::vector<Slot>& slots, Instant instant) {
  std::vector<Slot> on = slots_that(slots, [&](const Slot& slot) { return slot.contains(instant); });
  std::reverse(on.begin(), on.end());
  REQUIRE(finder.at(instant) == on);
  const std::vector<Slot> later = slots_that(slots, [&](const Slot& slot) { return slot.start > instant; });
  REQUIRE(finder.first_after(instant) == (later.empty() ? std::nullopt : std::optional(later.front())));
  const Instant until = instant + minutes(30);
  REQUIRE(finder.starting(instant, until) == slots_that(later, [&](const Slot& slot) { return slot.start <= until; }));
}

void check_hall(const Schedule& schedule, const Hall& hall, Instant instant) {
  const auto of = [&](SessionKind kind, bool cancelled) {
    return slots_that(schedule.timeline(hall), [&, kind, cancelled](const Slot& slot) {
      const Session& session = schedule.session_of(slot);
      return session.kind == kind && (session.state == SessionState::cancelled) == cancelled;
    });
  };
  for (const SessionKind kind : {SessionKind::session, SessionKind::break_, SessionKind::all_day}) {
    check_finder(schedule.taking_place(hall, kind), of(kind, false), instant);
  }
  check_finder(schedule.cancelled_sessions(hall), of(SessionKind::session, true), instant);
  check_finder(schedule.moved_away_slots(hall), schedule.moved_away(hall), instant);
}

// The first later instant at which anything in any hall starts, ends, or comes near enough to be told.
std::optional<Instant> next_change_by_scan(const Schedule& schedule, Instant instant) {
  std::optional<Instant> next;
  const auto consider = [&](Instant candidate) {
    if (candidate > instant && (!next || candidate < *next)) {
      next = candidate;
    }
  };
  for (const Hall& hall : schedule.halls()) {
    for (const Slot& slot : schedule.timeline(hall)) {
      const bool cancelled = schedule.session_of(slot).state == SessionState::cancelled;
      if (!cancelled) {
        consider(slot.start - minutes(60));
      }
      consider(slot.start - minutes(30));
      consider(slot.start);
      consider(slot.end);
    }
    for (const Slot& slot : schedule.moved_away(hall)) {
      consider(slot.start - minutes(30));
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

// An event's odd instants, and the very seconds at which something starts or ends.
std::vector<Instant> instants_of(const Schedule& schedule, unsigned seed) {
  Dice dice(seed);
  std::vector<Instant> instants;
  for (int i = 0; i < 60; ++i) {
    instants.push_back(schedule.span()->start + seconds(dice(3 * 86'400)) - hours(8));
  }
  for (const Session& session : schedule.sessions()) {
    if (dice.one_in(8)) {
      instants.insert(instants.end(), {session.start - seconds(1), session.start, session.end.value_or(session.start)});
    }
  }
  return instants;
}

}  // namespace

TEST_CASE("slots found by instant are those that a look at each finds") {
  for (unsigned seed = 100; seed < 110; ++seed) {
    const Schedule schedule = generated_event(seed, "Europe/Moscow", "2024-04-17");
    const Schedule copy = schedule;  // NOLINT(performance-unnecessary-copy-initialization): a copy searches its own
    for (const Instant instant : instants_of(schedule, seed)) {
      INFO("seed " << seed << ", at " << format_instant(instant, schedule.time_zone()));
      for (std::size_t hall = 0; hall < schedule.halls().size(); ++hall) {
        check_hall(schedule, schedule.halls()[hall], instant);
        check_hall(copy, copy.halls()[hall], instant);
      }
    }
  }
}

TEST_CASE("the next change is the one that a look at every slot finds") {
  for (unsigned seed = 200; seed < 240; ++seed) {
    const bool in_berlin = seed % 2 == 0;
    const Schedule schedule =
        generated_event(seed, in_berlin ? "Europe/Berlin" : "Europe/Moscow", in_berlin ? "2024-03-30" : "2024-04-17");
    for (const Instant instant : instants_of(schedule, seed)) {
      INFO("seed " << seed << ", at " << format_instant(instant, schedule.time_zone()));
      const std::string& hall = schedule.halls()[seed % schedule.halls().size()].id;
      REQUIRE(agenda_at(schedule, hall, instant).next_change == next_change_by_scan(schedule, instant));
    }
  }
}

TEST_CASE("a session's slot in a hall is found whether the hall runs late or not") {
  for (unsigned seed = 300; seed < 310; ++seed) {
    const Schedule schedule = generated_event(seed, "Europe/Moscow", "2024-04-17");
    for (const Hall& hall : schedule.halls()) {
      CHECK(schedule.find_hall(hall.id) == &hall);
      std::vector<std::optional<Slot>> by_session(schedule.sessions().size());
      for (const Slot& slot : schedule.timeline(hall)) {
        by_session[slot.session] = slot;
      }
      for (std::size_t session = 0; session < by_session.size(); ++session) {
        REQUIRE(schedule.slot_of(session, hall) == by_session[session]);
      }
    }
    CHECK(schedule.find_hall("hall-") == nullptr);
    CHECK(schedule.find_hall("hall-9") == nullptr);
    CHECK(schedule.find_hall("") == nullptr);
  }
}
