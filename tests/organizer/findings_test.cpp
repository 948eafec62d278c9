#include "organizer/findings.h"

#include <nlohmann/json.hpp>

#include "tests/catch.h"

using namespace kiosk;

namespace {

const Problem error{.file = "feed.json",
                    .line = 57,
                    .where = "/sessions/3/end",
                    .what = "12 is not a time",
                    .right = "write \"2024-04-17T10:00:00+03:00\""};
const Problem warning{.severity = Severity::warning, .what = "the clock is not to be trusted"};

}  // namespace

TEST_CASE("a finding is one line: where, what is wrong, what would be right") {
  CHECK(finding_line(error) == "feed.json:57: /sessions/3/end: 12 is not a time; write \"2024-04-17T10:00:00+03:00\"");
  CHECK(finding_line(warning) == "warning: the clock is not to be trusted");
}

TEST_CASE("a finding that quotes a line feed stays one line") {
  CHECK(finding_line({.what = "two\nlines", .right = "write\none"}) == "two lines; write one");
}

TEST_CASE("findings are counted by severity") {
  CHECK(count_findings({}) == "0 errors, 0 warnings");
  CHECK(count_findings({error, warning, warning}) == "1 errors, 2 warnings");
}

TEST_CASE("as JSON a finding has each part by itself, in the order found") {
  const nlohmann::ordered_json json = findings_json({error, warning});
  REQUIRE(json.size() == 2);
  CHECK(json[0].dump() ==
        R"({"severity":"error","file":"feed.json","line":57,"where":"/sessions/3/end","what":"12 is not a time",)"
        R"("right":"write \"2024-04-17T10:00:00+03:00\""})");
  CHECK(json[1]["severity"] == "warning");
  CHECK(json[1]["right"] == "");
  CHECK(findings_json({}).dump() == "[]");
}

TEST_CASE("JSON gives programs what was written, and terminals nothing that steers them") {
  const std::string hostile = "a\u009b2J\u202e\x7f\x1b]0;x\a\U000e0041\u2028б\n";
  nlohmann::ordered_json document;
  document["hall"] = hostile;
  const std::string text = json_text(document);
  CHECK(text == "{\n  \"hall\": \"a\\u009b2J\\u202e\\u007f\\u001b]0;x\\u0007\\udb40\\udc41\\u2028б\\n\"\n}");
  CHECK(nlohmann::ordered_json::parse(text) == document);
  CHECK(json_text("a\x9b") == "\"a\uFFFD\"");
}
