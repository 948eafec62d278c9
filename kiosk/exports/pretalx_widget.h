#pragma once

#include "base/result.h"
#include "json/json.h"
#include "json/problem_list.h"
#include "reading/feed_context.h"
#include "reading/feed_part.h"

namespace kiosk {

// What pretalx hands its schedule widget, version 2 (…/schedule/widgets/schedule.json, once …/schedule/widget/v2.json).
// Its talks are one list; rooms and tracks are named by number, speakers by code. Titles and names of speakers are
// plain text, but for character references; titles and names of rooms may be texts by language. It does not name the
// event.
//
// What has no code is none of the programme's submissions but a break. It gets a new number with each version of the
// schedule, so that its hall, time and title are its id. One without a room is in all halls. A talk that takes place
// twice is listed twice with one code. Only rooms that have talks are listed.

// By its lists of talks and rooms.
bool is_pretalx_widget(const Json& document);

// Sessions that are wrong are set aside and reported to `problems`, those not scheduled yet are left out. The problem
// returned: there is no room, so that nothing true could be shown.
Result<FeedPart> read_pretalx_widget(const Json& document, const FeedContext& context, ProblemList& problems);

}  // namespace kiosk
