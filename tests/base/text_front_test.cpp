#include "base/text_front.h"

#include "tests/catch.h"

using kiosk::front_of;

TEST_CASE("a front is as long as it may be and breaks no character") {
  CHECK(front_of("hall", 4) == "hall");
  CHECK(front_of("hall", 3) == "hal");
  CHECK(front_of("Зал", 6) == "Зал");
  CHECK(front_of("Зал", 5) == "За");
  CHECK(front_of("Зал", 1).empty());
  CHECK(front_of("a\U0001F384", 4) == "a");
  CHECK(front_of("", 3).empty());
  CHECK(front_of("\x80\x80\x80", 2).empty());
}
