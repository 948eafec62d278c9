#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/problem.h"
#include "venue/schedule.h"

namespace kiosk {

// A page of a hall's live stream that the settings name, for feeds that name none.
struct BroadcastPage {
  std::string hall;     // its id, upper or lower case
  std::string url;      // http(s)
  std::string from{};   // RFC 3339, without an offset in the event's zone; empty: from the beginning
  std::string until{};  // exclusive; empty: for good
  Problem place{};      // file, line and key, for a problem's sake
  friend bool operator==(const BroadcastPage&, const BroadcastPage&) = default;
};

// A page without times is its hall's, in the place of the feed's. One with times is that of the sessions that start
// within them and name no page of their own; of several, the first in the list, and of several halls the first that has
// one. Breaks and what is not broadcast get none. A page with a problem is reported and left out. Pure.
std::vector<Problem> add_broadcast_pages(std::span<const BroadcastPage> pages, Schedule::Parts& parts);

}  // namespace kiosk
