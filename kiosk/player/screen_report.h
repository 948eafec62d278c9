#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "board/board.h"
#include "feed/feed_news.h"
#include "venue/local_time.h"

namespace kiosk {

// All that the outside may know of a running screen: metrics, heartbeat and diagnostics read it and nothing else. A
// plain value; counts are since the start of the program. Instants are of the system's clock, corrected where the
// screen's is.
struct ScreenReport {
  std::string hall;      // id, as the settings name it
  std::string renderer;  // GL's own name of it
  std::uint64_t frames_drawn = 0;
  std::optional<double> first_frame_seconds;  // since the process started
  std::optional<Instant> last_frame;
  std::optional<Instant> last_success;  // until when the schedule was known to be true; nothing: none was seen
  std::size_t feed_problems = 0;        // in the schedule that is shown
  std::size_t sessions_held = 0;        // shown although they vanished from the feed
  Light light = Light::full;
  double clock_offset_seconds = 0;  // of the clock on the screen from the system's
  PollCounts polls;
  Instant instant;  // when all this was true, by the clock of last_success
};

}  // namespace kiosk
