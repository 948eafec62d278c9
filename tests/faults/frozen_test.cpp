#include <csignal>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/faults/stage.h"

// Threads that hang within a library, by freeze.cpp inside the kiosk. packaging/cage_test.py has the watchdog that ends
// a draw loop which gives no sign of life.

using namespace kiosk::test;

namespace {

class FrozenStage : public Stage {
 public:
  FrozenStage() {
    std::filesystem::create_directory(machine.file("freeze"));
    set_steady_clock(0);
  }
  bool shows_board() {
    std::vector<std::string> environment = preloading(KIOSK_FREEZE ":" KIOSK_SET_CLOCK);
    environment.insert(environment.end(), {"KIOSK_TEST_FREEZE=" + machine.file("freeze").string(),
                                           "KIOSK_TEST_CLOCK=" + machine.file("clock").string(), runtime_directory()});
    machine.start(standing_clock(), environment);
    return machine.shows_link(track_1_link);
  }
  // From its next call on.
  void freeze(const std::string& what) const { write_file(machine.file("freeze") / what, ""); }
  bool stands_still(const std::string& what) const {
    return eventually([&] { return std::filesystem::exists(machine.file("freeze") / (what + "-stopped")); });
  }
  void thaw() const { std::filesystem::remove_all(machine.file("freeze")); }
  void set_steady_clock(long seconds) const {
    write_file(machine.file("clock"), "0 " + std::to_string(seconds) + "          ");
  }
  // Has the draw loop look around.
  Outcome ask_for_status() const { return venue_kiosk({"status"}, {runtime_directory()}); }

 private:
  std::string runtime_directory() const { return "RUNTIME_DIRECTORY=" + machine.file("").string(); }
};

}  // namespace

TEST_CASE("a draw loop that hangs in its driver ends all the same when it is asked to") {
  for (const int signal : {SIGTERM, SIGINT}) {
    FrozenStage stage;
    REQUIRE(stage.shows_board());
    stage.freeze("drawing");
    stage.machine.process().send(SIGHUP);  // has it look around
    REQUIRE(stage.stands_still("drawing"));
    CHECK(stage.machine.runs());
    CHECK(stage.machine.end(signal) == 0);
  }
}

TEST_CASE("a driver that ends the process, since its card was reset, is told in the log, and the board comes back") {
  FrozenStage stage;
  REQUIRE(stage.shows_board());
  stage.freeze("context-lost");
  stage.server.answer_by(serving(edited_feed));
  CHECK(stage.machine.process().wait_for() == 3);
  CHECK(contains(stage.machine.errors(),
                 "critical: the display has gone: ending, to be started again with the last good schedule"));
  stage.thaw();
  stage.server.answer_by(serving(demo_feed()));
  CHECK(stage.shows_board());
  CHECK(stage.machine.end() == 0);
  record("the last good schedule", "the display has gone", "at its start");
}

TEST_CASE("when the poller alone hangs the kiosk ends after three minutes, and shows the last good schedule again") {
  FrozenStage stage;
  REQUIRE(stage.shows_board());
  stage.freeze("polling");
  REQUIRE(stage.stands_still("polling"));
  stage.set_steady_clock(150);
  CHECK(contains(stage.ask_for_status().out, "hall: gorky"));
  stage.set_steady_clock(600);  // it might have been the whole process that was stopped
  CHECK(contains(stage.ask_for_status().out, "hall: gorky"));
  stage.set_steady_clock(611);
  stage.ask_for_status();
  CHECK(stage.machine.process().wait_for() == 3);
  CHECK(contains(
      stage.machine.errors(),
      "critical: a feed's poller has hung for minutes: ending, to be started again with the last good schedule"));
  stage.thaw();
  stage.server.answer_by([](const Exchange&) { return false; });
  CHECK(stage.shows_board());
  CHECK(stage.machine.end() == 0);
  record("the last good schedule", "a feed's poller has hung for minutes", "at its start");
}
