#pragma once

#include "base/result.h"
#include "json/json.h"
#include "json/problem_list.h"
#include "reading/feed_context.h"
#include "reading/feed_part.h"
#include "venue/schedule.h"

namespace kiosk {

// Our own dialect, venue-feed/1: config/feed.schema.json describes it.

// By "format", or where that was forgotten by a list of halls.
bool is_venue_feed(const Json& document);

// Sessions, halls and notices that are wrong are set aside and reported to `problems`. The problem returned:
// there is no hall at all or no list of sessions, so that nothing true could be shown, or the document is meant as an
// addition; one that is read as such needs neither.
Result<FeedPart> read_venue_feed(const Json& document, const FeedContext& context, ProblemList& problems);

}  // namespace kiosk
