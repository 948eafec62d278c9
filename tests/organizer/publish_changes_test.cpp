// What is shown of a change before it is made.

#include "organizer/line_changes.h"
#include "organizer/member_changes.h"
#include "organizer/publish.h"
#include "tests/catch.h"

using kiosk::line_changes;
using kiosk::member_changes;

TEST_CASE("lines that change stand with their numbers, and nothing else does") {
  CHECK(line_changes("a\nb\nc\nd\ne\n", "a\nB\nc\nd\ne\n") == "@ 2\n-b\n+B\n");
  CHECK(line_changes("a\nb\nc\nd\ne\n", "a\nB\nc\nE\n") == "@ 2\n-b\n+B\n@ 4\n-d\n-e\n+E\n");
  CHECK(line_changes("a\n", "a\nb\n") == "@ 2\n+b\n");
  CHECK(line_changes("", "a\r\n") == "@ 1\n+a\n");
  CHECK(line_changes("a\n", "a\n").empty());
  CHECK(line_changes("a\x1B[31m", "b") == "@ 1\n-a [31m\n+b\n");
}

TEST_CASE("documents too long to compare in full are shown as replaced from the first change to the last") {
  std::string before;
  std::string after;
  for (int i = 0; i < 3000; ++i) {
    before += "old " + std::to_string(i) + "\nsame\n";
    after += "new " + std::to_string(i) + "\nsame\n";
  }
  const std::string shown = line_changes("first\n" + before, "first\n" + after);
  CHECK(shown.starts_with("@ 2\n-old 0\n-same\n"));
  CHECK(shown.find("-old 2999\n+new 0\n") != std::string::npos);
}

TEST_CASE("halls, sessions and notices that change are told one by one") {
  CHECK(member_changes(R"({"halls":[{"id":"a"}],"sessions":[{"id":"s","n":1,"x":2},{"id":"t"}],"v":1})",
                       R"({"halls":[{"id":"a"}],"sessions":[{"id":"s","n":2,"y":3}],"notices":[{"id":"b"}],"v":2})") ==
        "session s: n: 1 → 2\nsession s: x: 2 → none\nsession s: y: none → 3\nsession t: gone: {\"id\":\"t\"}\n"
        "notice b: new: {\"id\":\"b\"}\ndocument: v: 1 → 2\n");
  // Two breaks without an id.
  const std::string breaks = R"({"sessions":[{"title":"Lunch","start":1},{"title":"Lunch","start":2}]})";
  CHECK(member_changes(breaks, breaks).empty());
  CHECK(member_changes(breaks, R"({"sessions":[{"title":"Lunch","start":1},{"title":"Lunch","start":3}]})") ==
        "session Lunch: start: 2 → 3\n");
  CHECK(member_changes(breaks, R"({"sessions":[{"title":"Lunch","start":1}]})") ==
        "session Lunch: gone: {\"title\":\"Lunch\",\"start\":2}\n");
  CHECK(member_changes(R"({"sessions":[1]})", R"({"sessions": [ 1 ]})").empty());
}

TEST_CASE("of what is inside of a member that alone is told which changes, however long its text") {
  CHECK(member_changes(R"({"event":{"title":{"ru":"a"},"page":{"url":"x"}}})",
                       R"({"event":{"title":{"en":"b","ru":"c"},"page":"y"}})") ==
        "document: event.title.ru: \"a\" → \"c\"\ndocument: event.title.en: none → \"b\"\n"
        "document: event.page: {\"url\":\"x\"} → \"y\"\n");
  std::string common;
  for (int i = 0; i < 40; ++i) {
    common += "слово ";
  }
  const auto sessions = [](const std::string& title) {
    return R"({"sessions":[{"id":"s","title":")" + title + R"("}]})";
  };
  CHECK(member_changes(sessions(common + "раз"), sessions(common + "два")) ==
        "session s: title: \"…ово слово слово слово раз\" → \"…ово слово слово слово два\"\n");
  CHECK(member_changes(R"({"sessions":[{"id":"s","halls":["a","b"]}]})",
                       R"({"sessions":[{"id":"s","halls":["b","a"]}]})") ==
        "session s: halls: [\"a\",\"b\"] → [\"b\",\"a\"]\n");
}

TEST_CASE("a finding that stands on another line now is no new one") {
  const kiosk::Problem old{.line = 3, .where = "/sessions/3/end", .what = "ends before it begins"};
  kiosk::Problem moved = old;
  moved.line = 2;
  moved.where = "/sessions/2/end";
  const kiosk::Problem fresh{.line = 9, .what = "no such hall"};
  CHECK(kiosk::new_findings({old}, {moved}).empty());
  CHECK(kiosk::new_findings({old}, {moved, moved}).size() == 1);
  CHECK(kiosk::new_findings({old}, {fresh}) == std::vector{fresh});
}
