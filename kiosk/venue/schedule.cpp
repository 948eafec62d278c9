#include "venue/schedule.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "base/feed_budget.h"

namespace kiosk {
namespace {

bool ends_the_one_before(const Session& session) {
  return session.kind != SessionKind::all_day && session.state != SessionState::cancelled;
}

bool in_order(const Slot& a, const Slot& b) { return a.start != b.start ? a.start < b.start : a.end > b.end; }

using HallsById = std::map<std::string_view, std::size_t>;

HallsById halls_by_id(const std::vector<Hall>& halls) {
  HallsById by_id;
  for (std::size_t i = 0; i < halls.size(); ++i) {
    by_id.emplace(halls[i].id, i);
  }
  return by_id;
}

// Times as the feed gives them, open ends as long as they may be; unsorted.
std::vector<Timeline> announced_timelines(const Schedule::Parts& parts, const HallsById& hall_by_id) {
  std::vector<Timeline> timelines(parts.halls.size());
  for (std::size_t i = 0; i < parts.sessions.size(); ++i) {
    const Session& session = parts.sessions[i];
    for (const std::string& hall : session.halls) {
      const auto found = hall_by_id.find(hall);
      if (found == hall_by_id.end()) {
        continue;
      }
      Timeline& timeline = timelines[found->second];
      if (timeline.empty() || timeline.back().session != i) {  // a hall named twice holds it once
        timeline.push_back({.session = i,
                            .start = session.start,
                            .end = session.end.value_or(session.start + longest_open_end),
                            .end_known = session.end.has_value(),
                            .announced_start = session.originally ? session.originally->start : std::nullopt});
      }
    }
  }
  return timelines;
}

void close_open_ends(const Schedule::Parts& parts, Timeline& timeline) {
  // From the last to the first, so that each open end sees the next start behind it.
  std::optional<Instant> next_start;
  std::optional<Instant> start_after;  // the next start that differs from next_start
  for (auto slot = timeline.rbegin(); slot != timeline.rend(); ++slot) {
    const Session& session = parts.sessions[slot->session];
    if (!slot->end_known) {
      if (session.kind == SessionKind::all_day) {
        slot->end = next_event_day(slot->start, parts.event.time_zone.or_utc());
      } else if (const auto& limit = next_start == slot->start ? start_after : next_start; limit) {
        slot->end = std::min(slot->end, *limit);
      }
    }
    if (ends_the_one_before(session) && next_start != slot->start) {
      start_after = next_start;
      next_start = slot->start;
    }
  }
}

// The announced slots of sessions that have left a hall; unsorted. An open end is not announced either:
// an hour is how long people still come to a door.
std::vector<Timeline> left_halls(const Schedule::Parts& parts, const HallsById& hall_by_id) {
  std::vector<Timeline> timelines(parts.halls.size());
  for (std::size_t i = 0; i < parts.sessions.size(); ++i) {
    const Session& session = parts.sessions[i];
    const bool moved =
        session.originally && !session.originally->hall.empty() && session.state != SessionState::cancelled &&
        std::find(session.halls.begin(), session.halls.end(), session.originally->hall) == session.halls.end();
    const auto hall = moved ? hall_by_id.find(session.originally->hall) : hall_by_id.end();
    if (hall != hall_by_id.end()) {
      const Instant start = session.originally->start.value_or(session.start);
      const auto length = session.end ? *session.end - session.start : std::chrono::hours(1);
      timelines[hall->second].push_back({.session = i,
                                         .start = start,
                                         .end = start + length,
                                         .end_known = session.end.has_value(),
                                         .announced_start = std::nullopt});
    }
  }
  for (Timeline& timeline : timelines) {
    std::stable_sort(timeline.begin(), timeline.end(), in_order);
  }
  return timelines;
}

// Adds to each hall the plenums that are held in another, at their times there; sorted again. Breaks that are a plenum
// are breaks everywhere: the room they name is where a table of the programme has a cell for them.
void add_plenums_elsewhere(const Schedule::Parts& parts, const HallsById& hall_by_id,
                           const std::vector<Timeline>& timelines, std::vector<Timeline>& left) {
  std::size_t added = 0;  // several feeds may have more halls together than any of them has allowed for
  for (std::size_t at = 0; at < timelines.size(); ++at) {
    for (const Slot& slot : timelines[at]) {
      const Session& session = parts.sessions[slot.session];
      const auto first = session.halls.empty() ? hall_by_id.end() : hall_by_id.find(session.halls.front());
      if (!session.plenum || session.kind != SessionKind::session || session.state == SessionState::cancelled ||
          first == hall_by_id.end() || first->second != at) {
        continue;
      }
      std::vector<bool> knows(parts.halls.size());
      const auto knows_already = [&](const std::string& id) {
        if (const auto hall = hall_by_id.find(id); hall != hall_by_id.end()) {
          knows[hall->second] = true;
        }
      };
      std::for_each(session.halls.begin(), session.halls.end(), knows_already);
      if (session.originally) {
        knows_already(session.originally->hall);
      }
      for (std::size_t other = 0; other < left.size() && added < feed_budget.slots; ++other) {
        if (!knows[other]) {
          left[other].push_back(slot);
          left[other].back().announced_start.reset();
          ++added;
        }
      }
    }
  }
  for (Timeline& timeline : left) {
    std::stable_sort(timeline.begin(), timeline.end(), in_order);
  }
}

void apply_delay(const HallDelay& delay, const Schedule::Parts& parts, Timeline& timeline) {
  const Instant day_end = next_event_day(delay.from, parts.event.time_zone.or_utc());
  for (Slot& slot : timeline) {
    if (parts.sessions[slot.session].kind == SessionKind::all_day) {
      continue;
    }
    if (delay.from <= slot.start && slot.start < day_end) {
      slot.announced_start = slot.announced_start.value_or(slot.start);
      slot.start += delay.by;
      slot.end += delay.by;
    } else if (slot.contains(delay.from)) {
      slot.end += delay.by;
    }
  }
}

std::vector<std::uint32_t> all_positions(std::size_t count) {
  std::vector<std::uint32_t> positions(count);
  std::iota(positions.begin(), positions.end(), 0U);
  return positions;
}

void sort_each_once(std::vector<Instant>& instants) {
  std::sort(instants.begin(), instants.end());
  instants.erase(std::unique(instants.begin(), instants.end()), instants.end());
}

}  // namespace

Schedule::Schedule(Parts parts) : parts_(std::move(parts)) {
  const HallsById by_id = halls_by_id(parts_.halls);
  timelines_ = announced_timelines(parts_, by_id);
  moved_away_ = left_halls(parts_, by_id);
  for (std::size_t i = 0; i < timelines_.size(); ++i) {
    Timeline& timeline = timelines_[i];
    std::stable_sort(timeline.begin(), timeline.end(), in_order);
    close_open_ends(parts_, timeline);
    if (const auto& delay = parts_.halls[i].delay; delay) {
      apply_delay(*delay, parts_, timeline);
    }
    std::stable_sort(timeline.begin(), timeline.end(), in_order);
    for (Slot& slot : timeline) {
      if (slot.announced_start == slot.start) {
        slot.announced_start.reset();  // nothing to strike
      }
      if (session_of(slot).state != SessionState::cancelled) {
        span_ = span_ ? Span{std::min(span_->start, slot.start), std::max(span_->end, slot.end)}
                      : Span{slot.start, slot.end};
      }
    }
  }
  add_plenums_elsewhere(parts_, by_id, timelines_, moved_away_);
  make_indexes();
  collect_turns();
}

void Schedule::make_indexes() {
  halls_by_id_ = all_positions(parts_.halls.size());
  std::stable_sort(halls_by_id_.begin(), halls_by_id_.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return parts_.halls[a].id < parts_.halls[b].id; });
  for (std::size_t i = 0; i < timelines_.size(); ++i) {
    std::array<std::vector<std::uint32_t>, 3> taking_place;
    std::vector<std::uint32_t> cancelled;
    for (std::uint32_t position = 0; position < timelines_[i].size(); ++position) {
      const Session& session = session_of(timelines_[i][position]);
      if (session.state != SessionState::cancelled) {
        taking_place[static_cast<std::size_t>(session.kind)].push_back(position);
      } else if (session.kind == SessionKind::session) {
        cancelled.push_back(position);
      }
    }
    HallIndex index;
    for (std::size_t kind = 0; kind < taking_place.size(); ++kind) {
      index.taking_place[kind] = SlotIndex(timelines_[i], std::move(taking_place[kind]));
    }
    index.cancelled_sessions = SlotIndex(timelines_[i], std::move(cancelled));
    index.moved_away = SlotIndex(moved_away_[i], all_positions(moved_away_[i].size()));
    indexes_.push_back(std::move(index));
  }
}

void Schedule::collect_turns() {
  const auto add = [&](const Slot& slot, bool takes_place) {
    turns_.edges.push_back(slot.start);
    turns_.edges.push_back(slot.end);
    (takes_place ? turns_.starts : turns_.absent_starts).push_back(slot.start);
  };
  // A plenum stands in every hall, mostly at the same times.
  std::vector<const Slot*> last(parts_.sessions.size(), nullptr);
  for (const Timeline& timeline : timelines_) {
    for (const Slot& slot : timeline) {
      const Slot*& before = last[slot.session];
      if (before == nullptr || before->start != slot.start || before->end != slot.end) {
        add(slot, session_of(slot).state != SessionState::cancelled);
      }
      before = &slot;
    }
  }
  for (const Timeline& timeline : moved_away_) {
    for (const Slot& slot : timeline) {
      add(slot, false);
    }
  }
  for (const Notice& notice : parts_.notices) {
    for (const std::optional<Instant>& edge : {notice.from, notice.until}) {
      if (edge) {
        turns_.edges.push_back(*edge);
      }
    }
  }
  sort_each_once(turns_.edges);
  sort_each_once(turns_.starts);
  sort_each_once(turns_.absent_starts);
}

const Hall* Schedule::find_hall(std::string_view id) const {
  const auto found = std::partition_point(halls_by_id_.begin(), halls_by_id_.end(),
                                          [&](std::uint32_t position) { return parts_.halls[position].id < id; });
  return found != halls_by_id_.end() && parts_.halls[*found].id == id ? &parts_.halls[*found] : nullptr;
}

std::size_t Schedule::position(const Hall& hall) const { return static_cast<std::size_t>(&hall - parts_.halls.data()); }

SlotFinder Schedule::taking_place(const Hall& hall, SessionKind kind) const {
  const std::size_t at = position(hall);
  return {timelines_[at], indexes_[at].taking_place[static_cast<std::size_t>(kind)]};
}

SlotFinder Schedule::cancelled_sessions(const Hall& hall) const {
  const std::size_t at = position(hall);
  return {timelines_[at], indexes_[at].cancelled_sessions};
}

SlotFinder Schedule::moved_away_slots(const Hall& hall) const {
  const std::size_t at = position(hall);
  return {moved_away_[at], indexes_[at].moved_away};
}

std::optional<Slot> Schedule::slot_of(std::size_t session, const Hall& hall) const {
  const Timeline& in_hall = timeline(hall);
  const Instant announced = parts_.sessions[session].start;
  for (const Instant start : {announced, hall.delay ? announced + hall.delay->by : announced}) {
    auto slot = std::partition_point(in_hall.begin(), in_hall.end(), [&](const Slot& s) { return s.start < start; });
    for (; slot != in_hall.end() && slot->start == start; ++slot) {
      if (slot->session == session) {
        return *slot;
      }
    }
  }
  return std::nullopt;
}

const Timeline& Schedule::timeline(const Hall& hall) const { return timelines_[position(hall)]; }

const Timeline& Schedule::moved_away(const Hall& hall) const { return moved_away_[position(hall)]; }

std::optional<Link> Schedule::broadcast_of(const Session& session, const Hall& hall) const {
  if (session.broadcast || session.not_broadcast || session.kind == SessionKind::break_) {
    return session.broadcast;
  }
  return hall.broadcast;
}

std::vector<Overlap> overlaps(const Schedule& schedule) {
  std::vector<Overlap> found;
  for (const Hall& hall : schedule.halls()) {
    const Slot* longest = nullptr;  // the one before that ends last
    for (const Slot& slot : schedule.timeline(hall)) {
      const Session& session = schedule.session_of(slot);
      if (session.kind != SessionKind::session || session.state == SessionState::cancelled || !session.end) {
        continue;
      }
      if (longest != nullptr && slot.start < longest->end && slot.start < slot.end) {
        found.push_back({&hall, &schedule.session_of(*longest), &session});
      }
      if (longest == nullptr || slot.end > longest->end) {
        longest = &slot;
      }
    }
  }
  return found;
}

}  // namespace kiosk
