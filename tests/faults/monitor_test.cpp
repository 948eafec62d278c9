#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "tests/faults/stage.h"
#include "tests/harness/xorg.h"

// The monitor itself, which an X server switches off and on: what the kiosk makes of that in its blank hours.

using namespace kiosk;
using namespace kiosk::test;

namespace {

// The screen's clock at a minute of Track 1's, and on from there; or nearly standing there.
std::vector<std::string> from(const std::string& time) { return {"--at", "2024-04-17T" + time + "+03:00"}; }
std::vector<std::string> standing(const std::string& time) {
  return {"--at", "2024-04-17T" + time + "+03:00", "--speed", "0.01"};
}

// A kiosk on an X server with a monitor, dark from 14:40 to 14:43, in the middle of Track 1.
struct Hall {
  Hall() {
    machine.write_settings(demo_feed_file);
    std::string settings = file_text(machine.settings());
    settings.insert(settings.find("display.drift"), "display.blank = \"14:40-14:43\"\n");
    write_file(machine.settings(), settings);
  }
  void start(const std::vector<std::string>& arguments) { machine.start(arguments, {"DISPLAY=" + server.name()}); }
  // Waits for it, as long as the kiosk lives.
  bool comes(const std::function<bool()>& wanted) {
    return eventually([&] { return !machine.runs() || wanted(); }) && machine.runs();
  }
  bool switches_off() {
    return comes([&] { return server.monitor_is_off(); });
  }
  bool switches_on() {
    return comes([&] { return server.monitor_is_on(); });
  }
  bool shows_track_1() {
    return comes([&] { return read_qr_codes(server.pixels()) == std::vector{track_1_link}; });
  }

  Xorg server;
  KioskMachine machine;
};

}  // namespace

TEST_CASE("a monitor that goes away while it is off is switched on all the same when blank hours end") {
  Hall hall;
  std::vector<std::string> fast = from("14:42:30");
  fast.insert(fast.end(), {"--speed", "6"});
  hall.start(fast);
  CHECK(hall.switches_off());
  // A plug that is pulled leaves the switch as it is, and this, which stands for it, does not.
  hall.server.xrandr({"--output", "DUMMY0", "--off"});
  hall.server.switch_off();
  CHECK(hall.server.monitor_is_off());
  CHECK(hall.machine.says("warning: no monitor is on"));
  CHECK(hall.switches_on());
  CHECK(hall.machine.end() == 0);
}

TEST_CASE("the monitor is off from the minute at which blank hours begin, and on for the board when they end") {
  Hall hall;
  hall.start(from("14:39:58"));
  CHECK(hall.switches_off());
  CHECK(hall.machine.says("info: the monitor is off"));
  hall.machine.end(SIGKILL);
  CHECK(hall.server.monitor_is_off());

  hall.start(from("14:42:57"));
  CHECK(hall.switches_on());
  CHECK(hall.shows_track_1());
  CHECK(hall.machine.end() == 0);
  record("black, the monitor off; then the board", "the monitor is off", "at the minute");
}

TEST_CASE("a monitor that a killed kiosk left off stays off in blank hours, and is on for the next one's board") {
  Hall hall;
  hall.server.xset({"dpms", "force", "off"});
  hall.start(standing("14:41:00"));
  CHECK(hall.machine.says("info: the monitor is off"));
  CHECK(hall.server.monitor_is_off());
  hall.machine.end(SIGKILL);

  hall.start(standing("14:50:00"));
  CHECK(hall.switches_on());
  CHECK(hall.shows_track_1());
  CHECK(hall.machine.end() == 0);
}

TEST_CASE("standby that was switched off for good comes back for blank hours alone") {
  Hall hall;
  hall.server.xset({"-dpms"});
  hall.start(from("14:39:58"));
  CHECK(hall.switches_off());
  // The settings change: there are no blank hours any more.
  hall.machine.write_settings(demo_feed_file);
  CHECK(hall.shows_track_1());
  CHECK(hall.comes([&] { return hall.server.standby_is_disabled(); }));
  CHECK(hall.machine.end() == 0);
}

TEST_CASE("who presses a key in blank hours sees why the screen is black") {
  Hall hall;
  hall.start(standing("14:41:00"));
  REQUIRE(hall.switches_off());
  // What a key does on a keyboard; on the server's imaginary one it brings the window its event alone.
  hall.server.xset({"dpms", "force", "on"});
  hall.server.press_key();
  CHECK(hall.machine.says("somebody has switched the monitor on"));
  // Letters too dim to wear the screen out.
  CHECK(hall.comes([&] {
    const Image image = hall.server.pixels();
    return std::any_of(image.rgba.begin(), image.rgba.end(),
                       [](std::uint8_t light) { return light > 0 && light < 255; });
  }));
  CHECK(hall.machine.end() == 0);
}

TEST_CASE("another monitor that shows something else keeps both on, until it is unplugged") {
  Hall hall;
  hall.server.xrandr({"--addmode", "DUMMY1", "1280x720"});
  const std::vector<std::string> plug{"--fb",   "2560x720", "--output", "DUMMY1",
                                      "--mode", "1280x720", "--pos",    "1280x0"};
  hall.server.xrandr(plug);
  hall.start(standing("14:41:00"));
  CHECK(hall.machine.says("another one of this display shows something else"));
  CHECK(hall.server.monitor_is_on());
  hall.server.xrandr({"--fb", "2560x720", "--output", "DUMMY1", "--off"});
  CHECK(hall.switches_off());
  hall.server.xrandr(plug);
  CHECK(hall.switches_on());
  CHECK(hall.machine.end() == 0);
}

TEST_CASE("the server's own standby waits as long as the kiosk is there, and no longer") {
  Hall hall;
  hall.server.xset({"dpms", "1", "1", "1"});
  REQUIRE(eventually([&] { return hall.server.monitor_is_off(); }));
  hall.start(standing("14:50:00"));
  CHECK(hall.switches_on());
  CHECK(hall.comes([&] { return hall.server.idle() > std::chrono::seconds(4); }));
  CHECK(hall.server.monitor_is_on());
  hall.machine.end(SIGKILL);
  CHECK(eventually([&] { return hall.server.monitor_is_off(); }));
}

TEST_CASE("where no monitor can be switched the screen is black, and one line says so") {
  KioskMachine machine;
  machine.write_settings(demo_feed_file);
  std::string settings = file_text(machine.settings());
  settings.insert(settings.find("display.drift"), "display.blank = \"14:40-14:43\"\n");
  write_file(machine.settings(), settings);
  machine.start(standing("14:41:00"));
  CHECK(machine.says("this display server switches none off"));
  CHECK_FALSE(shows_something(machine.glass()));
  machine.process().send(SIGHUP);  // a look more, and the settings read anew
  CHECK(machine.says("reading the settings again"));
  CHECK(machine.end() == 0);
  const std::string log = machine.errors();
  CHECK(log.find("the monitor") == log.rfind("the monitor"));
}
