#include "programme/taken_times.h"

#include <algorithm>
#include <iterator>

namespace kiosk {

void TakenTimes::add(const Session& session) {
  for (const std::string& hall : session.halls) {
    by_hall_[hall].push_back({session.start, end_of(session)});
  }
}

void TakenTimes::sort() {
  for (auto& [hall, times] : by_hall_) {
    std::sort(times.begin(), times.end(), [](const Time& a, const Time& b) { return a.start < b.start; });
    for (std::size_t i = 1; i < times.size(); ++i) {
      times[i].latest_end = std::max(times[i].latest_end, times[i - 1].latest_end);
    }
  }
}

bool TakenTimes::meet(const Session& session) const {
  return std::any_of(session.halls.begin(), session.halls.end(), [&](const std::string& hall) {
    const auto found = by_hall_.find(hall);
    if (found == by_hall_.end()) {
      return false;
    }
    const std::vector<Time>& times = found->second;
    const auto later = std::partition_point(times.begin(), times.end(),
                                            [&](const Time& time) { return time.start < end_of(session); });
    return later != times.begin() && std::prev(later)->latest_end > session.start;
  });
}

}  // namespace kiosk
