#pragma once

#include "reading/feed_context.h"
#include "reading/feed_part.h"
#include "reading/fields.h"
#include "venue/schedule.h"

namespace kiosk {

// The zone that the offsets of its sessions' times stand for: a wrong name of a zone shall not put the wall clock hours
// off.
SaidZone zone_of_offsets(const Json& document, const FeedContext& context);

// The event of a venue feed, and its zone as event_zone() decides it. Of an addition the offsets of its times say
// nothing.
Event read_venue_event(const Place& document, const FeedContext& context, Fields& fields, ProblemList& problems);

}  // namespace kiosk
