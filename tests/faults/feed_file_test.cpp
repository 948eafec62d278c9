#include <nlohmann/json.hpp>

#include "tests/faults/stage.h"

using namespace kiosk::test;
using nlohmann::json;

// Hundreds of broken feeds in a row. They lie on the disk, where an edit is seen at once: a server's would be waited
// for as a back-off asks. What is done with the bytes is the same.

namespace {

// A hall's screen that follows a file.
class FileStage : public Stage {
 public:
  FileStage() {
    write(demo_feed());
    machine.write_settings(feed());
  }
  std::filesystem::path feed() const { return machine.file("feed.json"); }
  void write(const std::string& text) const { replace_file(feed(), text); }

  // Writes a feed and waits until the kiosk has said what it thinks of it. True: it is shown now, be it with problems.
  // Expects one that the kiosk has not seen before; nothing: it says nothing.
  std::optional<bool> accepts(const std::string& text) {
    const std::size_t before = machine.errors().size();
    write(text);
    std::string said;
    const bool reported = eventually([&] {
      said = machine.errors().substr(before);
      return !machine.runs() || contains(said, "schedule: ") || contains(said, ": warning: ");
    });
    if (!reported || !machine.runs()) {
      return std::nullopt;
    }
    const std::string line = said.substr(0, said.find('\n'));
    return contains(line, "schedule: ") || contains(line, "good again");
  }
};

// Every field that a venue feed has, about a session that is on now and one that is to be spoiled.
json whole_feed(const std::string& link) {
  json feed = json::parse(R"json({
    "format": "venue-feed/1",
    "event": {"title": {"ru": "Форум", "en": "Forum"}, "short_title": "Форум", "time_zone": "Europe/Moscow",
              "languages": ["ru", "en"], "url": "https://example.org", "logo": "logo.png",
              "colors": {"background": "#10203a", "accent": "#ffb347"}},
    "halls": [{"id": "gorky", "name": "Горьковский зал"},
              {"id": "multimedia", "name": {"ru": "Мультимедийный зал"}, "place": "1 этаж", "background": "hall.png",
               "broadcast": {"url": "https://example.org/multimedia"},
               "delay": {"minutes": 10, "from": "2024-04-17T14:00:00+03:00"}}],
    "sessions": [
      {"id": "on-now", "hall": "gorky", "title": "Доклад", "start": "2024-04-17T14:00:00+03:00",
       "end": "2024-04-17T15:30:00+03:00", "broadcast": {"url": "LINK"}},
      {"id": "spoiled", "kind": "session", "halls": ["gorky", "multimedia"], "start": "2024-04-17T16:00:00+03:00",
       "end": "2024-04-17T17:00:00+03:00", "title": {"ru": "Другой доклад"}, "subtitle": "…", "track": "Секция",
       "language": "ru", "speakers": [{"name": "Имя", "role": "Должность", "photo": "photo.jpg"}],
       "recording": {"url": "https://example.org/r"}, "state": "full", "reason": "мест нет", "overflow": "multimedia",
       "originally": {"hall": "multimedia", "start": "2024-04-17T15:45:00+03:00"}}],
    "notices": [{"id": "bus", "level": "info", "text": "Автобус", "halls": ["multimedia"],
                 "from": "2024-04-17T14:00:00+03:00", "until": "2024-04-17T18:00:00+03:00"}]})json");
  feed["sessions"][0]["broadcast"]["url"] = link;
  return feed;
}

// Where a value stands in it, outermost first; not the session that is on now, whose loss would be right.
std::vector<json::json_pointer> places(const json& value, const json::json_pointer& at = json::json_pointer()) {
  if (at.to_string() == "/sessions/0") {
    return {};
  }
  std::vector<json::json_pointer> found{at};
  if (value.is_structured()) {
    for (const auto& [key, child] : value.items()) {
      const auto inner = places(child, value.is_array() ? at / std::stoul(key) : at / key);
      found.insert(found.end(), inner.begin(), inner.end());
    }
  }
  return found;
}

// Without these the hall, or the whole, is not what it was: a board that says so is right.
bool is_the_hall_itself(const std::string& place) {
  return place.empty() || place == "/halls" || place == "/halls/0" || place == "/halls/0/id";
}

}  // namespace

TEST_CASE("JSON cut at every fiftieth of its length") {
  FileStage stage;
  const auto before = stage.good_board();
  REQUIRE(before);
  int same = 0;
  for (std::size_t part = 1; part < 50; ++part) {
    INFO("cut after " << part << " fiftieths");
    CHECK(stage.accepts(edited_feed.substr(0, edited_feed.size() * part / 50)) == false);
    const bool stands = differing(stage.machine.glass(), *before) == 0;
    CHECK(stands);
    same += stands ? 1 : 0;
    stage.write(demo_feed());
    REQUIRE(eventually([&] { return stage.machine.errors().ends_with("the feed is good again\n"); }));
  }
  stage.write(edited_feed);
  const auto recovered = stage.time_to_edited_board();
  CHECK(recovered);
  CHECK(stage.machine.end() == 0);
  record(std::to_string(same) + " of 49 times the same board", stage.last_warning(),
         recovered ? seconds_text(*recovered) : "never");
}

TEST_CASE("a wrong value in each field") {
  FileStage stage;
  int number = 0;
  const auto next_link = [&] { return "https://example.org/edit/" + std::to_string(++number); };
  std::string stands = next_link();
  stage.write(whole_feed(stands).dump());
  stage.machine.start(standing_clock());
  REQUIRE(stage.machine.shows_link(stands));
  const json wrong[] = {nullptr, -17, "?", true, json::array(), json::object(), json::array({json::object()})};
  int shown = 0;
  int refused = 0;
  std::size_t turn = 0;
  for (const json::json_pointer& place : places(whole_feed(""))) {
    for (int attempt = 0; attempt < 2; ++attempt) {
      const std::string link = next_link();
      json feed = whole_feed(link);
      do {
        ++turn;
      } while (wrong[turn % std::size(wrong)].type() == feed[place].type());
      feed[place] = wrong[turn % std::size(wrong)];
      INFO(place.to_string() << " is " << feed[place].dump());
      const std::optional<bool> accepted = stage.accepts(feed.dump());
      REQUIRE(accepted);
      ++(*accepted ? shown : refused);
      if (is_the_hall_itself(place.to_string())) {
        CHECK(eventually([&] { return shows_something(stage.machine.glass()); }));
      } else if (*accepted) {
        CHECK(stage.machine.shows_link(link));
        stands = link;
      } else {
        CHECK(stage.machine.links() == std::vector{stands});
      }
      if (!*accepted || is_the_hall_itself(place.to_string())) {
        stands = next_link();
        stage.write(whole_feed(stands).dump());
        REQUIRE(stage.machine.shows_link(stands));
      }
    }
  }
  CHECK(shown > 100);
  stage.write(demo_feed(track_1_link, edited_link));
  const auto recovered = stage.time_to_edited_board();
  CHECK(recovered);
  CHECK(stage.machine.end() == 0);
  record("the right link after each of " + std::to_string(shown + refused) + ": " + std::to_string(shown) +
             " feeds shown without what was wrong, " + std::to_string(refused) + " refused whole",
         "each by its place", recovered ? seconds_text(*recovered) : "never");
}
