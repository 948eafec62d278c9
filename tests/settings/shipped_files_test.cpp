// The files that ship with the program, held to the table of keys: a key cannot join without its line in
// config/kiosk.toml and its word in the manual.

#include <fstream>
#include <regex>
#include <sstream>

#include "settings/keys.h"
#include "settings/read_settings.h"
#include "tests/catch.h"

using namespace kiosk;

namespace {

const std::string source = KIOSK_SOURCE_DIR;

std::string contents(const std::string& path) {
  std::ifstream file(source + "/" + path);
  REQUIRE(file.good());
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// Every line such as `#poll = "10s"` as though the technician had removed the "#".
std::string uncommented(const std::string& toml) {
  std::string result;
  std::istringstream lines(toml);
  for (std::string line; std::getline(lines, line);) {
    static const std::regex shown_default("#[a-z_]+ = .*");
    result += (std::regex_match(line, shown_default) ? line.substr(1) : line) + '\n';
  }
  return result;
}

// A name of the table, dots and all, as TOML of one line.
std::string assignment(const SettingsKey& key, std::string_view value) {
  return std::string(key.name) + " = " + std::string(value);
}

Settings read_cleanly(const std::string& toml, const std::filesystem::path& folder = "/etc/venue-kiosk") {
  const SettingsReading reading = read_settings(toml, "kiosk.toml", folder);
  for (const Problem& problem : reading.problems) {
    UNSCOPED_INFO(to_string(problem));
  }
  REQUIRE(reading.problems.empty());
  return reading.settings;
}

}  // namespace

TEST_CASE("a key's stated default is what its absence means, and its example is right") {
  std::string all_defaults;
  for (const SettingsKey& key : settings_keys()) {
    INFO(key.name);
    CHECK(read_cleanly(assignment(key, key.default_value)) == Settings{});
    read_cleanly(assignment(key, key.example));
    all_defaults += assignment(key, key.default_value) + '\n';
  }
  CHECK(read_cleanly(all_defaults) == Settings{});
}

TEST_CASE("every key is told apart from every other") {
  for (const SettingsKey& key : settings_keys()) {
    if (key.example == key.default_value) {
      continue;
    }
    INFO(key.name);
    CHECK(read_cleanly(assignment(key, key.example)) != Settings{});
  }
}

TEST_CASE("config/kiosk.toml means the defaults, as shipped and with every line uncommented") {
  const std::string shipped = contents("config/kiosk.toml");
  CHECK(read_cleanly(shipped) == Settings{});
  CHECK(read_cleanly(uncommented(shipped)) == Settings{});
  CHECK(uncommented(shipped) != shipped);
}

TEST_CASE("config/kiosk.toml shows every key with its default, under its table") {
  std::string shown;  // as dotted assignments, to be compared with the table
  std::string table;
  std::istringstream lines(uncommented(contents("config/kiosk.toml")));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('[')) {
      table = line.substr(1, line.find(']') - 1) + '.';
    } else if (!line.empty() && !line.starts_with('#')) {
      shown += table + line + '\n';
    }
  }
  std::string expected;
  for (const SettingsKey& key : settings_keys()) {
    expected += assignment(key, key.default_value) + '\n';
  }
  CHECK(shown == expected);
}

TEST_CASE("the shipped texts name the languages that there are words in") {
  std::vector<std::string> languages;
  for (const auto& entry : std::filesystem::directory_iterator(source + "/assets/locales")) {
    languages.push_back(entry.path().stem().string());
  }
  const std::string toml = contents("config/kiosk.toml");
  const std::string manual = contents("config/venue-kiosk.toml.5.scd");
  for (const std::string& language : languages) {
    INFO(language);
    CHECK(toml.find('"' + language + '"') != std::string::npos);
    CHECK(std::regex_search(manual, std::regex("speaks [a-z, ]*\\b" + language + "\\b")));
  }
  CHECK(languages.size() >= 2);
}

TEST_CASE("the manual tells of every key and every environment variable") {
  const std::string keys = contents("config/venue-kiosk.toml.5.scd");
  for (const SettingsKey& key : settings_keys()) {
    INFO(key.name);
    CHECK(keys.find('*' + std::string(key.name) + '*') != std::string::npos);
  }
  const std::string manual = contents("config/venue-kiosk.1.scd");
  std::vector<std::string> asked;
  overrides_from_environment([&asked](const char* name) -> const char* {
    asked.emplace_back(name);
    return nullptr;
  });
  CHECK(asked.size() == 3);
  for (const std::string& name : asked) {
    INFO(name);
    CHECK(manual.find('*' + name + '*') != std::string::npos);
  }
}

TEST_CASE("the demo's settings stand at the Gorky hall and find their feed beside them") {
  const Settings settings = read_cleanly(contents("assets/demo/kiosk.toml"), source + "/assets/demo");
  CHECK(settings.hall == "gorky");
  CHECK(settings.feed() == source + "/assets/demo/feed.json");
  CHECK(std::filesystem::exists(settings.feed()));
  CHECK(settings.cache_folder == source + "/build/demo/cache");
}
