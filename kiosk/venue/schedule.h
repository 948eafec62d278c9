#pragma once

#include <array>
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
#include "venue/slot.h"
#include "venue/slot_index.h"

namespace kiosk {

// Colours of the event's own, 0xRRGGBB; what is absent is the screen's.
struct EventColors {
  std::optional<std::uint32_t> background;
  std::optional<std::uint32_t> accent;
  friend bool operator==(const EventColors&, const EventColors&) = default;
};

struct Event {
  LocalText title;
  LocalText short_title;               // for the line under the hall's name; may be empty
  SaidZone time_zone;                  // none: nobody names one that this system knows
  std::vector<std::string> languages;  // BCP 47, the first one first; may be empty
  std::optional<Link> url;
  std::string logo;  // a picture's absolute address, an URL or a path; may be empty
  EventColors colors;
  friend bool operator==(const Event&, const Event&) = default;
};

// Everything the feed says, whole and immutable once made: readers hand it over as
// std::shared_ptr<const Schedule> and any thread may read it.
class Schedule {
 public:
  struct Parts {
    Event event;
    std::vector<Hall> halls;
    std::vector<Session> sessions;
    std::vector<Notice> notices;
    // False where the feed names halls by their sessions alone: one without sessions is not among them yet.
    bool lists_halls = true;
    friend bool operator==(const Parts&, const Parts&) = default;
  };

  // Expects what a reader has checked: unique hall ids, unique session ids, every session in at least
  // one known hall, every end after or at its start. O(n log n).
  explicit Schedule(Parts parts);

  const Event& event() const { return parts_.event; }
  const std::vector<Hall>& halls() const { return parts_.halls; }
  const std::vector<Session>& sessions() const { return parts_.sessions; }
  const std::vector<Notice>& notices() const { return parts_.notices; }
  bool lists_halls() const { return parts_.lists_halls; }
  // The zone to show its times in: the event's, UTC where it has none.
  TimeZone time_zone() const { return parts_.event.time_zone.or_utc(); }

  // Null when the feed has no hall of that id.
  const Hall* find_hall(std::string_view id) const;

  // Precondition: `hall` is one of halls().
  const Timeline& timeline(const Hall& hall) const;

  // What was first announced for this hall and takes place in another, at the times announced, and plenums that are
  // held in another, at their times there: people who come to this door must be sent on. Without the cancelled ones.
  // Precondition as above.
  const Timeline& moved_away(const Hall& hall) const;

  // The slots of a hall by what they are, to be asked by instant; each borrows the schedule. Precondition as above.
  SlotFinder taking_place(const Hall& hall, SessionKind kind) const;
  SlotFinder cancelled_sessions(const Hall& hall) const;  // breaks and exhibitions are not among them
  SlotFinder moved_away_slots(const Hall& hall) const;

  // Where a session stands in a hall's timeline; nothing where it is not in that hall.
  std::optional<Slot> slot_of(std::size_t session, const Hall& hall) const;

  const Session& session_of(const Slot& slot) const { return parts_.sessions[slot.session]; }

  // The page to open for a session that takes place in `hall`; nothing for breaks and what is not broadcast.
  std::optional<Link> broadcast_of(const Session& session, const Hall& hall) const;

  // From the start of the first session to the end of the last; nothing where there is no session.
  struct Span {
    Instant start;
    Instant end;
  };
  std::optional<Span> span() const { return span_; }

  // The instants by which anything changes in any hall, each list in rising order, each instant once.
  struct Turns {
    std::vector<Instant> edges;          // starts and ends of slots, of what has moved away and of notices
    std::vector<Instant> starts;         // of slots that take place
    std::vector<Instant> absent_starts;  // of slots that are cancelled and of what has moved away
  };
  const Turns& turns() const { return turns_; }

  friend bool operator==(const Schedule& a, const Schedule& b) { return a.parts_ == b.parts_; }

 private:
  void make_indexes();
  void collect_turns();
  std::size_t position(const Hall& hall) const;

  Parts parts_;
  std::vector<Timeline> timelines_;   // beside halls
  std::vector<Timeline> moved_away_;  // beside halls
  struct HallIndex {
    std::array<SlotIndex, 3> taking_place;  // in the order of SessionKind
    SlotIndex cancelled_sessions;
    SlotIndex moved_away;
  };
  std::vector<HallIndex> indexes_;          // beside halls
  std::vector<std::uint32_t> halls_by_id_;  // positions in halls, in order of id
  Turns turns_;
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
