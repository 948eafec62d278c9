#include "machine/signals.h"

#include <atomic>
#include <csignal>
#include <functional>

#include <sys/wait.h>
#include <unistd.h>

#include "tests/catch.h"

using namespace std::chrono_literals;
using kiosk::Signals;

namespace {

// The exit status of a process that does this; -1 where a signal ended it.
int status_of(const std::function<int()>& act) {
  const pid_t child = ::fork();
  if (child == 0) {
    ::alarm(60);  // a test that fails shall end, too
    ::_exit(act());
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void wait_for_ever() {
  for (;;) {
    ::pause();
  }
}

}  // namespace

TEST_CASE("a signal to stop is a request, and who heeds it ends as it likes") {
  for (const int signal : {SIGTERM, SIGINT}) {
    CHECK(status_of([signal] {
            std::atomic<bool> woken = false;
            {
              const Signals stop([&] { woken = true; }, 30s);
              if (stop.stop_requested()) {
                return 1;
              }
              ::kill(::getpid(), signal);
              while (!woken) {
              }
              if (!stop.stop_requested()) {
                return 2;
              }
            }
            return 7;
          }) == 7);
  }
}

TEST_CASE("a process that does not heed it is ended, whatever its threads do") {
  CHECK(status_of([] {
          const Signals stop([] {}, 10ms);
          ::kill(::getpid(), SIGTERM);
          wait_for_ever();
          return 1;
        }) == 0);
  // Impatient people press Ctrl+C again, and a second signal is not an answer.
  CHECK(status_of([] {
          const Signals stop([] { ::kill(::getpid(), SIGINT); }, 10ms);
          ::kill(::getpid(), SIGINT);
          wait_for_ever();
          return 1;
        }) == 0);
}

TEST_CASE("without a signal nothing ends") {
  CHECK(status_of([] {
          {
            const Signals stop([] {}, 0ms);
          }
          return 7;
        }) == 7);
}

TEST_CASE("a session that closes and a log that nobody reads are no reason to stop") {
  for (const int signal : {SIGHUP, SIGPIPE}) {
    CHECK(status_of([signal] {
            const Signals stop([] {}, 30s);
            ::kill(::getpid(), signal);
            return stop.stop_requested() ? 1 : 7;
          }) == 7);
  }
}

TEST_CASE("each SIGHUP asks once for the settings to be read anew, also where whoever started it ignores SIGHUP") {
  CHECK(status_of([] {
          std::signal(SIGHUP, SIG_IGN);  // as nohup does
          std::atomic<int> woken = 0;
          Signals signals([&] { ++woken; }, 30s);
          if (signals.take_reload()) {
            return 1;
          }
          for (int times = 1; times <= 2; ++times) {
            ::kill(::getpid(), SIGHUP);
            while (woken < times) {
            }
            if (!signals.take_reload() || signals.take_reload() || signals.stop_requested()) {
              return 2;
            }
          }
          return 7;
        }) == 7);
}
