#include "settings/load_settings.h"

#include "tests/catch.h"
#include "tests/harness/temporary_folder.h"

using namespace kiosk;
using kiosk::test::TemporaryFolder;
using kiosk::test::write_file;

namespace {

const char* nothing(const char*) { return nullptr; }

SettingsSources sources(const std::filesystem::path& file) {
  return {.file = file, .over = {}, .environment = nothing};
}

const std::string good = "hall = \"gorky\"\n[feed]\nurl = \"https://example.org/feed.json\"\n";

}  // namespace

TEST_CASE("the environment stands over the file, and the command line over the environment") {
  const TemporaryFolder folder;
  write_file(folder / "kiosk.toml", good);
  SettingsSources from = sources(folder / "kiosk.toml");
  CHECK(load_settings(from).settings.hall == "gorky");
  from.environment = [](const char* name) { return std::string(name) == "VENUE_KIOSK_HALL" ? "library" : nullptr; };
  CHECK(load_settings(from).settings.hall == "library");
  from.over.hall = "foyer";
  CHECK(load_settings(from).settings.hall == "foyer");
}

TEST_CASE("what is kept is kept where settings, systemd, XDG or the home say, in this order") {
  const TemporaryFolder folder;
  write_file(folder / "kiosk.toml", good);
  SettingsSources from = sources(folder / "kiosk.toml");
  CHECK(load_settings(from).settings.cache_folder.empty());
  from.environment = [](const char* name) { return std::string(name) == "HOME" ? "/home/k" : nullptr; };
  CHECK(load_settings(from).settings.cache_folder == "/home/k/.cache/venue-kiosk");
  from.environment = [](const char* name) {
    return std::string(name) == "HOME" ? "/home/k" : std::string(name) == "XDG_CACHE_HOME" ? "/x" : nullptr;
  };
  CHECK(load_settings(from).settings.cache_folder == "/x/venue-kiosk");
  write_file(folder / "kiosk.toml", good + "[cache]\nfolder = \"/own\"\n");
  from.environment = [](const char* name) {
    return std::string(name) == "CACHE_DIRECTORY" ? "/var/a:/var/b" : nullptr;
  };
  CHECK(load_settings(from).settings.cache_folder == "/own");
  write_file(folder / "kiosk.toml", good);
  CHECK(load_settings(from).settings.cache_folder == "/var/a");
}

TEST_CASE("a file that is not there is unreadable, and says so") {
  const TemporaryFolder folder;
  const LoadedSettings loaded = load_settings(sources(folder / "none.toml"));
  CHECK(loaded.unreadable);
  REQUIRE(loaded.problems.size() == 1);
  CHECK(loaded.problems[0].file == (folder / "none.toml").string());
  CHECK_FALSE(loaded.stamp);
}

TEST_CASE("a zone that this system does not have is a problem of its key") {
  const TemporaryFolder folder;
  write_file(folder / "kiosk.toml", "time_zone = \"Europe/Moskau\"\n" + good);
  const LoadedSettings loaded = load_settings(sources(folder / "kiosk.toml"));
  CHECK(loaded.time_zone.is(NoZone::unknown));
  REQUIRE(loaded.problems.size() == 1);
  CHECK(loaded.problems[0].where == "time_zone");
}

TEST_CASE("a changed file that is no TOML, or gone, leaves in force what held before, and says why") {
  const TemporaryFolder folder;
  const SettingsSources from = sources(folder / "kiosk.toml");
  write_file(folder / "kiosk.toml", good);
  const LoadedSettings before = load_settings(from);
  for (const char* slip : std::initializer_list<const char*>{"hall = \"gorky\n", "= 1\n", "\xff\xfe", nullptr}) {
    if (slip == nullptr) {
      std::filesystem::remove(folder / "kiosk.toml");
    } else {
      write_file(folder / "kiosk.toml", slip);
    }
    const LoadedSettings after = load_settings_again(from, before);
    CHECK(after.settings == before.settings);
    CHECK(any_errors(after.problems));
    CHECK(after.stamp != before.stamp);
  }
}

TEST_CASE("a changed file with a slip in one key holds in all the others") {
  const TemporaryFolder folder;
  const SettingsSources from = sources(folder / "kiosk.toml");
  write_file(folder / "kiosk.toml", good);
  const LoadedSettings before = load_settings(from);
  write_file(folder / "kiosk.toml", "hall = \"foyer\"\nfodler = 1\n");
  const LoadedSettings after = load_settings_again(from, before);
  CHECK(after.settings.hall == "foyer");
  CHECK(after.settings.feeds.empty());
  CHECK(after.problems.size() == 1);
}
