#include "machine/stop_signals.h"

#include <csignal>
#include <utility>

#include <pthread.h>

namespace kiosk {

StopSignals::StopSignals(std::function<void()> wake) {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  thread_ = std::thread([this, signals, wake = std::move(wake)] {
    int signal = 0;
    while (sigwait(&signals, &signal) == 0 && !closing_) {
      requested_ = true;
      wake();
    }
  });
}

StopSignals::~StopSignals() {
  closing_ = true;
  pthread_kill(thread_.native_handle(), SIGTERM);
  thread_.join();
}

}  // namespace kiosk
