#pragma once

#include <functional>
#include <optional>
#include <string>

#include "json/place.h"
#include "json/problem_list.h"
#include "reading/feed_context.h"
#include "venue/local_time.h"

namespace kiosk {

// What a feed says of the zone its times are in.
struct FeedZone {
  Place place;                   // of what has the zone, or lacks it
  std::optional<Place> named{};  // the member that names it
  std::string name{};            // the name; empty: none is given
  SaidZone of_offsets{};         // the zone that its times' offsets stand for
};

// The zone of a feed's event, decided for all dialects alike: the settings', else the one the feed names, else the
// one its times' offsets stand for. Where it is none of these the times are kept as they are written and nothing is on
// or next: the glass tells what is missing rather than a time that is hours off. What is wrong with the zone is one
// problem, whatever the number of sessions. Where nobody names one and offsets stand in, `report_offsets` reports it in
// the dialect's words; where nothing does, read_feed() reports it.
SaidZone event_zone(
    const FeedZone& feed, const FeedContext& context, ProblemList& problems,
    const std::function<void()>& report_offsets = [] {});

}  // namespace kiosk
