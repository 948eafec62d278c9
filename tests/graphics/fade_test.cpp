#include "graphics/fade.h"

#include <initializer_list>

#include "tests/catch.h"

using namespace kiosk;
using namespace std::chrono_literals;

namespace {
const Fade::Time start{1000s};

// A fade that showed a frame at each of these times after the first.
Fade shown_at(std::initializer_list<std::chrono::milliseconds> times) {
  Fade fade;
  fade.shown(start);
  for (const auto time : times) {
    fade.shown(start + time);
  }
  return fade;
}
}  // namespace

TEST_CASE("a fade begins with its first frame, all of it the old picture") {
  Fade fade;
  CHECK(fade.share(start) == 0);
  CHECK(fade.share(start + 10s) == 0);  // nothing was shown yet
  CHECK_FALSE(fade.over(start + 10s));
  fade.shown(start + 10s);
  CHECK(fade.share(start + 10s) == 0);
  CHECK(fade.share(start + 10s + 1ms) > 0);
}

TEST_CASE("a fade takes 400 ms, and not one more") {
  const Fade fade = shown_at({16ms});
  CHECK(fade.share(start + 200ms) == Approx(0.5));
  CHECK(fade.share(start + 399ms) < 1);
  CHECK_FALSE(fade.over(start + 399ms));
  CHECK(fade.share(start + 400ms) == 1);
  CHECK(fade.over(start + 400ms));
  CHECK(fade.share(start + 1h) == 1);
}

TEST_CASE("the new picture only ever grows, slowly at both ends") {
  const Fade fade = shown_at({16ms});
  double last = 0;
  for (auto time = 0ms; time <= 400ms; time += 1ms) {
    const double share = fade.share(start + time);
    REQUIRE(share >= last);
    last = share;
  }
  CHECK(fade.share(start + 40ms) < 0.05);
  CHECK(fade.share(start + 360ms) > 0.95);
}

TEST_CASE("a fade goes on at fifty and more frames a second") {
  for (const auto frame : {4ms, 8ms, 16ms, 17ms, 20ms, 21ms}) {
    CAPTURE(frame.count());
    Fade fade;
    for (Fade::Time time = start; time <= start + Fade::length; time += frame) {
      fade.shown(time);
      REQUIRE_FALSE(fade.too_slow());
    }
  }
}

TEST_CASE("three frames slower than that in the mean end it at once") {
  Fade fade = shown_at({22ms, 44ms});
  CHECK_FALSE(fade.too_slow());  // two say little
  fade.shown(start + 66ms);
  CHECK(fade.too_slow());
  CHECK(fade.over(start + 66ms));
}

TEST_CASE("one late frame among quick ones is forgiven") {
  CHECK_FALSE(shown_at({10ms, 20ms, 60ms}).too_slow());
  CHECK_FALSE(shown_at({16ms, 32ms, 63ms}).too_slow());
  CHECK(shown_at({16ms, 32ms, 64ms}).too_slow());
}

TEST_CASE("a gap of more than 60 ms ends it, even as the second frame") {
  CHECK_FALSE(shown_at({60ms}).too_slow());
  CHECK(shown_at({61ms}).too_slow());
  CHECK(shown_at({10ms, 20ms, 30ms, 91ms}).too_slow());
}

TEST_CASE("what was too slow once does not begin again") {
  Fade fade = shown_at({61ms});
  for (auto time = 70ms; time < 200ms; time += 10ms) {
    fade.shown(start + time);
    CHECK(fade.over(start + time));
  }
}

TEST_CASE("frames at the same time are no fault") {
  const Fade fade = shown_at({0ms, 0ms, 0ms, 0ms});
  CHECK_FALSE(fade.too_slow());
  CHECK_FALSE(fade.over(start));
}
