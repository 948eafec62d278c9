#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/timex.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>

// Preloaded (ld.so(8)) into the kiosk, this lets a test set its clocks while it runs: the file that KIOSK_TEST_CLOCK
// names holds two whole numbers, the seconds to add to the time of day and those to add to the steady clock. The
// kernel's word that the time of day is right is withheld, as on a machine without a time server.

namespace {

struct Ahead {
  long time_of_day = 0;
  long steady = 0;
};

Ahead ahead() {
  static const int file = ::open(std::getenv("KIOSK_TEST_CLOCK"), O_RDONLY | O_CLOEXEC);
  char text[64] = {};
  Ahead seconds;
  if (::pread(file, text, sizeof text - 1, 0) > 0) {
    std::sscanf(text, "%ld %ld", &seconds.time_of_day, &seconds.steady);
  }
  return seconds;
}

}  // namespace

extern "C" {

int clock_gettime(clockid_t clock, timespec* time) noexcept {
  if (::syscall(SYS_clock_gettime, clock, time) != 0) {
    return -1;
  }
  if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE) {
    time->tv_sec += ahead().time_of_day;
  } else if (clock == CLOCK_MONOTONIC || clock == CLOCK_BOOTTIME) {
    time->tv_sec += ahead().steady;
  }
  return 0;
}

int gettimeofday(timeval* time, void*) noexcept {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  *time = {now.tv_sec, now.tv_nsec / 1000};
  return 0;
}

time_t time(time_t* out) noexcept {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  if (out != nullptr) {
    *out = now.tv_sec;
  }
  return now.tv_sec;
}

int adjtimex(timex* status) noexcept {
  *status = {};
  status->status = STA_UNSYNC;
  return TIME_ERROR;
}
int ntp_adjtime(timex* status) noexcept { return adjtimex(status); }

}  // extern "C"
