#pragma once

#include "base/result.h"
#include "json/json.h"
#include "json/problem_list.h"
#include "reading/feed_context.h"
#include "reading/feed_part.h"
#include "venue/schedule.h"

namespace kiosk {

// One day of cfp.dev's schedule, api/public/schedules/DAY, as Devoxx and Voxxed Days have it: a list of slots. Times
// are in UTC, with the venue's zone beside. Two forms are read: the one with a `proposal`, a `room` and a
// `sessionType`, and the older one that has their members in the slot itself (talkTitle, roomName, sessionTypeName).
//
// A slot is of its talk. Where it has none, a pause and a reserved slot are called by their type; an overflow shows
// what is on in another hall at the same time and of the same type, where that is one session; any other is empty, and
// is left out. A pause is in the room it names, else everywhere. Titles and names are plain text, but for character
// references.

// By its slots' times, rooms and types.
bool is_cfp_dev(const Json& document);

// Slots that are wrong or empty are set aside and reported to `problems`. The problem returned: no slot names a room.
Result<FeedPart> read_cfp_dev(const Json& document, const FeedContext& context, ProblemList& problems);

}  // namespace kiosk
