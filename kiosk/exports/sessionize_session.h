#pragma once

#include <optional>
#include <string_view>

#include "json/place.h"
#include "json/problem_list.h"
#include "reading/feed_context.h"
#include "reading/feed_part.h"
#include "reading/fields.h"
#include "venue/session.h"

namespace kiosk {

// What all views of Sessionize's API write alike (sessionize.com/playbook/api).

// Whether a category of this title says what a track is: categories are the organizers' own.
bool names_tracks(std::string_view title);

// A session's id, as it is written, title, times, kind, state, pages and whether it is for everyone. Nothing where one
// of the first three is missing or wrong, which is reported. The fields know the zone.
std::optional<Session> read_sessionize_session(const Place& place, Fields& fields, ProblemList& problems);

// Whether it takes place in all rooms. A plenum's room is where it is held; that of a plenary break is no more than its
// cell in the programme's table.
bool is_everywhere(const Place& place, const Session& session);

}  // namespace kiosk
