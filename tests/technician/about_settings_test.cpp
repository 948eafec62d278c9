#include "technician/about_settings.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "settings/keys.h"
#include "tests/catch.h"

using namespace kiosk;

TEST_CASE("each key is told once: with who set it, or among those that nobody did") {
  LoadedSettings loaded;
  loaded.file = "/etc/venue-kiosk/kiosk.toml";
  loaded.chosen = "/var/lib/venue-kiosk/settings.toml";
  loaded.chosen_stamp.emplace();
  loaded.sources = {{"hall", {"--hall", 0, "\"gorky\""}},
                    {"feed.url", {loaded.chosen.string(), 2, "an address"}},
                    {"feed.poll", {loaded.file.string(), 7, "\"5s\""}}};
  const Answers answers = about_settings(loaded, "https://x/feed.json");
  REQUIRE(answers.size() == 6);
  CHECK(answer_line(answers[0]) == "✓ settings: /etc/venue-kiosk/kiosk.toml");
  CHECK(answer_line(answers[1]) == "✓ settings: /var/lib/venue-kiosk/settings.toml, as programs chose, beneath");
  CHECK(answer_line(answers[2]) == "✓ hall: \"gorky\" (--hall)");
  CHECK(answer_line(answers[3]) == "✓ feed.url: https://x/feed.json (/var/lib/venue-kiosk/settings.toml:2)");
  CHECK(answer_line(answers[4]) == "✓ feed.poll: \"5s\" (/etc/venue-kiosk/kiosk.toml:7)");
  const std::string defaults = answer_line(answers[5]);
  CHECK(static_cast<std::size_t>(std::count(defaults.begin(), defaults.end(), ',')) + 1 == settings_keys().size() - 3);
  CHECK(defaults.find("display.fade = true") != std::string::npos);
  CHECK(sources_json(loaded, "https://x/feed.json").size() == settings_keys().size());
}
