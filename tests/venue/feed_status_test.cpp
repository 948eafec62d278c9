#include "venue/feed_status.h"

#include "tests/catch.h"

using namespace kiosk;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

constexpr Instant success{seconds(1'713'355'200)};

FeedStatus succeeded() {
  FeedStatus status;
  status.last_success = success;
  return status;
}

}  // namespace

TEST_CASE("a feed polled often is stale two minutes after its last success") {
  const FeedStatus status = succeeded();
  CHECK_FALSE(status.stale_at(success, seconds(10)));
  CHECK_FALSE(status.stale_at(success + minutes(2) - seconds(1), seconds(10)));
  CHECK(status.stale_at(success + minutes(2), seconds(10)));
  CHECK(status.stale_at(success + minutes(2) + seconds(1), seconds(10)));
}

TEST_CASE("a feed polled seldom is stale after three intervals") {
  const FeedStatus status = succeeded();
  CHECK(status.stale_from(seconds(40)) == success + seconds(120));
  CHECK(status.stale_from(seconds(41)) == success + seconds(123));
  CHECK_FALSE(status.stale_at(success + minutes(15) - seconds(1), minutes(5)));
  CHECK(status.stale_at(success + minutes(15), minutes(5)));
}

TEST_CASE("a feed becomes stale at the very instant that was foretold") {
  const FeedStatus status = succeeded();
  for (const seconds interval : {seconds(1), seconds(10), seconds(40), seconds(600)}) {
    const auto from = status.stale_from(interval);
    REQUIRE(from);
    CHECK_FALSE(status.stale_at(*from - seconds(1), interval));
    CHECK(status.stale_at(*from, interval));
  }
}

TEST_CASE("a feed that never succeeded is not stale: there is nothing to be stale") {
  const FeedStatus never;
  CHECK_FALSE(never.stale_at(success, seconds(10)));
  CHECK_FALSE(never.stale_from(seconds(10)));
}

TEST_CASE("a success in the future, after the clock was set back, is not stale") {
  CHECK_FALSE(succeeded().stale_at(success - minutes(60), seconds(10)));
}
