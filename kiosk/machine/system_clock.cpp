#include "machine/system_clock.h"

#include <sys/timex.h>

namespace kiosk {

Clock::SystemTime system_time() {
  return std::chrono::time_point_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now());
}

Instant system_now() { return std::chrono::floor<std::chrono::seconds>(system_time()); }

bool kernel_clock_synchronised() {
  timex status{};  // no modes: nothing is set
  const int state = ::adjtimex(&status);
  return state >= 0 && state != TIME_ERROR && (status.status & STA_UNSYNC) == 0;
}

}  // namespace kiosk
