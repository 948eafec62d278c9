#include "base/result.h"

#include <memory>
#include <string>
#include <utility>

#include "tests/catch.h"

namespace {

kiosk::Result<std::unique_ptr<int>> half_of(int number) {
  if (number % 2 != 0) {
    return kiosk::fail({.where = "number", .what = std::to_string(number) + " is odd"});
  }
  return std::make_unique<int>(number / 2);
}

}  // namespace

TEST_CASE("a result holds a value, one that can only be moved too") {
  auto result = half_of(8);
  REQUIRE(result);
  const std::unique_ptr<int> value = *std::move(result);
  CHECK(*value == 4);
}

TEST_CASE("a result holds the problem that kept the value from being made") {
  const auto result = half_of(7);
  REQUIRE_FALSE(result);
  CHECK(to_string(result.error()) == "number: 7 is odd");
}
