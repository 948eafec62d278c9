#include "feed/nearest.h"

#include "tests/catch.h"

using kiosk::nearest;

TEST_CASE("the word meant is the nearest within two errors") {
  constexpr std::string_view words[] = {"gorky", "multimedia", "small-conference", "large-conference"};
  CHECK(nearest("grky", words) == "gorky");
  CHECK(nearest("Gorky", words) == "gorky");
  CHECK(nearest("multymedya", words) == "multimedia");
  CHECK(nearest("large_conferense", words) == "large-conference");
  CHECK(nearest("kitchen", words).empty());
  CHECK(nearest("", words).empty());
}

TEST_CASE("two letters are too few to guess from") {
  constexpr std::string_view words[] = {"id", "B1", "B12"};
  CHECK(nearest("A1", words).empty());
  CHECK(nearest("B13", words) == "B1");
}
