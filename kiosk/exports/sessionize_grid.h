#pragma once

#include "base/result.h"
#include "json/json.h"
#include "json/problem_list.h"
#include "reading/feed_context.h"
#include "reading/feed_part.h"

namespace kiosk {

// Sessionize's API, view/GridSmart (sessionize.com/playbook/api): a list of days, each with those rooms that are used
// on it, each with its sessions. A session is written as in view/All, but for its speakers and categories, which are
// objects; no view names a zone. The grid by time slots beside the rooms repeats what they have.
//
// A plenum that names a room is in that room, one that names none in all, wherever it is listed. Any other session is
// in the room that it names, else in those it is listed under.

// By a first day with a list of rooms.
bool is_sessionize_grid(const Json& document);

// Sessions that are wrong are set aside and reported to `problems`, those not scheduled yet are left out. The problem
// returned: there is no room, so that nothing true could be shown.
Result<FeedPart> read_sessionize_grid(const Json& document, const FeedContext& context, ProblemList& problems);

}  // namespace kiosk
