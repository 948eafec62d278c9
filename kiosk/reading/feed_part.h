#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "venue/schedule.h"

namespace kiosk {

// Which fields of an object an addition gives, and where: what it leaves out stays as other feeds have it.
struct Given {
  std::vector<std::string_view> keys{};  // the venue feed's; "halls" for "hall", too
  std::string where{};                   // JSON pointer
  int line = 0;

  bool has(std::string_view key) const { return std::find(keys.begin(), keys.end(), key) != keys.end(); }
};

// What one feed says: a schedule to be, or an addition to the feeds before it.
struct FeedPart {
  std::string file{};       // names the feed in problems
  bool venue_feed = false;  // our own dialect, whose author can say what has moved and what is cancelled
  Schedule::Parts parts{};
  // Other names a technician may know a session by (its number, the code in its address), to its id.
  // Sorted, not hashed, as all that strangers' ids are looked up in: they could make all hashes alike.
  std::map<std::string, std::string> other_ids{};

  // Where its event has no zone: its times are the wall clock's, as if it were UTC's. With a zone that another feed
  // knows they can be told, unless they had offsets, which are lost.
  bool offsets_left_out = false;
  std::optional<Problem> zone_unsaid{};  // where it names no zone and nothing stands in: a problem unless others do
  SaidZone zone_of_offsets{};            // an addition's times' own, for want of anybody who names one

  // An addition, FeedContext::addition, may hold halls and sessions with an id and little else, and name halls and
  // sessions that it does not hold. The lists are beside those of `parts`; all are empty where it is none.
  bool addition = false;
  std::vector<Given> halls{};
  std::vector<Given> sessions{};
  std::vector<Given> notices{};
};

}  // namespace kiosk
