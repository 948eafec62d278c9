#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "graphics/waker.h"
#include "machine/request_socket.h"
#include "machine/signals.h"
#include "player/screen_report.h"
#include "settings/load_settings.h"
#include "technician/identify.h"

namespace kiosk {

// What a running screen is asked by the commands of the same names, through its socket: "reload", "identify", "status"
// and "status json". An answer is the asking command's exit code on a line of its own, then what to print. SIGHUP asks
// for a reload, too, and gets no answer. Draw thread.
class Requests {
 public:
  // Until somebody can listen, only signals ask. `signals` is borrowed.
  Requests(Signals& signals, Waker waker) : signals_(signals), waker_(std::move(waker)) {}

  bool listens() const { return socket_ != nullptr; }
  // From now on answers who asks there. `identify`, which shows the machine, is borrowed.
  void listen(std::unique_ptr<RequestSocket> socket, Identify& identify) {
    socket_ = std::move(socket);
    identify_ = &identify;
  }

  // Nobody finds the screen any more: the process is about to end without destructors.
  void leave() const {
    if (socket_ != nullptr) {
      socket_->remove_file();
    }
  }

  // At each look of the player: answers what has been asked, but for reloads.
  void answer(const ScreenReport& report);
  // Whether somebody wants the settings to be read anew.
  bool reload_wanted();
  // They were, and this came of it. Answers who had asked.
  void reloaded(const LoadedSettings& loaded);

 private:
  std::string identify(const ScreenReport& report);

  std::unique_ptr<RequestSocket> socket_;
  Signals& signals_;
  Waker waker_;
  Identify* identify_ = nullptr;
  std::vector<std::uint64_t> reloads_;  // who waits for one
};

}  // namespace kiosk
