#pragma once

#include "feed/fields.h"
#include "feed/read_feed.h"
#include "venue/schedule.h"

namespace kiosk {

// The event of a venue feed. Its zone is the settings', else the feed's own, else the one its times are written in,
// else UTC; of an addition that names none it stays null.
Event read_venue_event(const Place& document, const FeedContext& context, Fields& fields, ProblemList& problems);

}  // namespace kiosk
