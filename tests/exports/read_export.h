#pragma once

#include <string>

#include "dialects/read_feed.h"
#include "tests/catch.h"

namespace kiosk::test {

// The test fails where the bytes are refused.
inline FeedReading read(const std::string& bytes, const FeedContext& context = {}) {
  auto reading = read_feed(bytes, context);
  INFO(bytes);
  INFO((reading ? "" : to_string(reading.error())));
  REQUIRE(reading);
  return *std::move(reading);
}

inline Session only_session(const FeedReading& reading) {
  INFO((reading.problems.empty() ? "" : to_string(reading.problems.front())));
  REQUIRE(reading.schedule->sessions().size() == 1);
  return reading.schedule->sessions().front();
}

}  // namespace kiosk::test
