#pragma once

#include <unistd.h>
#include <xcb/screensaver.h>
#include <xcb/xcb.h>
#include <xcb/xtest.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "graphics/offscreen.h"
#include "tests/harness/child_process.h"
#include "tests/harness/temporary_folder.h"

namespace kiosk::test {

// An X server with a monitor that can be switched off, which Xvfb has not: Xorg on a card in memory
// (xserver-xorg-video-dummy), with a switch of the tests' own (switchable_monitor.c). Needs neither a console nor
// rights. The monitor has 1280x720 pixels, and the screen room for a second one beside it. DISPLAY stays as it is.
class Xorg {
 public:
  Xorg() {
    int ends[2];
    if (::pipe(ends) != 0) {
      throw std::runtime_error("no pipe for Xorg");
    }
    write_file(folder_ / "xorg.conf", configuration());
    process_.emplace(std::vector<std::string>{"Xorg", "-displayfd", std::to_string(ends[1]), "-config",
                                              folder_ / "xorg.conf", "-logfile", folder_ / "log", "-noreset",
                                              "-nolisten", "tcp", "-novtswitch", "-sharevts"},
                     ChildOptions{.output = folder_ / "output", .errors = folder_ / "output"});
    ::close(ends[1]);
    std::string number;
    for (char c = 0; ::read(ends[0], &c, 1) == 1 && c != '\n';) {
      number += c;
    }
    ::close(ends[0]);
    if (number.empty()) {
      throw std::runtime_error("Xorg does not start: " + file_text(folder_ / "output") + file_text(folder_ / "log"));
    }
    name_ = ':' + number;
  }

  const std::string& name() const { return name_; }

  // By programs that share nothing with the kiosk.
  void xset(std::vector<std::string> arguments) const { tell("xset", std::move(arguments)); }
  void xrandr(std::vector<std::string> arguments) const { tell("xrandr", std::move(arguments)); }
  void switch_off() const { tell("xset", {"dpms", "force", "off"}); }
  bool monitor_is_on() const { return state_of_monitor() == "On"; }
  bool monitor_is_off() const { return state_of_monitor() == "Off"; }
  bool standby_is_disabled() const { return said_by_xset().find("DPMS is Disabled") != std::string::npos; }

  // A key goes down and up, on a keyboard as the server knows it.
  void press_key() const {
    const Client client(*this);
    constexpr std::uint8_t key_a = 38;
    for (const std::uint8_t event : {std::uint8_t{XCB_KEY_PRESS}, std::uint8_t{XCB_KEY_RELEASE}}) {
      xcb_test_fake_input(client.get(), event, key_a, XCB_CURRENT_TIME, client.root(), 0, 0, 0);
    }
    client.wait();
  }

  // How long nobody has touched anything.
  std::chrono::milliseconds idle() const {
    const Client client(*this);
    const std::unique_ptr<xcb_screensaver_query_info_reply_t, decltype(&std::free)> info(
        xcb_screensaver_query_info_reply(client.get(), xcb_screensaver_query_info(client.get(), client.root()),
                                         nullptr),
        &std::free);
    return std::chrono::milliseconds(info ? info->ms_since_user_input : 0);
  }

  Image pixels() const {
    const Client client(*this);
    const Size size{1280, 720};
    const std::unique_ptr<xcb_get_image_reply_t, decltype(&std::free)> reply(
        xcb_get_image_reply(
            client.get(),
            xcb_get_image(client.get(), XCB_IMAGE_FORMAT_Z_PIXMAP, client.root(), 0, 0,
                          static_cast<std::uint16_t>(size.width), static_cast<std::uint16_t>(size.height), ~0U),
            nullptr),
        &std::free);
    Image image{size, {}};
    const int bytes = reply ? xcb_get_image_data_length(reply.get()) : 0;
    for (std::ptrdiff_t at = 0; at + 3 < bytes; at += 4) {  // blue first, on the machines that the tests run on
      const std::uint8_t* pixel = xcb_get_image_data(reply.get()) + at;
      image.rgba.insert(image.rgba.end(), {pixel[2], pixel[1], pixel[0], 255});
    }
    return image;
  }

 private:
  class Client {
   public:
    explicit Client(const Xorg& server) : connection_(xcb_connect(server.name().c_str(), nullptr)) {
      if (xcb_connection_has_error(connection_) != 0) {
        xcb_disconnect(connection_);
        throw std::runtime_error("Xorg does not answer");
      }
    }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;
    ~Client() { xcb_disconnect(connection_); }
    xcb_connection_t* get() const { return connection_; }
    xcb_window_t root() const { return xcb_setup_roots_iterator(xcb_get_setup(connection_)).data->root; }
    void wait() const { std::free(xcb_get_input_focus_reply(connection_, xcb_get_input_focus(connection_), nullptr)); }

   private:
    xcb_connection_t* connection_;
  };

  void tell(const std::string& program, std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), program);
    ChildProcess process(std::move(arguments), {.environment = {"DISPLAY=" + name_}});
    if (process.wait_for() != 0) {
      throw std::runtime_error(program + " fails");
    }
  }

  std::string said_by_xset() const {
    const std::filesystem::path answer = folder_ / "answer";
    std::filesystem::remove(answer);
    ChildProcess process({"xset", "-display", name_, "q"}, {.output = answer, .errors = answer});
    process.wait_for();
    return file_text(answer);
  }
  std::string state_of_monitor() const {
    const std::string text = said_by_xset();
    const std::string before = "Monitor is ";
    const std::size_t at = text.find(before);
    return at == std::string::npos ? text : text.substr(at + before.size(), text.find('\n', at) - at - before.size());
  }

  static std::string configuration() {
    return R"(Section "Files"
  ModulePath ")" KIOSK_XORG_MODULES R"(,/usr/lib/xorg/modules"
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 16384
EndSection
Section "Device"
  Identifier "switch"
  Driver "switchable"
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 1-1000
  VertRefresh 1-1000
  Modeline "1280x720" 74.5 1280 1344 1472 1664 720 723 728 748
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Virtual 2560 720
    Modes "1280x720"
  EndSubSection
EndSection
Section "ServerLayout"
  Identifier "layout"
  Screen "screen"
  Inactive "switch"
EndSection
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoAddGPU" "false"
EndSection
)";
  }

  TemporaryFolder folder_;
  std::optional<ChildProcess> process_;
  std::string name_;
};

}  // namespace kiosk::test
