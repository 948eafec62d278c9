// A change to a document leaves every byte alone that it need not touch.

#include "json/edit.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/catch.h"

using kiosk::append_json_element;
using kiosk::remove_json_value;
using kiosk::set_json_member;
using Value = nlohmann::ordered_json;

namespace {

std::string set(std::string_view document, std::string_view pointer, std::string_view key, const Value& value) {
  const auto result = set_json_member(document, pointer, key, value);
  return result ? *result : to_string(result.error());
}
std::string append(std::string_view document, std::string_view pointer, const Value& value) {
  const auto result = append_json_element(document, pointer, value);
  return result ? *result : to_string(result.error());
}
std::string removed(std::string_view document, std::string_view pointer) {
  const auto result = remove_json_value(document, pointer);
  return result ? *result : to_string(result.error());
}

}  // namespace

TEST_CASE("a value that is replaced leaves all around it as it is written") {
  CHECK(set("\xEF\xBB\xBF{ \"a\" :1e5,\r\n\t\"b\":\t\"\\u0041\" }\r\n", "", "b", "x") ==
        "\xEF\xBB\xBF{ \"a\" :1e5,\r\n\t\"b\":\t\"x\" }\r\n");
  CHECK(set(R"({"a":{"n":1.0},"b":[1 , 2]})", "/a", "n", 2) == R"({"a":{"n":2},"b":[1 , 2]})");
}

TEST_CASE("a member that has the value already stays as it is written") {
  CHECK(set(R"({"a": "\u0041", "n": 1.50})", "", "a", "A") == R"({"a": "\u0041", "n": 1.50})");
}

TEST_CASE("a member that is missing is added as its neighbours are written") {
  CHECK(set("{\"a\":1}", "", "b", 2) == "{\"a\":1,\"b\":2}");
  CHECK(set("{ \"a\": 1, \"c\": 3 }", "", "b", 2) == "{ \"a\": 1, \"c\": 3, \"b\": 2 }");
  CHECK(set("{\r\n    \"a\": 1\r\n}", "", "b", 2) == "{\r\n    \"a\": 1,\r\n    \"b\": 2\r\n}");
  CHECK(set("{\n\t\"a\": 1\n\t, \"c\": 3\n}", "", "b", 2) == "{\n\t\"a\": 1\n\t, \"c\": 3\n\t, \"b\": 2\n}");
  CHECK(set("{}", "", "b", 2) == "{\"b\": 2}");
  CHECK(set("{\n}\n", "", "b", 2) == "{\n  \"b\": 2\n}\n");
  // A session that has a line of its own, among others.
  CHECK(set("{\n  \"sessions\": [\n    { \"id\": \"a\", \"n\": 1 },\n    { \"id\": \"b\" }\n  ]\n}", "/sessions/1",
            "originally", {{"hall", "x"}}) ==
        "{\n  \"sessions\": [\n    { \"id\": \"a\", \"n\": 1 },\n    { \"id\": \"b\", \"originally\": { \"hall\": "
        "\"x\" } }\n  ]\n}");
}

TEST_CASE("an object that is added has lines where others have them") {
  CHECK(set("{\n  \"a\": {\n    \"b\": 1\n  }\n}\n", "", "c", {{"d", 1}, {"e", {"x", "y"}}}) ==
        "{\n  \"a\": {\n    \"b\": 1\n  },\n  \"c\": {\n    \"d\": 1,\n    \"e\": [\"x\", \"y\"]\n  }\n}\n");
  CHECK(set("{\n  \"l\": [\n    1\n  ],\n  \"o\": {\n    \"b\": 1\n  }\n}\n", "", "c", {{"e", {"x", "y"}}}) ==
        "{\n  \"l\": [\n    1\n  ],\n  \"o\": {\n    \"b\": 1\n  },\n  \"c\": {\n    \"e\": [\n      \"x\",\n      "
        "\"y\"\n    ]\n  }\n}\n");
}

TEST_CASE("an element is appended as its neighbours are written") {
  CHECK(append("[1 ,2]", "", 3) == "[1 ,2 ,3]");
  CHECK(append("[]", "", 3) == "[3]");
  CHECK(append("{\n  \"n\": [\n    { \"id\": \"a\" }\n  ]\n}", "/n", {{"id", "b"}, {"halls", {"x"}}}) ==
        "{\n  \"n\": [\n    { \"id\": \"a\" },\n    { \"id\": \"b\", \"halls\": [\"x\"] }\n  ]\n}");
  CHECK(append("{\n  \"n\": [\n    {\n      \"id\": \"a\"\n    }\n  ]\n}", "/n", {{"id", "b"}}) ==
        "{\n  \"n\": [\n    {\n      \"id\": \"a\"\n    },\n    {\n      \"id\": \"b\"\n    }\n  ]\n}");
  CHECK(append("{\n  \"n\": []\n}", "/n", {{"id", "b"}}) == "{\n  \"n\": [\n    {\"id\": \"b\"}\n  ]\n}");
}

TEST_CASE("what is removed takes its comma with it") {
  const std::string document = "{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": [1, {\"x\": 1}, 3]\n}";
  CHECK(removed(document, "/a") == "{\n  \"b\": 2,\n  \"c\": [1, {\"x\": 1}, 3]\n}");
  CHECK(removed(document, "/b") == "{\n  \"a\": 1,\n  \"c\": [1, {\"x\": 1}, 3]\n}");
  CHECK(removed(document, "/c") == "{\n  \"a\": 1,\n  \"b\": 2\n}");
  CHECK(removed(document, "/c/0") == "{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": [{\"x\": 1}, 3]\n}");
  CHECK(removed(document, "/c/1/x") == "{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": [1, {}, 3]\n}");
}

TEST_CASE("a document of ASCII stays one, and another keeps its letters") {
  CHECK(set("{\"a\": \"\\u0416\"}", "", "a", "Зал") == "{\"a\": \"\\u0417\\u0430\\u043b\"}");
  CHECK(set("{\"a\": \"Ж\"}", "", "a", "Зал") == "{\"a\": \"Зал\"}");
}

TEST_CASE("what cannot be changed is said with its line") {
  CHECK(set("{\n\"a\": 1,\n\"a\": 2}", "", "b", 1) == ":3: the key \"a\" stands twice; leave one of them");
  CHECK(set("{\"s\": [\n{\"a\": 1, \"a\": 2}]}", "/s/0", "a", 1) ==
        ":2: /s/0: the key \"a\" stands twice; leave one of them");
  CHECK(removed("{\n\"a\": []}", "/a/0") == ":2: /a/0: there is no such value");
  CHECK(append("{\"a\": 1}", "/a", 1) == ":1: /a: this is not a list");
  CHECK(set("{\"a\": 1", "", "a", 2).find("not JSON") != std::string::npos);
}

namespace {

// Documents as people and programs write them, and worse.
class Writer {
 public:
  explicit Writer(unsigned seed) : random_(seed) {}

  std::string document() {
    crlf_ = chance(3);
    std::string text = chance(4) ? "\xEF\xBB\xBF" : "";
    text += space() + object(0) + space();
    return text;
  }
  bool chance(unsigned of) { return number(of) == 0; }
  unsigned number(unsigned below) { return static_cast<unsigned>(random_() % below); }

  std::string object(int depth) {
    std::string text = "{" + space();
    const unsigned count = number(5);
    for (unsigned i = 0; i < count; ++i) {
      text +=
          (i > 0 ? "," + space() : "") + "\"" + keys[i] + "\"" + space() + ":" + space() + value(depth + 1) + space();
    }
    return text + "}";
  }

 private:
  std::string value(int depth) {
    static const char* const scalars[] = {
        "1e5",   "1.0",  "-0",   "12345678901234567890", "0.10",           "true",
        "false", "null", "\"\"", "\"\\\"]},:{[\"",       "\"\\u0416\\/\"", "\"Зал \\\\\"",
        "-1E-2"};
    if (depth < 5 && chance(3)) {
      return object(depth);
    }
    if (depth < 5 && chance(3)) {
      std::string text = "[" + space();
      const unsigned count = number(4);
      for (unsigned i = 0; i < count; ++i) {
        text += (i > 0 ? "," + space() : "") + value(depth + 1) + space();
      }
      return text + "]";
    }
    return scalars[number(std::size(scalars))];
  }
  std::string space() {
    static const char* const spaces[] = {"", "", " ", "\n", "\n  ", "\t", "\n\n\t "};
    std::string text = spaces[number(std::size(spaces))];
    for (std::size_t at = 0; crlf_ && (at = text.find('\n', at)) != std::string::npos; at += 2) {
      text.insert(at, "\r");
    }
    return text;
  }

  static constexpr const char* keys[] = {"a", "b/c", "~", "", "\\u00e9"};
  std::mt19937 random_;
  bool crlf_ = false;
};

// Pointers of all containers, and of all values but the document.
void collect(const Value& value, const Value::json_pointer& here, std::vector<Value::json_pointer>& objects,
             std::vector<Value::json_pointer>& arrays, std::vector<Value::json_pointer>& inner) {
  if (value.is_object()) {
    objects.push_back(here);
    for (const auto& [key, part] : value.items()) {
      inner.push_back(here / key);
      collect(part, here / key, objects, arrays, inner);
    }
  } else if (value.is_array()) {
    arrays.push_back(here);
    for (std::size_t i = 0; i < value.size(); ++i) {
      inner.push_back(here / i);
      collect(value[i], here / i, objects, arrays, inner);
    }
  }
}

// How many bytes at the front and at the back both have, together.
std::size_t kept(const std::string& a, const std::string& b) {
  const std::size_t most = std::min(a.size(), b.size());
  std::size_t front = 0;
  while (front < most && a[front] == b[front]) {
    ++front;
  }
  std::size_t back = 0;
  while (back < most - front && a[a.size() - 1 - back] == b[b.size() - 1 - back]) {
    ++back;
  }
  return front + back;
}

}  // namespace

TEST_CASE("any change of any document gives what is meant, and keeps all else byte by byte") {
  std::size_t changes = 0;
  for (unsigned seed = 0; seed < 3000; ++seed) {
    Writer writer(seed);
    const std::string document = writer.document();
    const Value before = Value::parse(document);
    std::vector<Value::json_pointer> objects;
    std::vector<Value::json_pointer> arrays;
    std::vector<Value::json_pointer> inner;
    collect(before, Value::json_pointer(), objects, arrays, inner);
    INFO(document);

    const Value added = writer.chance(2) ? Value{{"id", "Ж"}, {"list", {1, "x"}}} : Value(7);
    const auto& object = objects[writer.number(static_cast<unsigned>(objects.size()))];
    const auto added_to = set_json_member(document, object.to_string(), "new", added);
    REQUIRE(added_to);
    Value meant = before;
    meant[object]["new"] = added;
    CHECK(Value::parse(*added_to) == meant);
    if (!before[object].empty()) {
      CHECK(kept(document, *added_to) == document.size());
      // Taking it away again gives the very document.
      CHECK(remove_json_value(*added_to, (object / "new").to_string()) == document);
    }

    if (!arrays.empty()) {
      const auto& array = arrays[writer.number(static_cast<unsigned>(arrays.size()))];
      const auto appended = append_json_element(document, array.to_string(), added);
      REQUIRE(appended);
      meant = before;
      meant[array].push_back(added);
      CHECK(Value::parse(*appended) == meant);
      if (!before[array].empty()) {
        CHECK(kept(document, *appended) == document.size());
      }
    }
    if (!inner.empty()) {
      const auto& target = inner[writer.number(static_cast<unsigned>(inner.size()))];
      const auto without = remove_json_value(document, target.to_string());
      REQUIRE(without);
      CHECK(kept(document, *without) == without->size());
      if (before[target.parent_pointer()].is_object()) {
        const auto replaced =
            set_json_member(document, target.parent_pointer().to_string(), target.back(), "another value");
        REQUIRE(replaced);
        meant = before;
        meant[target] = "another value";
        CHECK(Value::parse(*replaced) == meant);
      }
    }
    ++changes;
  }
  CHECK(changes == 3000);
}
