#include "graphics/waker.h"

#include <limits>
#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "tests/catch.h"

using namespace kiosk;

TEST_CASE("a wake is kept until it is taken, and several are one") {
  const Waker waker;
  CHECK_FALSE(waker.take());
  waker.wake();
  waker.wake();
  CHECK(waker.take());
  CHECK_FALSE(waker.take());
}

TEST_CASE("all copies wake the same glass, also after the first was destroyed") {
  std::optional<Waker> first(std::in_place);
  const Waker copy = *first;
  first->wake();
  first.reset();
  CHECK(copy.take());
}

TEST_CASE("what is attached is poked at each wake, and not once it is detached") {
  const Waker waker;
  int pokes = 0;
  waker.wake();  // nobody there yet: kept
  waker.attach([&] { ++pokes; });
  CHECK(pokes == 0);
  CHECK(waker.take());
  waker.wake();
  waker.wake();
  CHECK(pokes == 2);
  waker.detach();
  waker.wake();
  CHECK(pokes == 2);
}

TEST_CASE("another thread's wake ends a sleep without limit") {
  const Waker waker;
  const std::jthread worker([waker] { waker.wake(); });
  CHECK(waker.take_within(std::numeric_limits<double>::infinity()));
}

TEST_CASE("a sleep of no time only takes what is there") {
  const Waker waker;
  for (const double seconds : {0.0, -5.0, std::numeric_limits<double>::quiet_NaN(), 0.001}) {
    CHECK_FALSE(waker.take_within(seconds));
    waker.wake();
    CHECK(waker.take_within(seconds));
  }
}

TEST_CASE("no thread pokes a glass that was destroyed, however many wake meanwhile") {
  const Waker waker;
  std::vector<std::jthread> workers;
  for (int i = 0; i < 4; ++i) {
    workers.emplace_back([waker](const std::stop_token& stop) {
      while (!stop.stop_requested()) {
        waker.wake();
      }
    });
  }
  for (int glass = 0; glass < 1000; ++glass) {
    const auto pokes = std::make_unique<int>(0);
    waker.attach([&pokes] { ++*pokes; });
    waker.detach();
  }
}
