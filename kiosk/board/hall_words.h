#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "board/board.h"
#include "locales/wording.h"
#include "venue/schedule.h"

namespace kiosk {

// How many speakers a board shows at most by name and face.
inline constexpr std::size_t most_speakers = 4;

// Puts times, titles, speakers and pages of one schedule into words, at one instant and in one language. Borrows
// schedule and wording. Draw thread, as Wording is.
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
  // In days of the calendar, which change at midnight: what people call "tomorrow" is 1.
  std::int64_t days_ahead(Instant instant) const;

  std::string title(const Session& session) const;
  std::string times(const Slot& slot) const;
  // Speakers, then the subtitle.
  std::vector<std::string> details(const Session& session) const;

  // The QR code of a slot's broadcast from that hall, and of the event's page; nothing where there is no link.
  std::optional<QrCard> broadcast(const Slot& slot, const Hall& hall) const;
  std::optional<QrCard> event_page() const;

 private:
  std::string speakers(const Session& session) const;

  const Schedule& schedule_;
  Instant instant_;
  const Wording& wording_;
};

}  // namespace kiosk
