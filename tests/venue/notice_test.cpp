#include "venue/notice.h"

#include "tests/catch.h"
#include "tests/venue/programme.h"

using namespace kiosk;
using namespace kiosk::programme;
using std::chrono::seconds;

namespace {

Notice bus() {
  Notice notice;
  notice.id = "bus";
  notice.text = LocalText("Автобус в 18:00");
  notice.from = at("2024-04-17 17:00");
  notice.until = at("2024-04-17 18:00");
  return notice;
}

}  // namespace

TEST_CASE("a notice stands from its first second to the one before its end") {
  const Notice notice = bus();
  CHECK_FALSE(stands(notice, "gorky", at("2024-04-17 16:59:59")));
  CHECK(stands(notice, "gorky", at("2024-04-17 17:00:00")));
  CHECK(stands(notice, "gorky", at("2024-04-17 17:00:01")));
  CHECK(stands(notice, "gorky", at("2024-04-17 17:59:59")));
  CHECK_FALSE(stands(notice, "gorky", at("2024-04-17 18:00:00")));
  CHECK_FALSE(stands(notice, "gorky", at("2024-04-17 18:00:01")));
}

TEST_CASE("a notice without a beginning or an end stands since ever or for good") {
  Notice since_ever = bus();
  since_ever.from.reset();
  CHECK(stands(since_ever, "gorky", at("1970-01-01T00:00:00Z")));
  CHECK_FALSE(stands(since_ever, "gorky", *since_ever.until));

  Notice for_good = bus();
  for_good.until.reset();
  CHECK(stands(for_good, "gorky", at("9999-12-31T23:59:59Z")));
  CHECK_FALSE(stands(for_good, "gorky", *for_good.from - seconds(1)));
}

TEST_CASE("a notice that ends as it begins, or before, never stands") {
  Notice notice = bus();
  notice.until = notice.from;
  CHECK_FALSE(stands(notice, "gorky", *notice.from));
  notice.until = *notice.from - seconds(60);
  CHECK_FALSE(stands(notice, "gorky", *notice.from - seconds(60)));
  CHECK_FALSE(stands(notice, "gorky", *notice.from));
}

TEST_CASE("a notice without halls is for all, one with halls for these") {
  Notice notice = bus();
  const Instant on = *notice.from;
  CHECK(stands(notice, "gorky", on));
  CHECK(stands(notice, "unknown", on));
  notice.halls = {"multimedia", "gorky"};
  CHECK(stands(notice, "gorky", on));
  CHECK(stands(notice, "multimedia", on));
  CHECK_FALSE(stands(notice, "gork", on));
  CHECK_FALSE(stands(notice, "", on));
}
