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
  clock.server_said({at(noon - 24h), true}, after(0s));
  CHECK_FALSE(clock.read(after(1s), false, true).trusted);
  clock.server_said({at(noon - 24h + 10s), true}, after(10s));
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

TEST_CASE("a poll is told the real time only by a clock that is trusted, and not by that of a demonstration") {
  ScreenClock clock({}, after(0s));
  clock.read(after(0s), false, true);
  CHECK_FALSE(clock.poll_time(boot).real);
  clock.read(after(0s), true, true);
  CHECK(clock.poll_time(boot + 5s).real == at(noon + 5s));
  ScreenClock other(Clock(at(noon - 24h), noon, 1), after(0s));
  other.read(after(0s), true, true);
  CHECK_FALSE(other.poll_time(boot).real);
}

TEST_CASE("a word over plain http leads back neither beyond the start nor beyond the program's release") {
  const Look in_1970{Clock::SystemTime{} + 10s, boot};
  for (const bool released_later : {false, true}) {
    ScreenClock clock({}, in_1970, at(noon + (released_later ? 1h : -1h)));
    for (const auto later : {0s, 10s}) {
      clock.server_said({at(noon + later), false}, {in_1970.system + later, boot + later});
    }
    CHECK(clock.read({in_1970.system + 10s, boot + 10s}, false, true).trusted == !released_later);
  }
  ScreenClock ahead({}, after(0s));
  for (const auto later : {0s, 10s}) {
    ahead.server_said({at(noon - 24h + later), false}, after(later));
  }
  CHECK_FALSE(ahead.read(after(10s), false, true).trusted);
}
