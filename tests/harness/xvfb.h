#pragma once

#include <signal.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "tests/harness/temporary_folder.h"

// An X server without a screen, of its own, for as long as the object lives; DISPLAY points to it. Xvfb picks
// a free display number and writes it to a pipe, so that tests can run side by side. It keeps
// running between two windows (-noreset): one that opens while it resets would not get in.
class Xvfb {
 public:
  explicit Xvfb(const std::string& screen = "1280x720x24") {
    int ends[2];
    if (pipe(ends) != 0) {
      return;
    }
    const std::string folder = folder_.path().string();
    process_ = fork();
    if (process_ == 0) {
      close(ends[0]);
      const std::string fd = std::to_string(ends[1]);
      if (freopen("/dev/null", "w", stderr) == nullptr) {
        _exit(126);
      }
      execlp("Xvfb", "Xvfb", "-displayfd", fd.c_str(), "-screen", "0", screen.c_str(), "-nolisten", "tcp", "-noreset",
             "-fbdir", folder.c_str(), static_cast<char*>(nullptr));
      _exit(127);
    }
    close(ends[1]);
    std::string number;
    for (char c = 0; read(ends[0], &c, 1) == 1 && c != '\n';) {
      number += c;
    }
    close(ends[0]);
    if (!number.empty()) {
      name_ = ":" + number;
      setenv("DISPLAY", name_.c_str(), 1);
    }
  }
  Xvfb(const Xvfb&) = delete;
  Xvfb& operator=(const Xvfb&) = delete;
  ~Xvfb() {
    unsetenv("DISPLAY");
    end(SIGTERM);
  }

  // Ends the server, as a crash of it does; its clients lose their connection.
  void end(int signal = SIGKILL) {
    if (process_ > 0) {
      kill(process_, signal);
      waitpid(process_, nullptr, 0);
      process_ = -1;
    }
  }

  bool runs() const { return !name_.empty(); }
  const std::string& name() const { return name_; }
  // The file in which the server keeps the screen's pixels (screen_pixels.h).
  std::filesystem::path framebuffer() const { return folder_ / "Xvfb_screen0"; }

  // Returns when the server has finished its present work, such as drawing a picture: it does one thing at a time, and
  // accepts a new client only afterwards.
  void let_finish() const {
    const int client = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = "/tmp/.X11-unix/X" + name_.substr(1);
    std::copy(path.begin(), path.end(), address.sun_path);
    // The X protocol, section 8: the order of bytes, version 11.0, and no authorization.
    const unsigned char greeting[12] = {'l', 0, 11, 0};
    unsigned char answer[8];
    if (connect(client, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
        write(client, greeting, sizeof greeting) == sizeof greeting) {
      [[maybe_unused]] const ssize_t answered = read(client, answer, sizeof answer);
    }
    close(client);
  }

 private:
  kiosk::test::TemporaryFolder folder_;
  pid_t process_ = -1;
  std::string name_;
};
