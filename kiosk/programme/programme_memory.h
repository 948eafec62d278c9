#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "venue/schedule.h"

namespace kiosk {

// When to believe a feed that no longer has what it had.
struct HoldRules {
  std::chrono::seconds hold{std::chrono::minutes(15)};  // zero: what vanishes in numbers is removed at once
  std::size_t sessions = 5;                             // so many at least,
  std::size_t percent = 10;                             // and so much of the event, vanish in numbers
  int polls = 2;  // a session that vanishes alone is cancelled after so many without it; 0: it is removed at once
  friend bool operator==(const HoldRules&, const HoldRules&) = default;
};

// Sessions that vanished in numbers, and are shown as they were.
struct Hold {
  Instant since;
  Instant until;
  std::size_t sessions = 0;
  std::vector<std::string> halls;  // ids of the halls they are in
  friend bool operator==(const Hold&, const Hold&) = default;
};

// What a feed has said before, for dialects that cannot say themselves what has moved and what is cancelled. Where and
// when a session was first seen is remembered, so that what is shown says `originally`. Sessions that vanish before
// they are over are not simply removed:
//
// - In numbers (HoldRules::sessions and percent, or two or more and all that a hall has ahead), from one poll to the
//   next, they are a fault upstream far more often than a decision: shown as they were for HoldRules::hold, then
//   removed. While a hold is on, whatever vanishes joins it.
// - Else they stay for one poll more and then count as cancelled, except breaks and all-day ones, which are removed.
// - Where their title, which no other session has, stands at another time under an id that is new, they have moved;
//   breaks, and what is over, never have.
// - Where another session takes their time and hall they were replaced: not shown beside it, never held.
//
// Halls are shown with what they were called before (known_halls.h), whatever event they are of.
//
// While the feed's zone is not known nothing is remembered of its sessions, so that its times, told at last, are no
// moves.
// Past sessions and notices are never kept. What is remembered is bounded by the feed, whatever it renews: an id whose
// session is known by another now is forgotten, what was first seen of a session that is gone ends with the event day
// after its own, and of both lists there are never more than four times as many entries as the feed had sessions at
// most; those over the longest go first. A feed that has none of the sessions it had, and others instead or another
// title, is of another event: all is forgotten. Time is a parameter, the system clock's; a clock that is set back
// makes a hold begin anew.
class ProgrammeMemory {
 public:
  struct FirstSeen {
    std::string hall;
    Instant start;
    Instant until;  // when the session ends, as last known
    friend bool operator==(const FirstSeen&, const FirstSeen&) = default;
  };
  struct Vanished {
    Session session;          // as last shown
    std::vector<Hall> halls;  // its own, which may have vanished with it
    int polls = 0;            // without it
    bool replaced = false;
    bool cancelled = false;
    std::optional<Instant> held_since;
    friend bool operator==(const Vanished&, const Vanished&) = default;
  };
  // What has to outlive a restart, beside the last good body: see programme_memory_file.h.
  struct State {
    std::map<std::string, FirstSeen> first_seen;  // by session id
    std::vector<Vanished> vanished;
    std::vector<Hall> halls;  // known_halls.h
    friend bool operator==(const State&, const State&) = default;
  };

  explicit ProgrammeMemory(HoldRules rules = {}) : rules_(rules) {}

  // After a restart: the last good body and what was known beside it. No poll.
  void recall(Schedule::Parts body, State state);
  // A poll brought a body. O(n log n), n being the slots of the body and of what is remembered.
  void read(Schedule::Parts body, Instant now);
  // A poll brought the same body again.
  void confirm(Instant now);

  Schedule::Parts shown() const;
  std::vector<Hold> holds() const;  // by since
  const State& state() const { return state_; }

 private:
  void note_halls_of(const Schedule::Parts& body);
  bool is_another_event(const Schedule::Parts& body, bool any_match) const;
  void note_first_seen(const Schedule::Parts& body, const std::vector<const Session*>& same);
  void step(std::size_t first_new, std::size_t event_size, Instant now);
  std::vector<bool> in_numbers(std::size_t first_new, std::size_t event_size, Instant now) const;
  Session with_originally(Session session) const;
  std::set<std::string_view> body_ids() const;
  void forget_the_past(Instant now);
  void forget_the_surplus();

  HoldRules rules_;
  Schedule::Parts body_;
  State state_;
  std::size_t most_sessions_ = 0;  // of any body of this event
  Instant nothing_past_before_;    // in first_seen
};

}  // namespace kiosk
