#include "board/spoken_languages.h"

#include "tests/catch.h"
#include "venue/parse_instant.h"

using namespace kiosk;

namespace {

Schedule event_in(std::vector<std::string> languages) {
  Schedule::Parts parts;
  parts.event.languages = std::move(languages);
  return Schedule(parts);
}

Settings settings_in(std::vector<std::string> languages) {
  Settings settings;
  settings.languages = std::move(languages);
  return settings;
}

using Languages = std::vector<std::string>;

}  // namespace

TEST_CASE("a board speaks the settings' languages, else the event's, those that there is wording in, each once") {
  const Schedule event = event_in({"ru", "tlh", "en", "ru"});
  CHECK(spoken_languages(settings_in({}), &event) == Languages{"ru", "en"});
  CHECK(spoken_languages(settings_in({"de", "en"}), &event) == Languages{"de", "en"});
  CHECK(spoken_languages(settings_in({"tlh"}), &event) == Languages{"ru", "en"});
  CHECK(spoken_languages(settings_in({"en"}), nullptr) == Languages{"en"});
  CHECK(spoken_languages(settings_in({}), nullptr).size() == 1);
}

TEST_CASE("languages take turns at whole multiples of their time") {
  using std::chrono::seconds;
  const auto at = [](const char* text) { return *parse_instant(text); };
  CHECK(language_at(at("2024-04-17T10:00:00Z"), 2, seconds(20)) !=
        language_at(at("2024-04-17T10:00:20Z"), 2, seconds(20)));
  CHECK(language_at(at("2024-04-17T10:00:00Z"), 2, seconds(20)) ==
        language_at(at("2024-04-17T10:00:19Z"), 2, seconds(20)));
  CHECK(language_at(at("2024-04-17T10:00:00Z"), 2, seconds(20)) ==
        language_at(at("2024-04-17T10:00:40Z"), 2, seconds(20)));
  CHECK(language_at(at("2024-04-17T10:00:00Z"), 1, seconds(20)) == 0);
  CHECK(next_language_turn(at("2024-04-17T10:00:00Z"), seconds(20)) == at("2024-04-17T10:00:20Z"));
  CHECK(next_language_turn(at("2024-04-17T10:00:19Z"), seconds(20)) == at("2024-04-17T10:00:20Z"));
}
