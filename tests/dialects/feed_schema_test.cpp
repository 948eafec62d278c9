// config/feed.schema.json tells editors what the reader of the venue feed takes: the two must not drift apart.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>

#include "base/feed_budget.h"
#include "dialects/read_feed.h"
#include "json/json.h"
#include "tests/catch.h"

using kiosk::Json;

namespace {

Json schema() {
  std::ifstream file(KIOSK_SOURCE_DIR "/config/feed.schema.json");
  auto json = kiosk::parse_json(std::string(std::istreambuf_iterator<char>(file), {}));
  REQUIRE(json);
  return *std::move(json);
}

const Json& at(const Json& json, std::initializer_list<const char*> path) {
  const Json* value = &json;
  for (const char* key : path) {
    CAPTURE(key);
    value = value->find(key);
    REQUIRE(value != nullptr);
  }
  return *value;
}

// A feed with the members in an object of the kind.
std::string feed_with(const std::string& kind, const std::string& members) {
  const auto object = [&](const std::string& of, const std::string& rest) {
    return "{" + (of == kind ? members + (rest.empty() ? "" : ", ") : "") + rest + "}";
  };
  const std::string session =
      R"("id": "s", "hall": "a", "start": "2024-04-17T10:00:00Z", "title": "T", "originally": )" +
      object("originally", "") + ", \"speakers\": [" + object("speaker", "") + "]";
  const std::string event = R"("title": "E", "time_zone": "UTC", "colors": )" + object("colors", "");
  const std::string hall = R"("id": "a", "name": "A", "delay": )" + object("delay", "");
  return R"({"format": "venue-feed/1", "event": )" + object("event", event) + ", \"halls\": [" + object("hall", hall) +
         "], \"sessions\": [" + object("session", session) + "], \"notices\": [" + object("notice", R"("text": "N")") +
         "]}";
}

// The reader tells of a key given twice only where the key means something to it.
bool reader_knows(const std::string& kind, const std::string& key) {
  const std::string member = '"' + key + "\": null";
  const auto reading = kiosk::read_feed(feed_with(kind, member + ", " + member), {});
  REQUIRE(reading);
  return std::any_of(reading->problems.begin(), reading->problems.end(),
                     [&](const kiosk::Problem& problem) { return problem.what == '"' + key + "\" is given twice"; });
}

}  // namespace

TEST_CASE("every key of the feed's schema is one that the reader knows") {
  const Json json = schema();
  const Json& definitions = at(json, {"definitions"});
  const std::pair<const char*, const Json*> kinds[] = {
      {"event", &at(definitions, {"event", "properties"})},
      {"colors", &at(definitions, {"event", "properties", "colors", "properties"})},
      {"hall", &at(definitions, {"hall", "properties"})},
      {"delay", &at(definitions, {"hall", "properties", "delay", "properties"})},
      {"session", &at(definitions, {"session", "properties"})},
      {"originally", &at(definitions, {"session", "properties", "originally", "properties"})},
      {"speaker", &at(definitions, {"speaker", "properties"})},
      {"notice", &at(definitions, {"notice", "properties"})}};
  for (const auto& [kind, properties] : kinds) {
    REQUIRE(properties->object() != nullptr);
    CHECK(properties->object()->size() >= 2);
    for (const auto& [key, property] : *properties->object()) {
      CAPTURE(kind, key);
      CHECK(reader_knows(kind, key));
    }
    CHECK_FALSE(reader_knows(kind, "x-own"));
  }
}

TEST_CASE("every reference of the feed's schema has its definition") {
  const Json json = schema();
  std::size_t references = 0;
  const auto check = [&](const auto& self, const Json& value) -> void {
    if (const Json::Object* members = value.object()) {
      for (const auto& [key, member] : *members) {
        if (key == "$ref") {
          REQUIRE(member.string() != nullptr);
          CAPTURE(*member.string());
          REQUIRE(member.string()->starts_with("#/definitions/"));
          CHECK(at(json, {"definitions"}).find(member.string()->substr(14)) != nullptr);
          ++references;
        }
        self(self, member);
      }
    } else if (const Json::Array* elements = value.array()) {
      for (const Json& element : *elements) {
        self(self, element);
      }
    }
  };
  check(check, json);
  CHECK(references > 20);
}

TEST_CASE("the schema says how much a feed may have, as the reader does") {
  const Json json = schema();
  const auto number = [&](std::initializer_list<const char*> keys) {
    const std::int64_t* integer = at(json, keys).integer();
    return integer != nullptr ? static_cast<std::size_t>(*integer) : 0;
  };
  CHECK(number({"properties", "halls", "maxItems"}) == kiosk::feed_budget.halls);
  CHECK(number({"properties", "sessions", "maxItems"}) == kiosk::feed_budget.sessions);
  CHECK(number({"properties", "notices", "maxItems"}) == kiosk::feed_budget.notices);
  CHECK(number({"definitions", "session", "properties", "speakers", "maxItems"}) ==
        kiosk::feed_budget.speakers_of_session);
  for (const char* kind : {"hall", "session", "notice"}) {
    CHECK(number({"definitions", kind, "properties", "id", "maxLength"}) == kiosk::feed_budget.id);
  }
  CHECK(number({"definitions", "url", "maxLength"}) == kiosk::feed_budget.address);
  CHECK(number({"definitions", "picture", "maxLength"}) == kiosk::feed_budget.address);
}

TEST_CASE("the schema takes the colours that the reader takes") {
  const Json json = schema();
  const std::regex pattern(*at(json, {"definitions", "color", "pattern"}).string());
  for (const char* color : {"#10203a", "#10203A", "#123", "#fff", "#12345", "10203a", "#10203g", "red", "", "#"}) {
    CAPTURE(color);
    const auto reading = kiosk::read_feed(feed_with("colors", "\"accent\": \"" + std::string(color) + '"'), {});
    REQUIRE(reading);
    CHECK(reading->schedule->event().colors.accent.has_value() == std::regex_match(color, pattern));
  }
}
