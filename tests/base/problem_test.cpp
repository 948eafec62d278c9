#include "base/problem.h"

#include "tests/catch.h"

using kiosk::Problem;
using kiosk::Severity;

TEST_CASE("a problem reads as file:line: where: what") {
  CHECK(
      to_string(Problem{Severity::error, "kiosk.toml", 12, "feed.poll", "\"ten\" is not a duration; write \"10s\""}) ==
      "kiosk.toml:12: feed.poll: \"ten\" is not a duration; write \"10s\"");
}

TEST_CASE("a problem leaves out what it does not know") {
  CHECK(to_string(Problem{.file = "feed.json", .what = "is empty"}) == "feed.json: is empty");
  CHECK(to_string(Problem{.file = "feed.json", .line = 3, .what = "is empty"}) == "feed.json:3: is empty");
  CHECK(to_string(Problem{.where = "hall", .what = "is missing"}) == "hall: is missing");
  CHECK(to_string(Problem{.what = "is missing"}) == "is missing");
  CHECK(to_string(Problem{}).empty());
}

TEST_CASE("a problem that quotes its file is one line all the same") {
  const Problem problem{.file = "feed.json", .line = 2, .where = "/a\nb", .what = "\"\x1b[2J\r\n\" is\tno\x7f text"};
  CHECK(to_string(problem) == "feed.json:2: /a b: \" [2J  \" is no  text");
}

TEST_CASE("warnings alone are no errors") {
  CHECK_FALSE(kiosk::any_errors({}));
  CHECK_FALSE(kiosk::any_errors({Problem{.severity = Severity::warning, .what = "a"}}));
  CHECK(kiosk::any_errors({Problem{.severity = Severity::warning, .what = "a"}, Problem{.what = "b"}}));
}
