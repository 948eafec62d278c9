#include "json/json.h"

#include "base/feed_budget.h"
#include "tests/catch.h"

using kiosk::Json;
using kiosk::parse_json;

namespace {

std::string problem_of(std::string_view text) {
  const auto json = parse_json(text);
  return json ? "no problem" : to_string(json.error());
}

}  // namespace

TEST_CASE("every value knows the line it begins on") {
  const auto json = parse_json(
      "{\n"
      "  \"number\": 1\n"
      "  , \"list\": [\n"
      "    1,\n"
      "    2.5\n"
      "    ,\n"
      "    -3],\n"
      "  \"text\": \"a\\nb\",\n"
      "  \"object\":\n"
      "    {\n"
      "    \"inner\": true }, \"nothing\":\n"
      "  null\n"
      "}\n");
  REQUIRE(json);
  CHECK(json->line() == 1);
  CHECK(json->find("number")->line() == 2);
  CHECK(json->find("list")->line() == 3);
  const Json::Array& list = *json->find("list")->array();
  CHECK(list[0].line() == 4);
  CHECK(list[1].line() == 5);
  CHECK(list[2].line() == 7);
  CHECK(json->find("text")->line() == 8);
  CHECK(json->find("object")->line() == 10);
  CHECK(json->find("object")->find("inner")->line() == 11);
  CHECK(json->find("nothing")->line() == 12);
}

TEST_CASE("a number knows its line though the newline behind it ends it") {
  for (const char* text : {"[\n1\n]", "[\n1\n\n\n]", "[\r\n1\r\n]", "[\n1]"}) {
    const auto json = parse_json(text);
    REQUIRE(json);
    CHECK(json->array()->front().line() == 2);
  }
}

TEST_CASE("values keep their types") {
  const auto json = parse_json(R"({"a": 12, "b": -1.5, "c": "т", "d": false, "e": null, "f": [], "g": {},
                                   "h": 18446744073709551615})");
  REQUIRE(json);
  CHECK(*json->find("a")->integer() == 12);
  CHECK(*json->find("b")->fraction() == -1.5);
  CHECK(*json->find("c")->string() == "т");
  CHECK_FALSE(*json->find("d")->boolean());
  CHECK(json->find("e")->is_null());
  CHECK(json->find("f")->array()->empty());
  CHECK(json->find("g")->object()->empty());
  CHECK(*json->find("h")->fraction() > 1e19);
  CHECK(json->find("a")->string() == nullptr);
  CHECK(json->find("z") == nullptr);
  CHECK(json->find("a")->find("a") == nullptr);
}

TEST_CASE("an object keeps the order it was written in, and of a key given twice the last counts") {
  const auto json = parse_json(R"({"ru": "а", "en": "b", "ru": "в"})");
  REQUIRE(json);
  CHECK(json->object()->size() == 3);
  CHECK(json->object()->front().first == "ru");
  CHECK(*json->find("ru")->string() == "в");
}

TEST_CASE("a slip in the syntax is told with line and what was expected") {
  CHECK(problem_of("{\n  \"a\": 1,\n}") ==
        ":3: not JSON at column 1: object key - unexpected '}'; expected string literal");
  CHECK(
      problem_of("{\"a\": 1").starts_with(":1: not JSON at column 8: object - unexpected end of input; expected '}'"));
  CHECK(problem_of("[1 2]").find("unexpected number literal; expected ']'") != std::string::npos);
  CHECK(problem_of("[1] x").find("expected end of input") != std::string::npos);
  CHECK(problem_of("[1e999]") == ":1: not JSON: number overflow parsing '1e999'");
}

TEST_CASE("a problem of syntax does not repeat the feed, however long the broken text") {
  CHECK(problem_of("[\"" + std::string(100'000, 'x')).size() < 200);
}

TEST_CASE("nothing, blanks, and a byte order mark alone are an empty feed") {
  for (const char* text : {"", " \n\t\r\n", "\xEF\xBB\xBF", "\xEF\xBB\xBF\n"}) {
    CHECK(problem_of(text) == "the feed is empty");
  }
}

TEST_CASE("a byte order mark is passed over") {
  const auto json = parse_json("\xEF\xBB\xBF[\n1]");
  REQUIRE(json);
  CHECK(json->array()->front().line() == 2);
}

TEST_CASE("bytes that are not UTF-8 are told with their line") {
  CHECK(problem_of("[\n\"\xCF\xF0\xE8\"]").find(":2: not JSON") == 0);
  CHECK(problem_of("[\n\"\xCF\xF0\xE8\"]").find("save the file as UTF-8") != std::string::npos);
  CHECK(problem_of(std::string_view("\xFF\xFE{\0}\0", 6)) == ":1: the bytes are UTF-16; save the file as UTF-8");
  CHECK(problem_of(std::string_view("\0\0\0", 3)).find("not JSON") != std::string::npos);
}

TEST_CASE("what a feed says of things expected is not told as the parser's own words") {
  const std::string told = problem_of("{\"a; expected \xFF\": x; expected \xFF'");
  CHECK(told.find("not JSON") != std::string::npos);
  CHECK(told.find('\xFF') == std::string::npos);
}

TEST_CASE("64 levels are read, 65 are refused, and a million do not cost the stack") {
  CHECK(parse_json(std::string(64, '[') + std::string(64, ']')));
  CHECK(problem_of(std::string(65, '[') + std::string(65, ']')) == ":1: nested more than 64 deep; this is no feed");
  CHECK_FALSE(parse_json(std::string(1'000'000, '[')));
}

namespace {

std::string list_of(std::size_t values, const std::string& value) {
  std::string text = "[";
  for (std::size_t i = 0; i + 1 < values; ++i) {
    text += value + ',';
  }
  return text + value + ']';
}

}  // namespace

TEST_CASE("a million values are read, and one more is refused, whatever they are") {
  constexpr std::size_t most = kiosk::feed_budget.json_values;
  CHECK(parse_json(list_of(most - 1, "0")));
  CHECK(problem_of(list_of(most, "0")) == ":1: more than 1000000 values; this is no feed");
  CHECK(parse_json(list_of((most - 1) / 2, "[\"\"]")));
  for (const char* value : {"{}", "[]", "null", "true", "0.5", "\"\""}) {
    CHECK(problem_of(list_of(most, value)) == ":1: more than 1000000 values; this is no feed");
  }
  CHECK(problem_of(list_of(most / 2 + 1, "{\"a\":0}")) == ":1: more than 1000000 values; this is no feed");
}

TEST_CASE("parsing asks every few thousand values whether to give up") {
  int asked = 0;
  CHECK(parse_json(list_of(100'000, "0"), [&] { return ++asked < 0; }));
  CHECK(asked >= 20);
  CHECK(asked < 100);
  asked = 0;
  const auto json = parse_json(list_of(100'000, "{}"), [&] { return ++asked == 3; });
  REQUIRE_FALSE(json);
  CHECK(json.error() == kiosk::reading_given_up());
  CHECK(asked == 3);
}
