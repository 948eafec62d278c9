#pragma once

#include "base/result.h"
#include "json/json.h"
#include "json/problem_list.h"
#include "reading/feed_context.h"
#include "reading/feed_part.h"
#include "venue/schedule.h"

namespace kiosk {

// Sessionize's API, view/All (sessionize.com/playbook/api). It names no time zone, and unless its owner chose
// UTC its times have no offset: the context's zone is the venue's. Titles and names of speakers are plain text, but for
// character references; what is a service session or has a break's word for its title is a break.

// By its lists of sessions and rooms.
bool is_sessionize(const Json& document);

// Sessions that are wrong are set aside and reported to `problems`, those not scheduled yet are left out. The problem
// returned: there is no room, so that nothing true could be shown.
Result<FeedPart> read_sessionize(const Json& document, const FeedContext& context, ProblemList& problems);

}  // namespace kiosk
