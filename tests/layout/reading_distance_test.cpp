#include "layout/reading_distance.h"

#include "tests/catch.h"

using namespace kiosk;

TEST_CASE("a capital of 34 mm is read with ease from 7 m, and a code of 27 cm scanned from 2.7 m") {
  CHECK(reading_metres(34) == Approx(7.3).margin(0.05));
  CHECK(scanning_metres(270) == Approx(2.7));
}

TEST_CASE("a code of twice as many modules is scanned from half as far") {
  CHECK(scanning_metres(270, 50) == Approx(1.35));
  CHECK(scanning_metres(270, 21) > scanning_metres(270));
}
