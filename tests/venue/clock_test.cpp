#include "venue/clock.h"

#include "tests/catch.h"

using namespace kiosk;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::nanoseconds;
using std::chrono::seconds;

namespace {

constexpr Instant forum{seconds(1'713'354'120)};                                      // 2024-04-17T11:42:00Z
constexpr Clock::SystemTime boot{seconds(1'795'000'000) + nanoseconds(123'456'789)};  // 2026

// until() and instant() agree to the nanosecond.
void check_wakes_exactly(const Clock& clock, Instant instant, Clock::SystemTime system) {
  const nanoseconds wait = clock.until(instant, system);
  REQUIRE(clock.instant(system + wait) >= instant);
  REQUIRE(clock.instant(system + wait - nanoseconds(1)) < instant);
}

}  // namespace

TEST_CASE("the system's clock shows whole seconds of the system's time") {
  const Clock clock;
  CHECK(clock.is_system());
  const Clock::SystemTime noon{seconds(1'713'355'200)};
  CHECK(clock.instant(noon - nanoseconds(1)) == Instant(seconds(1'713'355'199)));
  CHECK(clock.instant(noon) == Instant(seconds(1'713'355'200)));
  CHECK(clock.instant(noon + nanoseconds(999'999'999)) == Instant(seconds(1'713'355'200)));
  CHECK(clock.instant(Clock::SystemTime(nanoseconds(-1))) == Instant(seconds(-1)));
}

TEST_CASE("the system's clock waits to the nanosecond") {
  const Clock clock;
  CHECK(clock.until(Instant(seconds(100)), Clock::SystemTime(milliseconds(99'250))) == milliseconds(750));
  CHECK(clock.until(Instant(seconds(100)), Clock::SystemTime(seconds(100))) == nanoseconds(0));
  CHECK(clock.until(Instant(seconds(100)), Clock::SystemTime(milliseconds(100'250))) == milliseconds(-250));
  check_wakes_exactly(clock, std::chrono::floor<seconds>(boot) + minutes(1), boot);
}

TEST_CASE("a clock started elsewhere shows that instant, and runs on") {
  const Clock clock(forum, boot, 1);
  CHECK_FALSE(clock.is_system());
  CHECK(clock.instant(boot) == forum);
  CHECK(clock.instant(boot + milliseconds(999)) == forum);
  CHECK(clock.instant(boot + seconds(1)) == forum + seconds(1));
  CHECK(clock.instant(boot + hours(24)) == forum + hours(24));
  CHECK(clock.instant(boot - nanoseconds(1)) == forum - seconds(1));
}

TEST_CASE("a hurried clock shows an hour a minute") {
  const Clock clock(forum, boot, 60);
  CHECK(clock.instant(boot + seconds(1)) == forum + minutes(1));
  CHECK(clock.instant(boot + minutes(1)) == forum + hours(1));
  CHECK(clock.until(forum + minutes(1), boot) == seconds(1));
}

TEST_CASE("who waits as long as the clock says wakes at the instant and not a nanosecond before") {
  for (const double speed : {1.0, 60.0, 0.5, 1000.0, 3.0, 0.1, 86400.0}) {
    const Clock clock(forum, boot, speed);
    for (const seconds ahead : {seconds(1), seconds(7), seconds(59), seconds(60), seconds(1001), seconds(3600),
                                seconds(86'399), seconds(604'800), seconds(2'592'000)}) {
      for (const nanoseconds later : {nanoseconds(0), nanoseconds(1), nanoseconds(16'666'667), nanoseconds(999'999'999),
                                      nanoseconds(hours(1)), nanoseconds(hours(24 * 40)) + nanoseconds(7)}) {
        INFO("speed " << speed << ", " << ahead.count() << " s ahead, " << later.count() << " ns after the start");
        const Clock::SystemTime system = boot + later;
        check_wakes_exactly(clock, clock.instant(system) + ahead, system);
      }
    }
  }
}

TEST_CASE("every second of a clock a thousand times as fast comes in its turn") {
  const Clock clock(forum, boot, 1000);
  for (int second = 1; second <= 20'000; ++second) {
    check_wakes_exactly(clock, forum + seconds(second), boot);
  }
}

TEST_CASE("an instant that has passed asks for no waiting") {
  for (const double speed : {1.0, 60.0, 0.5}) {
    const Clock clock(forum, boot, speed);
    CHECK(clock.until(forum, boot + seconds(10)) == seconds(-10));
    CHECK(clock.until(forum, boot) == nanoseconds(0));
  }
}

TEST_CASE("the year 9999 is a long wait, and the year 0 none") {
  constexpr Instant far_ahead{seconds(253'402'300'799)};
  constexpr Instant far_back{seconds(-62'167'219'200)};
  for (const Clock& clock : {Clock(), Clock(forum, boot, 1), Clock(forum, boot, 0.001), Clock(forum, boot, 1000)}) {
    CHECK(clock.until(far_ahead, boot) > hours(24 * 90));
    CHECK(clock.until(far_ahead, boot) <= hours(24 * 365));
    CHECK(clock.until(far_back, boot) < nanoseconds(0));
  }
}
