#pragma once

#include "base/result.h"
#include "json/json.h"
#include "json/problem_list.h"
#include "reading/feed_context.h"
#include "reading/feed_part.h"

namespace kiosk {

// schedule.json, version 2, as the c3voc hub exports it (c3voc.de/schedule/schema2.json). Its events are one list, not
// one for each day and room: each has its `start` and `end`, and names its room by guid; tracks and persons are listed
// apart, and named by slug and guid. What it shares with version 1 is read alike: titles, states, types, lengths.
//
// Rooms that are not listed are those that events name. An event without a room is at no door, and left out.

// By a list of "events" beside the conference, or by a schema of that version, where no day has rooms.
bool is_schedule_json_2(const Json& document);

// Sessions that are wrong are set aside and reported to `problems`. The problem returned: there is neither a room nor a
// session, so that nothing true could be shown.
Result<FeedPart> read_schedule_json_2(const Json& document, const FeedContext& context, ProblemList& problems);

}  // namespace kiosk
