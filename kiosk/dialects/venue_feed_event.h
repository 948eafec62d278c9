#pragma once

#include "dialects/read_feed.h"
#include "reading/fields.h"
#include "venue/schedule.h"

namespace kiosk {

// The event of a venue feed, and its zone as event_zone() decides it. Of an addition the offsets of its times say
// nothing.
Event read_venue_event(const Place& document, const FeedContext& context, Fields& fields, ProblemList& problems);

}  // namespace kiosk
