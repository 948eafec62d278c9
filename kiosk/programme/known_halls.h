#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "venue/hall.h"
#include "venue/session.h"

namespace kiosk {

// What a feed has called its halls before. Rooms are renamed, renumbered and get other slugs while an event is on, and
// the screens at their doors are set to what they were called when they were hung.
//
// A known hall has id, key, slug, name and former names, and nothing else. Two of one key are the same hall; else two of
// one id are, since an id made of a name lasts as long as the name does.

// At most so many former names of one hall are kept: the earliest ones, which settings were written by, and the last.
inline constexpr std::size_t most_former_names = 8;

using ChangedIds = std::map<std::string, std::string>;  // from the old to the new

// Takes the halls of a new body into what is known. Halls that it no longer has stay known, in case they come back, but
// never more than four times as many as it has, or ever had. Returns the ids that are others now. O(n log n).
ChangedIds note_halls(const std::vector<Hall>& body, std::vector<Hall>& known);

// Calls the same halls by their ids of today.
void follow(const ChangedIds& changed, std::string& hall);
void follow(const ChangedIds& changed, std::span<Hall> halls, std::span<Session> sessions);

// Gives the halls of a body the former names that are known of them.
void add_former_names(const std::vector<Hall>& known, std::vector<Hall>& halls);

}  // namespace kiosk
