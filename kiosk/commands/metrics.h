#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "feed/poller.h"
#include "screen/board.h"
#include "venue/local_time.h"

namespace kiosk {

// What a screen tells of itself, for node_exporter's textfile collector.
struct Metrics {
  std::string hall;
  std::string renderer;
  std::uint64_t frames_drawn = 0;
  std::optional<double> first_frame_seconds;  // since the process started
  std::optional<Instant> last_frame;          // system clock
  std::optional<Instant> last_success;        // of a poll, system clock
  std::size_t feed_problems = 0;
  std::size_t sessions_held = 0;
  Light light = Light::full;
  double clock_offset_seconds = 0;  // of the clock on the screen from the system's
  std::uint64_t resident_memory_bytes = 0;
  PollCounts polls;
};

// Prometheus text exposition format 0.0.4. Pure; `now` is the system clock's.
std::string to_prometheus(const Metrics& metrics, Instant now);

}  // namespace kiosk
