#include "exports/session_slots.h"

#include <algorithm>

#include "base/words.h"
#include "venue/parse_instant.h"

namespace kiosk {

bool SessionSlots::take(const Place& place, Session& session) {
  const std::string title = SessionIds::title_of(session);
  const std::string slot = session.id + '\n' + format_instant(session.start, utc()) + '\n' + title;
  const auto [known, is_new] = by_slot_.emplace(slot, sessions_.size());
  if (!is_new) {
    join(place, session, sessions_[known->second]);
    return false;
  }
  // Who makes a schedule by hand copies a session and leaves its id as it was.
  if (ids_.has_with_another_title(session.id, title)) {
    problems_.warning(place, "the id " + in_quotes(session.id) + " is that of a session with another title, too",
                      "both are shown");
  }
  session.id = ids_.take(session.id, title);
  return true;
}

void SessionSlots::join(const Place& place, const Session& session, Session& other) {
  // A plenum is for everyone however often it is listed.
  if (session.plenum && other.plenum) {
    return;
  }
  const std::size_t before = other.halls.size();
  for (const std::string& hall : session.halls) {
    if (std::find(other.halls.begin(), other.halls.end(), hall) == other.halls.end()) {
      other.halls.push_back(hall);
    }
  }
  if (other.halls.size() == before) {
    problems_.warning(place, "the session is listed twice at the same time and place", "shown once");
  }
}

}  // namespace kiosk
