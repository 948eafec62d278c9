#pragma once

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "tests/harness/patience.h"

namespace kiosk::test {

// Asks until `condition` holds or `deadline` has passed; for what happens in another process, where there
// is nothing to wait on. True as soon as it holds.
template <class Condition>
bool eventually(Condition condition, std::chrono::milliseconds deadline = patience) {
  const auto until = std::chrono::steady_clock::now() + deadline;
  while (!condition()) {
    if (std::chrono::steady_clock::now() >= until) {
      return false;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return true;
}

struct ChildOptions {
  std::filesystem::path output{};          // standard output goes to this file; empty: to the test's own
  std::filesystem::path errors{};          // standard error likewise; the same file as `output` is fine
  std::filesystem::path folder{};          // to start in
  std::vector<std::string> environment{};  // "NAME=value", on top of the test's own; "NAME" takes one away
};

// A program started by a test, and killed with it. Its exit status is a shell's: 128 + signal where a signal ended it.
class ChildProcess {
 public:
  explicit ChildProcess(std::vector<std::string> arguments, const ChildOptions& options = {}) {
    std::vector<char*> argv;
    for (std::string& argument : arguments) {
      argv.push_back(argument.data());
    }
    argv.push_back(nullptr);
    pid_ = ::fork();
    if (pid_ < 0) {
      throw std::runtime_error("cannot fork");
    }
    if (pid_ == 0) {
      ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // a test that crashes leaves nothing running
      redirect(options.output, STDOUT_FILENO);
      redirect(options.errors, STDERR_FILENO);
      for (const std::string& setting : options.environment) {
        const std::size_t equals = setting.find('=');
        if (equals == std::string::npos) {
          ::unsetenv(setting.c_str());
        } else {
          ::setenv(setting.substr(0, equals).c_str(), setting.substr(equals + 1).c_str(), 1);
        }
      }
      if (options.folder.empty() || ::chdir(options.folder.c_str()) == 0) {
        ::execvp(argv[0], argv.data());
      }
      ::_exit(127);
    }
  }
  ChildProcess(ChildProcess&& other) noexcept
      : pid_(std::exchange(other.pid_, -1)), status_(std::exchange(other.status_, std::nullopt)) {}
  ChildProcess& operator=(ChildProcess&& other) noexcept {
    std::swap(pid_, other.pid_);
    std::swap(status_, other.status_);
    return *this;
  }
  ~ChildProcess() {
    if (pid_ > 0 && !status_) {
      ::kill(pid_, SIGKILL);
      wait();
    }
  }

  pid_t pid() const { return pid_; }

  void send(int signal) const {
    if (pid_ > 0 && !status_) {
      ::kill(pid_, signal);
    }
  }

  // The exit status, or nothing while it runs.
  std::optional<int> exit_status() {
    int raw = 0;
    if (!status_ && ::waitpid(pid_, &raw, WNOHANG) == pid_) {
      status_ = decoded(raw);
    }
    return status_;
  }

  // Blocks until it has ended by itself, or the deadline has passed.
  std::optional<int> wait_for(std::chrono::milliseconds deadline = patience) {
    eventually([this] { return exit_status().has_value(); }, deadline);
    return status_;
  }

  // Asks it to end (SIGTERM), kills it if it does not, and returns how it ended.
  int stop(std::chrono::milliseconds deadline = patience) {
    send(SIGTERM);
    if (!wait_for(deadline)) {
      send(SIGKILL);
      wait();
    }
    return *status_;
  }

 private:
  static int decoded(int raw) { return WIFEXITED(raw) ? WEXITSTATUS(raw) : 128 + WTERMSIG(raw); }

  static void redirect(const std::filesystem::path& file, int descriptor) {
    if (!file.empty()) {
      const int opened = ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
      ::dup2(opened, descriptor);
    }
  }

  void wait() {
    int raw = 0;
    ::waitpid(pid_, &raw, 0);
    status_ = decoded(raw);
  }

  pid_t pid_ = -1;
  std::optional<int> status_{};
};

}  // namespace kiosk::test
