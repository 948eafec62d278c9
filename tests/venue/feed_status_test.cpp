#include "venue/feed_status.h"

#include "tests/catch.h"

using namespace kiosk;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

constexpr Instant success{seconds(1'713'355'200)};
constexpr Instant in_1970{seconds(100)};

}  // namespace

TEST_CASE("a feed polled often is stale two minutes after its last success") {
  CHECK(stale_from(success, seconds(1)) == success + minutes(2));
  CHECK(stale_from(success, seconds(10)) == success + minutes(2));
}

TEST_CASE("a feed polled seldom is stale after three intervals") {
  CHECK(stale_from(success, seconds(40)) == success + seconds(120));
  CHECK(stale_from(success, seconds(41)) == success + seconds(123));
  CHECK(stale_from(success, minutes(5)) == success + minutes(15));
}

TEST_CASE("a feed that never succeeded has no last success by any clock") {
  CHECK_FALSE(FeedStatus().last_success_by(seconds(0)));
  CHECK_FALSE(FeedStatus().last_success_by(hours(24 * 365)));
}

TEST_CASE("a poll of this run is told by the screen's clock, and what lies on disk by the server's") {
  const auto ahead = std::chrono::duration_cast<seconds>(success - in_1970);
  CHECK(FeedStatus{.last_success = in_1970, .failing_since = {}, .kept = {}}.last_success_by(ahead) == success);
  CHECK(FeedStatus{.last_success = {}, .failing_since = {}, .kept = success}.last_success_by(ahead) == success);
}

TEST_CASE("of a poll and of what lies on disk the older counts, by one clock") {
  const auto ahead = std::chrono::duration_cast<seconds>(success - in_1970);
  FeedStatus status{.last_success = in_1970, .failing_since = {}, .kept = success - hours(1)};
  CHECK(status.last_success_by(ahead) == success - hours(1));
  status.kept = success + hours(1);
  CHECK(status.last_success_by(ahead) == success);
}
