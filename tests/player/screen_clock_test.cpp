#include "player/screen_clock.h"

#include "tests/catch.h"

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

using Look = ScreenClock::Look;

const Clock::SystemTime noon{std::chrono::seconds(1'713'344'400)};
const ClockTrust::Steady boot{std::chrono::hours(5)};

// Both clocks `later`, the system's set meanwhile by `step`.
Look after(std::chrono::seconds later, std::chrono::seconds step = 0s) { return {noon + later + step, boot + later}; }
Instant at(Clock::SystemTime time) { return std::chrono::floor<std::chrono::seconds>(time); }

}  // namespace

TEST_CASE("a clock that the kernel synchronises is trusted as it is") {
  ScreenClock clock({}, after(0s));
  const auto reading = clock.read(after(10s), true, true);
  CHECK(reading.trusted);
  CHECK(reading.now == noon + 10s);
  CHECK(reading.instant == at(noon + 10s));
  CHECK(reading.ahead == 0s);
}

TEST_CASE("a clock with no witness is not trusted where a server could be one, and is where only files are read") {
  ScreenClock served({}, after(0s));
  CHECK_FALSE(served.read(after(0s), false, true).trusted);
  ScreenClock filed({}, after(0s));
  CHECK(filed.read(after(0s), false, false).trusted);
}

TEST_CASE("two answers of a server correct a clock that is a day ahead, and the run's stamps are corrected by it") {
  ScreenClock clock({}, after(0s));
  clock.server_said(at(noon - 24h), after(0s));
  CHECK_FALSE(clock.read(after(1s), false, true).trusted);
  clock.server_said(at(noon - 24h + 10s), after(10s));
  const auto reading = clock.read(after(10s), false, true);
  CHECK(reading.trusted);
  CHECK(reading.now == noon - 24h + 10s);
  CHECK(reading.ahead == -24h);
  CHECK(clock.take_verdict_changed());
  CHECK_FALSE(clock.take_verdict_changed());
}

TEST_CASE("a step of the system's clock moves neither the run's stamps nor a corrected board") {
  ScreenClock clock({}, after(0s));
  clock.read(after(0s), true, true);
  const auto reading = clock.read(after(60s, 1h), false, true);
  CHECK(reading.instant == at(noon + 60s));
  CHECK(clock.poll_time(boot + 60s).run == at(noon + 60s));
  CHECK(clock.poll_time(boot + 60s).screen == at(noon + 60s));
}

TEST_CASE("a poll before the first look knows no screen's time, and one without trust neither") {
  ScreenClock clock({}, after(0s));
  CHECK_FALSE(clock.poll_time(boot).screen);
  clock.read(after(0s), false, true);
  CHECK_FALSE(clock.poll_time(boot).screen);
  clock.read(after(0s), true, true);
  CHECK(clock.poll_time(boot).screen == at(noon));
}

TEST_CASE("a clock started elsewhere is trusted, runs on, and is what a poll goes by") {
  const Instant then = at(noon - 24h * 365);
  ScreenClock clock(Clock(then, noon, 60), after(0s));
  const auto reading = clock.read(after(60s, 1h), false, true);
  CHECK(reading.trusted);
  CHECK(reading.instant == then + 1h);
  CHECK(reading.ahead == 0s);
  CHECK(clock.poll_time(boot + 60s).run == at(noon + 60s));
  CHECK(clock.poll_time(boot + 60s).screen == then + 1h);
}
