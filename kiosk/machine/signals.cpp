#include "machine/signals.h"

#include <csignal>
#include <cstdlib>
#include <utility>

#include <pthread.h>
#include <time.h>

namespace kiosk {

Signals::Signals(std::function<void()> wake, std::chrono::milliseconds patience) {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGHUP, SIG_DFL);  // nohup(1) has it ignored, and what is ignored never arrives
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGHUP);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  thread_ = std::thread([this, signals, patience, wake = std::move(wake)] {
    int signal = 0;
    while (sigwait(&signals, &signal) == 0 && signal == SIGHUP) {
      reload_requested_ = true;
      wake();
    }
    if (closing_) {
      return;
    }
    stop_requested_ = true;
    wake();
    const auto nanoseconds = std::chrono::nanoseconds(patience);
    const timespec most{static_cast<time_t>(nanoseconds.count() / 1'000'000'000),
                        static_cast<long>(nanoseconds.count() % 1'000'000'000)};
    const auto until = std::chrono::steady_clock::now() + patience;
    while (!closing_ && std::chrono::steady_clock::now() < until) {
      sigtimedwait(&signals, nullptr, &most);
    }
    if (!closing_) {
      std::_Exit(EXIT_SUCCESS);
    }
  });
}

Signals::~Signals() {
  closing_ = true;
  pthread_kill(thread_.native_handle(), SIGTERM);
  thread_.join();
}

}  // namespace kiosk
