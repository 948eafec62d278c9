#pragma once

#include "json/place.h"
#include "json/problem_list.h"
#include "reading/feed_context.h"
#include "reading/feed_part.h"
#include "reading/fields.h"
#include "venue/schedule.h"

namespace kiosk {

// The event of a schedule.json of any version: what stands in its "conference", and in `wrapper`, which the conference
// stands in. From then on the fields know the event's zone, and what its pictures are relative to. `of_offsets` is the
// zone that its sessions' times stand for.
Event read_schedule_json_event(const Place& wrapper, const Place& conference, const SaidZone& of_offsets,
                               const FeedContext& context, Fields& fields, ProblemList& problems);

// A picture's address, or an object's "url".
std::string schedule_json_picture(Fields& fields, const Place& object, std::string_view key);

}  // namespace kiosk
