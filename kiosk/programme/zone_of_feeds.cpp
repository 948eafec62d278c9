#include "programme/zone_of_feeds.h"

#include <algorithm>

namespace kiosk {
namespace {

// From the wall clock's times to instants. Those of notices are instants already.
void tell_times(Schedule::Parts& parts, TimeZone zone) {
  const auto tell = [&](Instant& time) { time = to_instant(to_local(time, utc()), zone); };
  const auto tell_if_any = [&](std::optional<Instant>& time) {
    if (time) {
      tell(*time);
    }
  };
  parts.event.time_zone = zone;
  for (Session& session : parts.sessions) {
    tell(session.start);
    tell_if_any(session.end);
    if (session.originally) {
      tell_if_any(session.originally->start);
    }
  }
  for (Hall& hall : parts.halls) {
    if (hall.delay) {
      tell(hall.delay->from);
    }
  }
}

// An addition that says nothing of a zone has no other times than exact ones.
bool has_times_to_tell(const FeedPart& feed) {
  const SaidZone& zone = feed.parts.event.time_zone;
  return !zone && !(feed.addition && zone.is(NoZone::unsaid));
}

}  // namespace

ZoneOfFeeds::ZoneOfFeeds(std::span<const FeedPart* const> feeds) : feeds_(feeds.begin(), feeds.end()) {
  for (const FeedPart* feed : feeds_) {
    if (feed->addition || !zone_) {
      zone_ = first_zone({feed->parts.event.time_zone, zone_});
    }
  }
  for (const FeedPart* feed : feeds_) {
    if (!zone_ && feed->zone_of_offsets) {
      zone_ = feed->zone_of_offsets;
    }
  }
  const auto is_lost = [](const FeedPart* feed) { return has_times_to_tell(*feed) && feed->offsets_left_out; };
  if (const auto lost = std::find_if(feeds_.begin(), feeds_.end(), is_lost); lost != feeds_.end()) {
    zone_ = (*lost)->parts.event.time_zone;
  }
  if (!zone_) {
    return;
  }
  for (const FeedPart*& feed : feeds_) {
    if (has_times_to_tell(*feed)) {
      tell_times(copies_.emplace_back(*feed).parts, *zone_);
      feed = &copies_.back();
    }
  }
}

std::vector<Problem> ZoneOfFeeds::problems() const {
  std::vector<Problem> problems;
  for (const FeedPart* feed : feeds_) {
    if (!zone_ && feed->zone_unsaid) {
      problems.push_back(*feed->zone_unsaid);
    }
  }
  return problems;
}

}  // namespace kiosk
