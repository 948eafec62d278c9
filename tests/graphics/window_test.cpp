#include "graphics/window.h"

#include <chrono>
#include <cstdlib>
#include <limits>
#include <thread>

#include "graphics/canvas.h"
#include "tests/catch.h"
#include "tests/harness/xvfb.h"

using namespace kiosk;

namespace {
double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}
// Takes what mapping the window brought, so that a wait after it has only its own reason to end. A busy display server
// may be long in bringing it, but no longer than its answer to the question for the size.
void settle(Window& window) {
  for (int quiet = 0; quiet < 3;) {
    window.size();
    const auto start = std::chrono::steady_clock::now();
    window.wait(0.05);
    quiet = seconds_since(start) >= 0.049 ? quiet + 1 : 0;
  }
}
}  // namespace

TEST_CASE("without a display there is a problem that says so, and no window") {
  unsetenv("DISPLAY");
  unsetenv("WAYLAND_DISPLAY");
  const auto window = Window::open({.title = "kiosk"});
  REQUIRE_FALSE(window);
  CHECK(window.error().what.find("no display") == 0);
  CHECK(window.error().what.find("DISPLAY") != std::string::npos);
}

TEST_CASE("a display that does not answer is a problem too") {
  setenv("DISPLAY", ":64999", 1);
  const auto window = Window::open({.title = "kiosk"});
  unsetenv("DISPLAY");
  REQUIRE_FALSE(window);
  CHECK(window.error().what.find("no display") == 0);
}

TEST_CASE("a window shows frames at the size that was asked") {
  const Xvfb server;
  REQUIRE(server.runs());
  const auto window = Window::open({.title = "kiosk", .windowed = Size{640, 360}});
  REQUIRE(window);
  CHECK((*window)->size() == Size{640, 360});
  CHECK_FALSE((*window)->missing_monitor());
  CHECK_FALSE((*window)->close_wanted());
  CHECK_FALSE((*window)->renderer().name.empty());
  CHECK_FALSE((*window)->renderer().version.empty());
  ImguiContext gui;
  for (int i = 0; i < 3; ++i) {
    ImguiFrame frame = gui.begin_frame((*window)->size());
    Canvas(frame).fill({0, 0, 100, 100}, {255, 0, 0, 255});
    frame.end();
    (*window)->show_frame();
    (*window)->wait(0);
  }
}

TEST_CASE("a full screen takes the monitor's whole size") {
  const Xvfb server("1080x1920x24");
  REQUIRE(server.runs());
  for (const std::string monitor : {"", "1", "screen"}) {
    const auto window = Window::open({.title = "kiosk", .monitor = monitor});
    REQUIRE(window);
    CHECK((*window)->size() == Size{1080, 1920});
    CHECK_FALSE((*window)->missing_monitor());
  }
}

TEST_CASE("a monitor that is not connected is named, and the primary one serves") {
  const Xvfb server;
  REQUIRE(server.runs());
  for (const std::string monitor : {"HDMI-7", "2", "0", "-1", "99999999999999999999"}) {
    const auto window = Window::open({.title = "kiosk", .monitor = monitor});
    REQUIRE(window);
    CHECK((*window)->size() == Size{1280, 720});
    CHECK((*window)->missing_monitor() == monitor);
    (*window)->wait(0);
    CHECK((*window)->missing_monitor() == monitor);
  }
}

TEST_CASE("a window of no size is refused") {
  const auto window = Window::open({.title = "kiosk", .windowed = Size{0, 360}});
  REQUIRE_FALSE(window);
  CHECK(window.error().what.find("0x360") != std::string::npos);
}

TEST_CASE("redraw is wanted once for each loss") {
  const Xvfb server;
  REQUIRE(server.runs());
  const auto window = Window::open({.title = "kiosk", .windowed = Size{640, 360}});
  REQUIRE(window);
  settle(**window);
  (*window)->take_redraw_wanted();
  CHECK_FALSE((*window)->take_redraw_wanted());
}

TEST_CASE("waiting ends when its time has passed, and at once for no time") {
  const Xvfb server;
  REQUIRE(server.runs());
  const auto window = Window::open({.title = "kiosk", .windowed = Size{320, 200}});
  REQUIRE(window);
  settle(**window);
  const auto start = std::chrono::steady_clock::now();
  (*window)->wait(0.2);
  CHECK(seconds_since(start) >= 0.19);
  // Any other wait would be one for an event that never comes.
  (*window)->wait(0);
  (*window)->wait(-5);
  (*window)->wait(std::numeric_limits<double>::quiet_NaN());
}

TEST_CASE("another thread's wake ends an endless wait") {
  const Xvfb server;
  REQUIRE(server.runs());
  const Waker waker;
  const auto window = Window::open({.title = "kiosk", .windowed = Size{320, 200}}, waker);
  REQUIRE(window);
  settle(**window);
  const std::jthread worker([waker] { waker.wake(); });
  (*window)->wait(std::numeric_limits<double>::infinity());
  SUCCEED("it has ended");
}

TEST_CASE("a wake before the wait is not lost, nor is one before the window") {
  const Xvfb server;
  REQUIRE(server.runs());
  const Waker waker;
  waker.wake();
  const auto window = Window::open({.title = "kiosk", .windowed = Size{320, 200}}, waker);
  REQUIRE(window);
  (*window)->wait(1e300);
  settle(**window);
  waker.wake();
  (*window)->wait(1e300);
  SUCCEED("it has ended");
}

TEST_CASE("whoever wakes a window that was closed, or is not open yet, does no harm") {
  const Waker waker;
  std::jthread worker([waker](const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      waker.wake();
    }
  });
  CHECK_FALSE(Window::open({.title = "kiosk", .windowed = Size{320, 200}}, waker));  // no display
  const Xvfb server;
  REQUIRE(server.runs());
  for (int i = 0; i < 3; ++i) {
    const auto window = Window::open({.title = "kiosk", .windowed = Size{320, 200}}, waker);
    REQUIRE(window);
    (*window)->wait(1);
  }
}
