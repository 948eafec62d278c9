#include "organizer/halls_now.h"

#include <nlohmann/json.hpp>

#include "tests/catch.h"
#include "tests/venue/programme.h"
#include "venue/parse_instant.h"

using namespace kiosk;
using namespace kiosk::programme;

namespace {

using Json = nlohmann::ordered_json;

Json gorky_at(const Schedule& made, const std::string& instant) {
  return halls_json(made, at(instant), "en")["halls"][0];
}

// Of a list, in its order.
std::string ids(const Json& slots) {
  std::string text;
  for (const Json& slot : slots) {
    text += (text.empty() ? "" : " ") + slot["id"].get<std::string>();
  }
  return text;
}

}  // namespace

TEST_CASE("the JSON of halls tells of each what is on and what is next") {
  const Schedule made =
      schedule({"gorky", "empty"}, {session("opening", {"gorky"}, "2024-04-17 10:00", "2024-04-17 11:00"),
                                    session("open end", {"gorky"}, "2024-04-17 12:00", "")});
  const Json json = halls_json(made, at("2024-04-17 10:30"), "en");
  CHECK(json["at"] == format_instant(at("2024-04-17 10:30"), made.time_zone()));
  CHECK(json["time_zone"] == name_of(made.time_zone()));
  REQUIRE(json["halls"].size() == 2);
  const Json& gorky = json["halls"][0];
  CHECK(gorky["id"] == "gorky");
  REQUIRE(gorky["now"].size() == 1);
  CHECK(gorky["now"][0]["id"] == "opening");
  CHECK(gorky["now"][0]["kind"] == "session");
  CHECK(gorky["now"][0]["start"] == format_instant(at("2024-04-17 10:00"), made.time_zone()));
  CHECK(gorky["now"][0]["end"] == format_instant(at("2024-04-17 11:00"), made.time_zone()));
  CHECK(gorky["next"]["id"] == "open end");
  CHECK(gorky["next"]["end"].is_null());
  CHECK(json["halls"][1]["now"] == Json::array());
  CHECK(json["halls"][1]["next"].is_null());
}

TEST_CASE("the JSON of halls turns with a session's start and end, to the second") {
  const Schedule made = schedule({"gorky"}, {session("one", {"gorky"}, "2024-04-17 10:00", "2024-04-17 11:00")});
  const auto on_at = [&](Instant instant) { return ids(halls_json(made, instant, "en")["halls"][0]["now"]); };
  using std::chrono::seconds;
  CHECK(on_at(at("2024-04-17 10:00") - seconds(1)).empty());
  CHECK(on_at(at("2024-04-17 10:00")) == "one");
  CHECK(on_at(at("2024-04-17 11:00") - seconds(1)) == "one");
  CHECK(on_at(at("2024-04-17 11:00")).empty());
}

TEST_CASE("the JSON of halls has a break that is on, and each of several sessions") {
  const Schedule made = schedule({"gorky"}, {session("one", {"gorky"}, "2024-04-17 10:00", "2024-04-17 11:00"),
                                             session("two", {"gorky"}, "2024-04-17 10:30", "2024-04-17 11:00"),
                                             pause(session("lunch", {"gorky"}, "2024-04-17 11:00", "2024-04-17 12:00")),
                                             session("three", {"gorky"}, "2024-04-17 12:00", "2024-04-17 13:00")});
  CHECK(ids(gorky_at(made, "2024-04-17 10:40")["now"]) == "two one");
  const Json lunch = gorky_at(made, "2024-04-17 11:10");
  CHECK(ids(lunch["now"]) == "lunch");
  CHECK(lunch["now"][0]["kind"] == "break");
  CHECK(lunch["next"]["id"] == "three");
}

TEST_CASE("the JSON of halls names no zone where nobody says one") {
  Schedule::Parts parts;
  Hall& hall = parts.halls.emplace_back();
  hall.id = "gorky";
  hall.name = "Gorky";
  CHECK(halls_json(Schedule(parts), at("2024-04-17 10:00"), "en")["time_zone"].is_null());
}
