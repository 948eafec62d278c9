#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "venue/session.h"

namespace kiosk {

// When a session ends, an open end being as long as venue/session.h lets it be.
inline Instant end_of(const Session& session) { return session.end.value_or(session.start + longest_open_end); }

// When halls are taken, to be asked which sessions would meet another there. Borrows the sessions.
class TakenTimes {
 public:
  void add(const Session& session);
  // After the last was added, and before the first question. O(n log n).
  void sort();
  // Whether one of those added is on at the same time in the same hall. O(log n) for each hall of the session.
  bool meet(const Session& session) const;

 private:
  struct Time {
    Instant start;
    Instant latest_end;  // of this one and, once sorted, all before it
  };
  std::unordered_map<std::string_view, std::vector<Time>> by_hall_;
};

}  // namespace kiosk
