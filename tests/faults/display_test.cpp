#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "tests/faults/stage.h"
#include "tests/harness/turned_picture.h"

// Screens that misbehave. A monitor of Xvfb can change its mode and be switched off, which is what an unplugged one
// is to its server. monitor_test.cpp has the monitor's power, compositor_test.cpp Wayland, frozen_test.cpp what hangs.
//
// Not to be had without a machine of its own:
//   - a plug that is pulled: RandR's events of a connector, a television that announces other modes, what a panel does
//     when it is told to switch off, and how long it takes to come back;
//   - a driver that loses its GL context: llvmpipe never does, and knows no robustness. frozen_test.cpp has one that
//     ends the process then, which is started anew; that others go on with a context of their own making is their word;
//   - a key that wakes the monitor: what XTEST sends does not, so that the test does it;
//   - an output that is scaled or turned while it is shown: neither weston nor Debian 12's cage can be told to. Another
//     mode is tried in packaging/cage_test.py;
//   - colours of 30 bits.

using namespace kiosk;
using namespace kiosk::test;

namespace {

void xrandr(const std::vector<std::string>& arguments) {
  std::vector<std::string> line{"xrandr"};
  line.insert(line.end(), arguments.begin(), arguments.end());
  ChildProcess process(line);
  REQUIRE(process.wait_for() == 0);
}

// The monitor's other mode, 800x600, smaller than the screen as Xvfb has it from the start on.
constexpr Size other_mode{800, 600};
void learn_other_mode() {
  xrandr({"--newmode", "other", "40", "800", "840", "968", "1056", "600", "601", "605", "628"});
  xrandr({"--addmode", "screen", "other"});
}

}  // namespace

TEST_CASE("a monitor that changes its mode has the board laid out anew, and back") {
  Stage stage;
  const std::optional<Image> before = stage.good_board();
  REQUIRE(before);
  learn_other_mode();
  const auto begin = std::chrono::steady_clock::now();
  xrandr({"--output", "screen", "--mode", "other"});
  CHECK(stage.fills(board_of_size(other_mode)));
  const auto took = std::chrono::steady_clock::now() - begin;
  CHECK(stage.machine.runs());
  xrandr({"--output", "screen", "--mode", "1280x720"});
  CHECK(stage.fills(*before));
  CHECK(stage.machine.end() == 0);
  record("the board, laid out anew", stage.last_warning(), seconds_text(took));
}

TEST_CASE("a monitor that is switched off and on shows what came meanwhile, in whatever mode it comes back") {
  Stage stage;
  const std::optional<Image> before = stage.good_board();
  REQUIRE(before);
  learn_other_mode();
  xrandr({"--fb", "1280x720", "--output", "screen", "--off"});
  stage.server.answer_by(serving(edited_feed));
  xrandr({"--output", "screen", "--mode", "other"});
  CHECK(stage.shows_link_on(other_mode, edited_link));
  xrandr({"--fb", "1280x720", "--output", "screen", "--off"});
  stage.server.answer_by(serving(demo_feed()));
  const auto begin = std::chrono::steady_clock::now();
  xrandr({"--output", "screen", "--mode", "1280x720"});
  CHECK(stage.fills(*before));
  record("the board, laid out anew", stage.last_warning(), seconds_text(std::chrono::steady_clock::now() - begin));
  CHECK(stage.machine.end() == 0);
}

TEST_CASE("a scale factor for desktops changes nothing: sizes are the screen's own pixels") {
  Stage stage;
  write_file(stage.machine.file("resources"), "Xft.dpi: 192\n");
  ChildProcess xrdb({"xrdb", "-nocpp", "-load", stage.machine.file("resources")});
  REQUIRE(xrdb.wait_for() == 0);
  REQUIRE(stage.good_board());
  CHECK(stage.fills(board_of_size({1280, 720})));
  CHECK(stage.machine.end() == 0);
}

TEST_CASE("a board that the settings turn while it is shown is laid out for the turned screen") {
  Stage stage;
  REQUIRE(stage.good_board());
  std::string settings = file_text(stage.machine.settings());
  settings.insert(settings.find("display.drift"), "display.rotate = 90\n");
  write_file(stage.machine.settings(), settings);
  const Image upright = board_of_size({720, 1280});
  const Image turned = turned_picture(upright, Turn::quarter);
  CHECK(eventually([&] { return differing(stage.machine.glass(), turned) < 0.0005; }));
  CHECK(stage.machine.links() == std::vector{track_1_link});
  CHECK(stage.machine.end() == 0);
}

TEST_CASE("when the X server dies the kiosk says so and ends, and with the next one shows the last good schedule") {
  Stage stage;
  const std::optional<Image> before = stage.good_board();
  REQUIRE(before);
  stage.machine.display().end();
  CHECK(stage.machine.process().wait_for() == 3);
  CHECK(contains(stage.machine.errors(),
                 "critical: the display has gone: ending, to be started again with the last good schedule"));
  stage.server.answer_by([](const Exchange&) { return false; });
  stage.machine.new_display();
  stage.machine.start(standing_clock());
  CHECK(stage.machine.shows_link(track_1_link));
  const std::optional<double> first = stage.machine.metric("first_frame_seconds");
  REQUIRE(first);
  INFO(*first);
  CHECK(stage.machine.end() == 0);
  record("the last good schedule", "the display has gone", std::to_string(*first).substr(0, 4) + " s after its start");
}
