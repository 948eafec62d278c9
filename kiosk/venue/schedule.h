#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "venue/hall.h"
#include "venue/local_text.h"
#include "venue/local_time.h"
#include "venue/notice.h"
#include "venue/session.h"

namespace kiosk {

// Colours of the event's own, 0xRRGGBB; what is absent is the screen's.
struct EventColors {
  std::optional<std::uint32_t> background;
  std::optional<std::uint32_t> accent;
  friend bool operator==(const EventColors&, const EventColors&) = default;
};

struct Event {
  LocalText title;
  LocalText short_title;  // for the line under the hall's name; may be empty
  TimeZone time_zone = nullptr;
  std::vector<std::string> languages;  // BCP 47, the first one first; may be empty
  std::optional<Link> url;
  std::string logo;  // a picture's absolute address, an URL or a path; may be empty
  EventColors colors;
  friend bool operator==(const Event&, const Event&) = default;
};

// One session in one hall, at the times it will really take place there: an absent end filled in, the
// hall's delay applied.
struct Slot {
  std::size_t session = 0;  // index into Schedule::sessions
  Instant start;
  Instant end;            // exclusive
  bool end_known = true;  // false: filled in, so no minutes left are promised
  // The start as printed in the programme, where the hall's delay or `originally` moved it; never `start`.
  std::optional<Instant> announced_start;
  bool contains(Instant instant) const { return start <= instant && instant < end; }
  friend bool operator==(const Slot&, const Slot&) = default;
};

// The sessions of one hall in order of start; of equal starts, the longer first. Cancelled ones are in it.
using Timeline = std::vector<Slot>;

// Everything the feed says, whole and immutable once made: readers hand it over as
// std::shared_ptr<const Schedule> and any thread may read it.
class Schedule {
 public:
  struct Parts {
    Event event;
    std::vector<Hall> halls;
    std::vector<Session> sessions;
    std::vector<Notice> notices;
    friend bool operator==(const Parts&, const Parts&) = default;
  };

  // Expects what a reader has checked: unique hall ids, unique session ids, every session in at least
  // one known hall, every end after or at its start. A missing time zone becomes UTC. O(n log n).
  explicit Schedule(Parts parts);

  const Event& event() const { return parts_.event; }
  const std::vector<Hall>& halls() const { return parts_.halls; }
  const std::vector<Session>& sessions() const { return parts_.sessions; }
  const std::vector<Notice>& notices() const { return parts_.notices; }
  TimeZone time_zone() const { return parts_.event.time_zone; }

  // Null when the feed has no hall of that id.
  const Hall* find_hall(std::string_view id) const;

  // Precondition: `hall` is one of halls().
  const Timeline& timeline(const Hall& hall) const;

  // What was first announced for this hall and takes place in another, at the times announced: whoever
  // comes to this door must be sent on. Cancelled ones are not among it. Precondition as above.
  const Timeline& moved_away(const Hall& hall) const;

  const Session& session_of(const Slot& slot) const { return parts_.sessions[slot.session]; }

  // The page to open for a session that takes place in `hall`; nothing for breaks and what is not broadcast.
  std::optional<Link> broadcast_of(const Session& session, const Hall& hall) const;

  // From the start of the first session to the end of the last; nothing where there is no session.
  struct Span {
    Instant start;
    Instant end;
  };
  std::optional<Span> span() const { return span_; }

  friend bool operator==(const Schedule& a, const Schedule& b) { return a.parts_ == b.parts_; }

 private:
  Parts parts_;
  std::vector<Timeline> timelines_;   // beside halls
  std::vector<Timeline> moved_away_;  // beside halls
  std::optional<Span> span_;
};

// A session that starts while an earlier one is on in its hall: an organizer's slip more often than a
// wish, so `check` warns of each. Of several earlier ones, the one that ends last. All-day, break and
// cancelled ones never count, nor do open ends and zero lengths.
struct Overlap {
  const Hall* hall;
  const Session* earlier;
  const Session* later;
};
std::vector<Overlap> overlaps(const Schedule& schedule);

}  // namespace kiosk
