#include "venue/schedule.h"

#include <algorithm>
#include <unordered_map>

namespace kiosk {
namespace {

bool ends_the_one_before(const Session& session) {
  return session.kind != SessionKind::all_day && session.state != SessionState::cancelled;
}

bool in_order(const Slot& a, const Slot& b) { return a.start != b.start ? a.start < b.start : a.end > b.end; }

// Times as the feed gives them, open ends as long as they may be; unsorted.
std::vector<Timeline> announced_timelines(const Schedule::Parts& parts) {
  std::unordered_map<std::string_view, std::size_t> hall_by_id;
  for (std::size_t i = 0; i < parts.halls.size(); ++i) {
    hall_by_id.emplace(parts.halls[i].id, i);
  }
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
        slot->end = next_event_day(slot->start, parts.event.time_zone);
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
std::vector<Timeline> left_halls(const Schedule::Parts& parts) {
  std::vector<Timeline> timelines(parts.halls.size());
  for (std::size_t i = 0; i < parts.sessions.size(); ++i) {
    const Session& session = parts.sessions[i];
    const bool moved =
        session.originally && !session.originally->hall.empty() && session.state != SessionState::cancelled &&
        std::find(session.halls.begin(), session.halls.end(), session.originally->hall) == session.halls.end();
    const auto hall = std::find_if(parts.halls.begin(), parts.halls.end(), [&](const Hall& candidate) {
      return moved && candidate.id == session.originally->hall;
    });
    if (hall != parts.halls.end()) {
      const Instant start = session.originally->start.value_or(session.start);
      const auto length = session.end ? *session.end - session.start : std::chrono::hours(1);
      timelines[static_cast<std::size_t>(hall - parts.halls.begin())].push_back({.session = i,
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

void apply_delay(const HallDelay& delay, const Schedule::Parts& parts, Timeline& timeline) {
  const Instant day_end = next_event_day(delay.from, parts.event.time_zone);
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

}  // namespace

Schedule::Schedule(Parts parts) : parts_(std::move(parts)) {
  if (parts_.event.time_zone == nullptr) {
    parts_.event.time_zone = utc();
  }
  timelines_ = announced_timelines(parts_);
  moved_away_ = left_halls(parts_);
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
}

const Hall* Schedule::find_hall(std::string_view id) const {
  const auto found =
      std::find_if(parts_.halls.begin(), parts_.halls.end(), [&](const Hall& hall) { return hall.id == id; });
  return found == parts_.halls.end() ? nullptr : &*found;
}

const Timeline& Schedule::timeline(const Hall& hall) const {
  return timelines_[static_cast<std::size_t>(&hall - parts_.halls.data())];
}

const Timeline& Schedule::moved_away(const Hall& hall) const {
  return moved_away_[static_cast<std::size_t>(&hall - parts_.halls.data())];
}

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
