#include "machine/stop_signals.h"

#include <csignal>
#include <functional>

#include <sys/wait.h>
#include <unistd.h>

#include "tests/catch.h"

using namespace std::chrono_literals;
using kiosk::StopSignals;

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
              const StopSignals stop([&] { woken = true; }, 30s);
              if (stop.requested()) {
                return 1;
              }
              ::kill(::getpid(), signal);
              while (!woken) {
              }
              if (!stop.requested()) {
                return 2;
              }
            }
            return 7;
          }) == 7);
  }
}

TEST_CASE("a process that does not heed it is ended, whatever its threads do") {
  CHECK(status_of([] {
          const StopSignals stop([] {}, 10ms);
          ::kill(::getpid(), SIGTERM);
          wait_for_ever();
          return 1;
        }) == 0);
  // Impatient people press Ctrl+C again, and a second signal is not an answer.
  CHECK(status_of([] {
          const StopSignals stop([] { ::kill(::getpid(), SIGINT); }, 10ms);
          ::kill(::getpid(), SIGINT);
          wait_for_ever();
          return 1;
        }) == 0);
}

TEST_CASE("without a signal nothing ends") {
  CHECK(status_of([] {
          {
            const StopSignals stop([] {}, 0ms);
          }
          return 7;
        }) == 7);
}

TEST_CASE("a session that closes and a log that nobody reads are no reason to stop") {
  for (const int signal : {SIGHUP, SIGPIPE}) {
    CHECK(status_of([signal] {
            const StopSignals stop([] {}, 30s);
            ::kill(::getpid(), signal);
            return stop.requested() ? 1 : 7;
          }) == 7);
  }
}
