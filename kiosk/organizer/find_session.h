#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "venue/local_time.h"
#include "venue/schedule.h"

namespace kiosk {

// What an organizer at a shell calls things. Pure.

// The session meant by its id, by its whole title or any part of it, whatever its case, or by its hall: "gorky now",
// "gorky next". The problem of what fits several names them with their times and halls; of what fits none, those whose
// id has these letters, or how to call one. The pointer is into the schedule.
Result<const Session*> find_session(const Schedule& schedule, std::string_view called, Instant now);

// The hall, as settings may call it (programme/called_hall.h), or by any part of its name that is no other's.
Result<const Hall*> find_hall(const Schedule& schedule, std::string_view called);

// Either, where both may be meant: the hall by its whole name; by a part of it only where that calls no session.
// Nothing: the hall is not meant, or there is none.
const Hall* find_hall_before_sessions(const Schedule& schedule, std::string_view called);

// The notice by its id or a part of its text.
Result<const Notice*> find_notice(const Schedule& schedule, std::string_view called);

// "2024-04-17 10:00 gorky: “Opening” (opening)".
std::string describe_session(const Schedule& schedule, const Session& session);

}  // namespace kiosk
