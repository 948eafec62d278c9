#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "exports/session_ids.h"
#include "json/place.h"
#include "json/problem_list.h"
#include "venue/session.h"

namespace kiosk {

// The sessions of an export that lists one of them once for each of its rooms and times. One id and title at one time
// in several rooms is one session in several halls; at several times, several sessions. One id with several titles is
// as many sessions, and a warning.
class SessionSlots {
 public:
  // `sessions` are those read so far: whoever asks adds each that is a new one.
  SessionSlots(ProblemList& problems, std::vector<Session>& sessions) : problems_(problems), sessions_(sessions) {}

  // Whether the session is a new one; its id, until then as the export has it, is then unlike any other's. Else its
  // halls are those of the session that it is. O(log n), and the halls of that session.
  bool take(const Place& place, Session& session);

 private:
  void join(const Place& place, const Session& session, Session& other);

  ProblemList& problems_;
  std::vector<Session>& sessions_;
  // Sorted, not hashed: whoever writes ids could make all hashes alike.
  std::map<std::string, std::size_t> by_slot_;  // sessions by id, start and title
  SessionIds ids_;
};

}  // namespace kiosk
