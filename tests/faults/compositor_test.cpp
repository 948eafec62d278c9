#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/faults/stage.h"
#include "tests/harness/turned_picture.h"
#include "tests/harness/weston.h"

// A Wayland compositor that scales or turns its output, and one that dies. By Wayland itself; where GLFW speaks X alone
// there is Xwayland between, which packaging/cage_test.py tries.

using namespace kiosk;
using namespace kiosk::test;

namespace {

// Of a compositor's client.
std::optional<std::vector<std::string>> environment_in(const Weston& weston) {
  auto environment = glfw_by_wayland();
  if (!environment) {
    WARN("not tried: this machine's GLFW does not speak Wayland, and KIOSK_WAYLAND_GLFW names no other");
    return std::nullopt;
  }
  const auto more = weston.environment();
  environment->insert(environment->end(), more.begin(), more.end());
  return environment;
}

}  // namespace

TEST_CASE("a compositor's output has the board in its own pixels, upright and sharp, however it is scaled and turned") {
  struct Output {
    std::string lines;
    Size board;
    Turn seen;  // how the board is turned on the panel
  };
  const std::vector<Output> outputs{{"mode=1280x720\n", {1280, 720}, Turn::none},
                                    {"mode=640x360\nscale=2\n", {1280, 720}, Turn::none},
                                    {"mode=1280x720\ntransform=rotate-90\n", {720, 1280}, Turn::three_quarters},
                                    {"mode=640x360\nscale=2\ntransform=rotate-270\n", {720, 1280}, Turn::quarter},
                                    {"mode=800x600\ntransform=rotate-180\n", {800, 600}, Turn::half}};
  for (const Output& output : outputs) {
    INFO(output.lines);
    Stage stage;
    Weston weston(output.lines);
    const auto environment = environment_in(weston);
    if (!environment) {
      return;
    }
    stage.machine.start(standing_clock(), *environment);
    CHECK(stage.fills(turned_picture(board_of_size(output.board), output.seen)));
    CHECK(contains(stage.machine.errors(), "drawing " + std::to_string(output.board.width) + "x" +
                                               std::to_string(output.board.height) + " with"));
    CHECK(stage.machine.end() == 0);
  }
}

TEST_CASE("when the compositor dies the kiosk says so and ends, and in the next one shows the last good schedule") {
  Stage stage;
  std::optional<Weston> weston(std::in_place, "mode=1280x720\n");
  auto environment = environment_in(*weston);
  if (!environment) {
    return;
  }
  const Image board = board_of_size({1280, 720});
  stage.machine.start(standing_clock(), *environment);
  REQUIRE(stage.fills(board));
  weston->crash();
  CHECK(stage.machine.process().wait_for() == 3);
  CHECK(contains(stage.machine.errors(),
                 "critical: the display has gone: ending, to be started again with the last good schedule"));
  stage.server.answer_by([](const Exchange&) { return false; });
  weston.emplace("mode=1280x720\n");
  environment = environment_in(*weston);
  stage.machine.start(standing_clock(), *environment);
  CHECK(stage.machine.shows_link(track_1_link));
  CHECK(stage.machine.end() == 0);
  record("the last good schedule", "the display has gone", "at its start");
}
