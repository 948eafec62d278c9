#pragma once

#include "dialects/venue_feed_part.h"
#include "reading/hall_references.h"

namespace kiosk {

// The sessions of a venue feed, into its part. One without title, start or hall is set aside and reported, unless it
// adds to one of another feed.
void read_venue_sessions(const Place& document, HallReferences& halls, VenueFeedPart& feed);

}  // namespace kiosk
