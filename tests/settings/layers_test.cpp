// Settings of several layers: what programs chose, the technician's file, the environment, the command line.

#include <string>

#include "settings/load_settings.h"
#include "tests/catch.h"
#include "tests/harness/temporary_folder.h"

using namespace kiosk;
using kiosk::test::TemporaryFolder;
using kiosk::test::write_file;

namespace {

struct Machine {
  TemporaryFolder folder;
  std::string state = (folder / "state").string();
  std::string host = "screen-07.library.example";
  SettingsOverrides over{};

  Machine() { std::filesystem::create_directory(state); }
  void technician(const std::string& toml) const { write_file(folder / "kiosk.toml", toml); }
  void programs(const std::string& toml) const { write_file(chosen(), toml); }
  std::filesystem::path chosen() const { return folder / "state" / "settings.toml"; }
  SettingsSources sources() const {
    return {.file = folder / "kiosk.toml",
            .over = over,
            .environment =
                [this](const char* name) { return std::string(name) == "STATE_DIRECTORY" ? state.c_str() : nullptr; },
            .host_name = host};
  }
  LoadedSettings load() const { return load_settings(sources()); }
};

std::string source_of(const LoadedSettings& loaded, const std::string& key) {
  const auto found = loaded.sources.find(key);
  return found == loaded.sources.end()
             ? "default"
             : std::filesystem::path(found->second.file).filename().string() + ':' + std::to_string(found->second.line);
}

}  // namespace

TEST_CASE("what programs chose holds where the technician's file says nothing, and each key knows whose it is") {
  const Machine machine;
  machine.programs("hall = \"foyer\"\nlanguages = [\"en\"]\n[feed]\nurl = \"theirs.json\"\npoll = \"1m\"\n");
  machine.technician("# hall is left to the assistant\nhall = \"\"\n[feed]\npoll = \"5s\"\n");
  const LoadedSettings loaded = machine.load();
  CHECK(loaded.problems.empty());
  CHECK(loaded.settings.hall == "foyer");
  CHECK(loaded.settings.languages == std::vector<std::string>{"en"});
  CHECK(loaded.settings.poll_interval == std::chrono::seconds(5));
  CHECK(loaded.settings.feed() == (machine.folder / "state" / "theirs.json").string());  // beside the file that says it
  CHECK(source_of(loaded, "hall") == "settings.toml:1");
  CHECK(source_of(loaded, "feed.url") == "settings.toml:4");
  CHECK(source_of(loaded, "feed.poll") == "kiosk.toml:4");
  CHECK(source_of(loaded, "display.fade") == "default");
}

TEST_CASE("a slip in a key of the technician's leaves the choice beneath in force") {
  const Machine machine;
  machine.programs("[feed]\npoll = \"1m\"\n");
  machine.technician("hall = \"gorky\"\n[feed]\npoll = \"soon\"\n");
  const LoadedSettings loaded = machine.load();
  CHECK(loaded.settings.poll_interval == std::chrono::seconds(60));
  REQUIRE(loaded.problems.size() == 1);
  CHECK(loaded.problems[0].file.ends_with("kiosk.toml"));
  CHECK(source_of(loaded, "feed.poll") == "settings.toml:2");
}

TEST_CASE("choices that are no TOML, or cannot be read, are a finding, and the technician's file holds") {
  const Machine machine;
  machine.technician("hall = \"gorky\"\n");
  machine.programs("hall = \"foyer\n");
  LoadedSettings loaded = machine.load();
  CHECK(loaded.settings.hall == "gorky");
  CHECK_FALSE(loaded.unreadable);
  CHECK_FALSE(loaded.all_in_force);
  REQUIRE(loaded.problems.size() == 1);
  CHECK(loaded.problems[0].file == machine.chosen().string());
  CHECK(loaded.problems[0].line == 1);

  std::filesystem::remove(machine.chosen());
  std::filesystem::create_directory(machine.chosen());
  loaded = machine.load();
  CHECK(loaded.settings.hall == "gorky");
  CHECK_FALSE(loaded.unreadable);
  CHECK(loaded.problems.size() == 1);
}

TEST_CASE("an installed file alone goes with the service's choices, unless systemd says where they are") {
  SettingsSources from{.file = "/srv/other.toml", .over = {}, .environment = [](const char*) { return nullptr; }};
  CHECK(load_settings(from).chosen.empty());
  from.file = "";
  CHECK(load_settings(from).chosen == "/var/lib/venue-kiosk/settings.toml");
  from.file = "/etc/venue-kiosk/kiosk.toml";
  CHECK(load_settings(from).chosen == "/var/lib/venue-kiosk/settings.toml");
  from.environment = [](const char* name) { return std::string(name) == "STATE_DIRECTORY" ? "/a:/b" : nullptr; };
  CHECK(load_settings(from).chosen == "/a/settings.toml");
}

TEST_CASE("the hall is the command line's, else this host's, else that of all, of each file by itself") {
  Machine machine;
  machine.technician("hall = \"gorky\"\n[hall_by_host]\nscreen-06 = \"foyer\"\nSCREEN-07 = \"library\"\n");
  CHECK(machine.load().settings.hall == "library");
  CHECK(source_of(machine.load(), "hall") == "kiosk.toml:4");
  machine.host = "screen-08";
  CHECK(machine.load().settings.hall == "gorky");
  CHECK(source_of(machine.load(), "hall") == "kiosk.toml:1");
  machine.host = "screen-06";
  machine.over.hall = "multimedia";
  CHECK(machine.load().settings.hall == "multimedia");
  CHECK(machine.load().sources.at("hall").file == "--hall");

  machine.over.hall.reset();
  machine.programs("hall = \"chosen\"\n[hall_by_host]\nscreen-09 = \"chosen-for-9\"\n");
  machine.host = "screen-09";
  CHECK(machine.load().settings.hall == "gorky");  // the technician's hall stands over whatever was chosen
  machine.technician("[hall_by_host]\nscreen-06 = \"foyer\"\n");
  CHECK(machine.load().settings.hall == "chosen-for-9");
  machine.host = "screen-10";
  CHECK(machine.load().settings.hall == "chosen");
}

TEST_CASE("one bad line of hall_by_host costs that host alone") {
  Machine machine;
  machine.technician(
      "[hall_by_host]\nscreen-06 = 6\nscreen-07 = \"library\"\nscreen-08 = \"\"\nScreen-07 = \"foyer\"\n");
  LoadedSettings loaded = machine.load();
  CHECK(loaded.settings.hall == "library");
  REQUIRE(loaded.problems.size() == 3);
  CHECK(loaded.problems[0].line == 2);
  CHECK(loaded.problems[0].right == "write \"screen-06\" = \"6\"");
  CHECK(loaded.problems[1].line == 4);
  CHECK(loaded.problems[2].line == 5);
  CHECK(loaded.problems[2].what == "host \"Screen-07\" stands twice");

  // A full name without its quotes is a table in a table to TOML.
  machine.technician("[hall_by_host]\nscreen-07.library.example = \"reading-room\"\n");
  loaded = machine.load();
  CHECK(loaded.problems.empty());
  CHECK(loaded.settings.hall == "reading-room");
}

TEST_CASE("either file that changes is noticed, and so are choices that are made first or taken back") {
  const Machine machine;
  machine.technician("hall = \"gorky\"\n");
  LoadedSettings loaded = machine.load();
  CHECK_FALSE(have_changed(loaded));
  machine.programs("hall = \"foyer\"\n");
  CHECK(have_changed(loaded));
  loaded = machine.load();
  CHECK_FALSE(have_changed(loaded));
  std::filesystem::remove(machine.chosen());
  CHECK(have_changed(loaded));
  loaded = machine.load();
  machine.technician("hall = \"library\"\n");
  CHECK(have_changed(loaded));
  loaded = machine.load();
  std::filesystem::remove(machine.folder / "kiosk.toml");
  CHECK_FALSE(have_changed(loaded));  // an editor is about to put it back
}

TEST_CASE("choices that turn bad leave in force what held before") {
  const Machine machine;
  machine.technician("[feed]\nurl = \"feed.json\"\n");
  machine.programs("hall = \"foyer\"\n");
  LoadedSettings loaded = machine.load();
  machine.programs("hall = foyer\n");
  loaded = load_settings_again(machine.sources(), std::move(loaded));
  CHECK(loaded.settings.hall == "foyer");
  CHECK(loaded.problems.size() == 1);
  CHECK_FALSE(have_changed(loaded));
}
