#pragma once

#include "json/json.h"
#include "organizer/finding_list.h"
#include "typesetting/ruler.h"
#include "venue/schedule.h"

namespace kiosk {

FeedPointers pointers_of(const Json& venue_feed);

// What is odd about a venue feed as it is written: keys that mean nothing, texts without one of the event's languages,
// links by http:// and, where there is a ruler, links whose codes are too fine. Pure.
void find_in_venue_feed(const Json& venue_feed, const Event& event, Ruler* ruler, FindingList& findings);

}  // namespace kiosk
