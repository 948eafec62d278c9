#include "graphics/monitor_power.h"

#include "tests/catch.h"

using namespace kiosk;
using namespace std::chrono_literals;

namespace {
constexpr PowerPlan::Time begin{1h};
constexpr bool lit = true;
constexpr bool dark = false;
constexpr bool alone = true;
}  // namespace

TEST_CASE("a monitor is off while nothing is to be seen, and on before something is") {
  PowerPlan plan;
  CHECK(plan.next(lit, true, alone, begin) == MonitorPower::on);
  CHECK(plan.next(dark, true, alone, begin + 1min) == MonitorPower::off);
  CHECK(plan.next(dark, false, alone, begin + 2min) == MonitorPower::off);
  CHECK(plan.next(lit, false, alone, begin + 3min) == MonitorPower::on);
  CHECK(plan.next(dark, true, alone, begin + 4min) == MonitorPower::off);
}

TEST_CASE("a monitor that an earlier kiosk left off is on for a board, and stays off in dark hours") {
  CHECK(PowerPlan().next(lit, false, alone, begin) == MonitorPower::on);
  PowerPlan plan;
  CHECK(plan.next(dark, false, alone, begin) == MonitorPower::off);
  CHECK(plan.next(dark, true, alone, begin + 1min) == MonitorPower::woken);
}

TEST_CASE("a monitor that somebody woke stays on for a minute, from when it was seen, and each time anew") {
  PowerPlan plan;
  plan.next(dark, true, alone, begin);
  CHECK(plan.next(dark, true, alone, begin + 10s) == MonitorPower::woken);
  CHECK(plan.next(dark, true, alone, begin + 69s) == MonitorPower::woken);
  CHECK(plan.next(dark, true, alone, begin + 70s) == MonitorPower::off);
  CHECK(plan.next(dark, false, alone, begin + 71s) == MonitorPower::off);
  CHECK(plan.next(dark, true, alone, begin + 80s) == MonitorPower::woken);
  // Switched off by hand meanwhile.
  CHECK(plan.next(dark, false, alone, begin + 90s) == MonitorPower::off);
  CHECK(plan.next(dark, true, alone, begin + 149s) == MonitorPower::woken);
  CHECK(plan.next(dark, true, alone, begin + 200s) == MonitorPower::woken);
}

TEST_CASE("where another monitor shows something else all stay on, and go on again when it comes") {
  PowerPlan plan;
  CHECK(plan.next(dark, true, false, begin) == MonitorPower::other);
  CHECK(plan.next(dark, true, alone, begin + 1min) == MonitorPower::off);
  CHECK(plan.next(dark, false, false, begin + 2min) == MonitorPower::other);
}

TEST_CASE("a full screen is all there is to see where every monitor shows a part of it") {
  const Rect left{0, 0, 1920, 1080};
  CHECK(shows_all(left, {left}));
  CHECK(shows_all(left, {left, left}));               // a mirror of it
  CHECK(shows_all(left, {left, {0, 0, 1280, 720}}));  // and a smaller one
  CHECK(shows_all(left, {}));                         // all are unplugged
  CHECK_FALSE(shows_all(left, {left, {1920, 0, 1920, 1080}}));
  CHECK_FALSE(shows_all(left, {{0, 0, 1920, 1200}}));
}
