#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "venue/hall.h"
#include "venue/local_text.h"
#include "venue/local_time.h"

namespace kiosk {

enum class SessionKind {
  session,  // a talk, a panel, a workshop
  break_,   // coffee, lunch: what is next matters more than it
  all_day,  // an exhibition: stands beside the others and overlaps none
};

enum class SessionState { confirmed, cancelled, full };

struct Speaker {
  LocalText name;
  LocalText role;     // position and organisation; may be empty
  std::string photo;  // a picture's absolute address, an URL or a path; may be empty
  friend bool operator==(const Speaker&, const Speaker&) = default;
};

// Where and when a session was first announced.
struct Announced {
  std::string hall;  // empty: in this hall
  std::optional<Instant> start;
  friend bool operator==(const Announced&, const Announced&) = default;
};

// How long a session lasts at most that has no end and nothing after it in its hall: a talk ends before the day does.
inline constexpr std::chrono::hours longest_open_end{4};

struct Session {
  std::string id;
  SessionKind kind = SessionKind::session;
  std::vector<std::string> halls;  // hall ids, one or more; several for a plenum without a room of its own
  bool plenum = false;             // for everyone: halls that are not among `halls` send people to the first of them
  Instant start;
  std::optional<Instant> end;  // exclusive; absent: until the hall's next start, longest_open_end at most
  LocalText title;
  LocalText subtitle;
  LocalText track;
  std::string language;  // spoken in the hall, BCP 47; may be empty
  std::vector<Speaker> speakers;
  // Three cases of the feed: an object is that page, absent is the hall's, null is "not broadcast".
  std::optional<Link> broadcast;
  bool not_broadcast = false;
  std::optional<Link> recording;
  SessionState state = SessionState::confirmed;
  LocalText reason;      // why cancelled, moved, full
  std::string overflow;  // hall id where there is still room; may be empty
  std::optional<Announced> originally;
  friend bool operator==(const Session&, const Session&) = default;
};

}  // namespace kiosk
