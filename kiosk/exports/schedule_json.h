#pragma once

#include "base/result.h"
#include "json/json.h"
#include "json/problem_list.h"
#include "reading/feed_context.h"
#include "reading/feed_part.h"
#include "venue/schedule.h"

namespace kiosk {

// schedule.json, version 1, as frab, pretalx, the c3voc hub and EMF export it (c3voc.de/schedule/schema.json;
// hardly a real file keeps to it). Of its events all days are read as one list: `date` and `duration` count,
// and `end` before `duration`; windows of days do not. Durations that cannot be meant: schedule_json_lengths.h.
// Sessions without `date`, as frab wrote them in 2013, begin at `start` of their day, or of the night after it where
// that is before the day's turn.
//
// Titles, subtitles and names of persons are plain text, but for character references; only abstracts and descriptions
// have markup, and no screen shows those. Breaks are told by their type or by their title, cancelled sessions by their
// state or their title.
//
// One guid and title at one time in several rooms is one session in several halls; at several times, several sessions.
// One guid with several titles is as many sessions, and a warning.

// By a conference, inside "schedule" or where that was left out.
bool is_schedule_json(const Json& document);

// Sessions that are wrong are set aside and reported to `problems`. The problem returned: there are no days, or neither
// a room nor a session, so that nothing true could be shown.
Result<FeedPart> read_schedule_json(const Json& document, const FeedContext& context, ProblemList& problems);

}  // namespace kiosk
