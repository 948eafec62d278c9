#include "organizer/schedule_findings.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "base/words.h"
#include "locales/case_folded.h"

namespace kiosk {
namespace {

// Days between a session and the middle of the event that nobody plans on purpose.
constexpr date::days far_off{14};

class ScheduleFindings {
 public:
  ScheduleFindings(const Schedule& schedule, FindingList& findings) : schedule_(schedule), findings_(findings) {}

  void find(Instant now) {
    find_overlaps();
    find_speakers_in_two_halls();
    find_days_far_off();
    find_empty_halls();
    find_past_notices(now);
  }

 private:
  std::string time(Instant instant) const { return date::format("%R", to_local(instant, schedule_.time_zone())); }

  static std::string title(const Session& session) { return in_quotes(session.title.in("")); }

  void find_overlaps() {
    for (const Overlap& overlap : overlaps(schedule_)) {
      findings_.warn(*overlap.later, "/start",
                     "starts in hall " + in_quotes(overlap.hall->id) + " before " + title(*overlap.earlier) +
                         " ends at " + time(*overlap.earlier->end),
                     "end that at " + time(overlap.later->start) + ", or move one of the two");
    }
  }

  // Only where both ends are known: an open one may be meant to be early enough.
  void find_speakers_in_two_halls() {
    struct Appearance {
      const Session* session;
      std::size_t speaker;
    };
    std::map<std::string, std::vector<Appearance>> by_name;
    for (const Session& session : schedule_.sessions()) {
      if (session.state == SessionState::cancelled || session.kind != SessionKind::session || !session.end) {
        continue;
      }
      for (std::size_t i = 0; i < session.speakers.size(); ++i) {
        by_name[case_folded(session.speakers[i].name.in(""))].push_back({&session, i});
      }
    }
    for (auto& [name, appearances] : by_name) {
      std::stable_sort(appearances.begin(), appearances.end(),
                       [](const Appearance& a, const Appearance& b) { return a.session->start < b.session->start; });
      const Session* longest = nullptr;
      for (const Appearance& appearance : appearances) {
        const Session& session = *appearance.session;
        if (longest != nullptr && session.start < *longest->end && session.halls != longest->halls) {
          findings_.warn(session, "/speakers/" + std::to_string(appearance.speaker),
                         in_quotes(session.speakers[appearance.speaker].name.in("")) + " speaks in hall " +
                             in_quotes(longest->halls.front()) + " until " + time(*longest->end),
                         "nobody is in two halls at once: move " + title(session) + " or " + title(*longest));
        }
        longest = longest == nullptr || *session.end > *longest->end ? &session : longest;
      }
    }
  }

  void find_days_far_off() {
    std::vector<date::local_days> days;
    for (const Session& session : schedule_.sessions()) {
      days.push_back(event_day(session.start, schedule_.time_zone()));
    }
    if (days.size() < 3) {
      return;
    }
    std::vector<date::local_days> sorted = days;
    std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2), sorted.end());
    const date::local_days middle = sorted[sorted.size() / 2];
    for (std::size_t i = 0; i < days.size(); ++i) {
      if (days[i] > middle + far_off || days[i] < middle - far_off) {
        findings_.warn(schedule_.sessions()[i], "/start",
                       "is on " + date::format("%F", days[i]) + ", far from the event's other days",
                       "most sessions are around " + date::format("%F", middle) + ": is the date right?");
      }
    }
  }

  void find_empty_halls() {
    for (const Hall& hall : schedule_.halls()) {
      if (schedule_.timeline(hall).empty() && schedule_.moved_away(hall).empty()) {
        findings_.warn(hall, "", "no session is in hall " + in_quotes(hall.id),
                       "its screen shows that nothing is scheduled; remove it if it has none");
      }
    }
  }

  void find_past_notices(Instant now) {
    for (const Notice& notice : schedule_.notices()) {
      if (notice.until && *notice.until <= now) {
        findings_.warn(notice, "/until",
                       "the notice ended at " + date::format("%F %R", to_local(*notice.until, schedule_.time_zone())),
                       "remove it, or write a later end");
      }
    }
  }

  const Schedule& schedule_;
  FindingList& findings_;
};

}  // namespace

void find_in_schedule(const Schedule& schedule, Instant now, FindingList& findings) {
  ScheduleFindings(schedule, findings).find(now);
}

}  // namespace kiosk
