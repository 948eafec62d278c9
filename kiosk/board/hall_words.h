#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "board/board.h"
#include "locales/wording.h"
#include "venue/schedule.h"

namespace kiosk {

// As many speakers as stand on a board by name and face.
inline constexpr std::size_t most_speakers = 4;

// How the things of one schedule are called at one instant in one language: times, titles, speakers, pages. Borrows
// schedule and wording. Draw thread, because Wording is.
class HallWords {
 public:
  HallWords(const Schedule& schedule, Instant instant, const Wording& wording)
      : schedule_(schedule), instant_(instant), wording_(wording) {}

  const Schedule& schedule() const { return schedule_; }
  const Wording& wording() const { return wording_; }
  Instant instant() const { return instant_; }

  const std::string& text(const LocalText& local) const { return local.in(wording_.language()); }
  LocalTime local(Instant instant) const { return to_local(instant, schedule_.time_zone()); }
  std::string time(Instant instant) const { return wording_.time(local(instant)); }
  std::string date(Instant instant) const { return wording_.date(local(instant)); }
  // By the calendar, which turns at midnight: "tomorrow" is what people call tomorrow.
  std::int64_t days_ahead(Instant instant) const;

  std::string title(const Session& session) const;
  std::string times(const Slot& slot) const;
  // Speakers and subtitle.
  std::vector<std::string> details(const Session& session) const;

  // The code of a slot's broadcast in that hall, and of the event's page; nothing where there is none.
  std::optional<QrCard> broadcast(const Slot& slot, const Hall& hall) const;
  std::optional<QrCard> event_page() const;

 private:
  std::string speakers(const Session& session) const;

  const Schedule& schedule_;
  Instant instant_;
  const Wording& wording_;
};

}  // namespace kiosk
