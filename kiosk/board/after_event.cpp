#include "board/after_event.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "board/hall_board.h"

namespace kiosk {

namespace {

// All recordings, each link once: first those of `here`, then by hall, then by time.
std::vector<Recording> all_recordings(const HallWords& words, const Hall& here) {
  const Schedule& schedule = words.schedule();
  std::vector<const Hall*> halls{&here};
  for (const Hall& hall : schedule.halls()) {
    if (&hall != &here) {
      halls.push_back(&hall);
    }
  }
  std::vector<Recording> recordings;
  std::unordered_set<std::string_view> known;
  // Formatting is slow, and there may be a recording for each session: words they share are formatted once.
  const std::string caption = words.wording().say("recording");
  const std::string unnamed = words.wording().say("break");
  std::map<date::local_days, std::string> dates;
  const auto date_of = [&](const Slot& slot) -> const std::string& {
    const auto [day, is_new] = dates.try_emplace(date::floor<date::days>(words.local(slot.start)));
    if (is_new) {
      day->second = words.date(slot.start);
    }
    return day->second;
  };
  for (const Hall* hall : halls) {
    for (const Slot& slot : schedule.timeline(*hall)) {
      const Session& session = schedule.session_of(slot);
      if (!session.recording || session.state == SessionState::cancelled ||
          !known.insert(session.recording->url).second) {
        continue;
      }
      const std::string& track = words.text(session.track);
      const std::string& written = words.text(session.title);
      recordings.push_back({track.empty() ? date_of(slot) : track,
                            written.empty() && session.kind == SessionKind::break_ ? unnamed : written,
                            session.language, QrCard{session.recording->url, caption, ""}});
    }
  }
  return recordings;
}

}  // namespace

std::optional<QrCard> recording_or_event_page(const HallWords& words, const Hall& hall) {
  const Schedule& schedule = words.schedule();
  std::vector<const Slot*> recorded;  // latest first
  std::optional<Instant> day;
  const Timeline& timeline = schedule.timeline(hall);
  for (auto slot = timeline.rbegin(); slot != timeline.rend() && (!day || slot->start >= *day); ++slot) {
    if (slot->end <= words.instant() && schedule.session_of(*slot).recording) {
      day = day ? day : start_of_event_day(slot->start, schedule.time_zone());
      recorded.push_back(&*slot);
    }
  }
  if (recorded.empty()) {
    return words.event_page();
  }
  std::reverse(recorded.begin(), recorded.end());
  const Session& session =
      schedule.session_of(*recorded[static_cast<std::size_t>(turn_at(words.instant())) % recorded.size()]);
  return QrCard{session.recording->url, words.wording().say("recording"), words.title(session)};
}

void add_recordings(const HallWords& words, const Hall& hall, Board& board) {
  std::vector<Recording> recordings = all_recordings(words, hall);
  if (recordings.empty()) {
    return;
  }
  Headline& headline = board.headlines.front();
  headline.title = words.wording().say("watch_recordings");
  headline.times = words.wording().say("event_over_title");
  if (recordings.size() == 1) {
    headline.qr = std::move(recordings.front().qr);
    headline.qr->detail = recordings.front().title;
  } else {
    headline.qr.reset();
    board.recordings = std::move(recordings);
  }
}

}  // namespace kiosk
