#pragma once

#include "base/result.h"
#include "json/json.h"
#include "json/problem_list.h"
#include "reading/feed_context.h"
#include "reading/feed_part.h"
#include "venue/schedule.h"

namespace kiosk {

// Indico's HTTP export of one event: its timetable, export/timetable/ID.json (docs.getindico.io/en/stable/http-api),
// and, since it has the same talks but no breaks, export/event/ID.json with detail=contributions or detail=sessions.
//
// A block of a session is the track of the talks in it; it is shown itself where it has none, or is of posters, which
// all begin at once. What has no room is in its block's, else in the event's; a break without any is everywhere. A
// block that lasts past midnight stands on both days, and is one. Each time says its zone, which may be that of the
// person who asked. Titles are plain text, but for character references.

// By its results: days of entries by their date, or an event with its talks.
bool is_indico(const Json& document);

// Entries that are wrong are set aside and reported to `problems`, talks not scheduled yet are left out. The problem
// returned: no room is named, so that nothing true could be shown.
Result<FeedPart> read_indico(const Json& document, const FeedContext& context, ProblemList& problems);

}  // namespace kiosk
