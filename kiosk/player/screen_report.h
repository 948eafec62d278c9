#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "board/board.h"
#include "feed/feed_news.h"
#include "graphics/monitor_power.h"
#include "venue/local_time.h"

namespace kiosk {

// The state of a running screen for metrics, the watchdog and diagnostics, which read nothing else of it. A plain
// value. Counts are since the start of the program; instants are by the system's clock, corrected by what the screen
// found.
struct ScreenReport {
  std::string hall;                            // as the settings name it
  std::string hall_name;                       // as the board shows it; empty: the schedule has no such hall
  Size size;                                   // of the glass, in pixels
  bool emergency = false;                      // one is on the glass
  std::string feed_failure;                    // why the last look at the feed failed; empty: it did not
  std::vector<std::string> settings_problems;  // one line each
  std::string renderer;                        // as the GL driver names it
  std::string gl;                              // its GL and version: "OpenGL ES 3.1 Mesa 22.3.6"
  std::uint64_t frames_drawn = 0;
  std::optional<double> first_frame_seconds;  // since the process started
  std::optional<Instant> last_frame;
  std::optional<Instant> last_success;  // up to when the schedule was known to be true; nothing: there was none
  std::size_t feed_problems = 0;        // in the schedule that is shown
  bool zone_unknown = false;            // nobody knows the zone of the schedule that is shown
  std::size_t sessions_held = 0;        // still shown although they have vanished from the feed
  Light light = Light::full;
  MonitorPower monitor = MonitorPower::on;
  double clock_offset_seconds = 0;  // how far the board's clock is ahead of the system's
  PollCounts polls;
  Instant instant;  // of this report
};

}  // namespace kiosk
