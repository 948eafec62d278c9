#include "commands/system_clock.h"

namespace kiosk {

Clock::SystemTime system_time() {
  return std::chrono::time_point_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now());
}

Instant system_now() { return std::chrono::floor<std::chrono::seconds>(system_time()); }

}  // namespace kiosk
