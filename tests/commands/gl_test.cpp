#include "tests/catch.h"
#include "tests/commands/kiosk_on_screen.h"
#include "tests/harness/pictures.h"

using namespace kiosk;
using namespace kiosk::test;

// Mesa's own way to have a driver say that it lacks a version.
namespace {
const std::string no_desktop_gl = "MESA_GL_VERSION_OVERRIDE=2.1";
const std::string no_es_either = "MESA_GLES_VERSION_OVERRIDE=2.0";
}  // namespace

TEST_CASE("a driver that has OpenGL ES alone takes the same picture") {
  const TemporaryFolder folder;
  const auto take = [&](const std::string& name, std::vector<std::string> environment) {
    const Outcome outcome = venue_kiosk(
        {"snapshot", "--config", demo_settings, "--at", during_track_1, "--output", folder / name}, environment);
    INFO(outcome.err);
    CHECK(outcome.status == 0);
    return read_picture(folder / name);
  };
  const Image usual = take("usual.png", {});
  const Image es = take("es.png", {no_desktop_gl});
  CHECK(read_qr_codes(es) == std::vector{track_1_link});
  CHECK(differing(usual, es) < 0.0005);
}

TEST_CASE("a driver that has OpenGL ES alone fills the screen, and log and metrics say so") {
  KioskMachine machine;
  machine.write_settings(demo_feed_file);
  machine.start(standing_clock(), {no_desktop_gl});
  CHECK(machine.shows_link(track_1_link));
  CHECK(machine.says("drawing 1280x720 with "));
  CHECK(machine.says(", OpenGL ES 3."));
  CHECK(contains(machine.metrics(), ",gl=\"OpenGL ES 3."));
  CHECK(machine.end() == 0);
}

TEST_CASE("a driver that has neither is named, and the kiosk ends") {
  const Xvfb display;
  REQUIRE(display.runs());
  const std::vector<std::string> environment{no_desktop_gl, no_es_either, "DISPLAY=" + display.name()};
  const Outcome on_screen = venue_kiosk({"run", "--config", demo_settings}, environment);
  CHECK(on_screen.status == 3);
  CHECK(contains(on_screen.err, "venue-kiosk: this display has no OpenGL that will do: OpenGL 3.1: "));
  CHECK(contains(on_screen.err, "; OpenGL ES 3.0: "));
  const TemporaryFolder folder;
  const Outcome without =
      venue_kiosk({"snapshot", "--config", demo_settings, "--output", folder / "a.png"}, environment);
  CHECK(without.status == 3);
  CHECK(contains(without.err, "EGL surfaceless, OpenGL ES 3.0: the driver does not offer it"));
}
