#include "settings/load_settings.h"
#include "settings/read_settings.h"
#include "settings/toml_names.h"
#include "tests/catch.h"
#include "tests/harness/temporary_folder.h"

// Settings files that no technician writes: torn, generated, or put there to do harm.

using namespace kiosk;
using kiosk::test::TemporaryFolder;

namespace {

constexpr std::size_t most_bytes = 1U << 20U;  // of a settings file

std::string times(std::size_t count, std::string_view text) {
  std::string all;
  while (count-- > 0) {
    all += text;
  }
  return all;
}

// The line again and again, its number in place of each '#', as often as a file of so many bytes holds it.
std::string numbered(const std::string& line, std::size_t bytes = most_bytes) {
  std::string all;
  for (int i = 0;; ++i) {
    std::string one = line;
    for (std::size_t at = 0; (at = one.find('#', at)) != std::string::npos;) {
      one.replace(at, 1, std::to_string(i));
    }
    if (all.size() + one.size() > bytes) {
      return all;
    }
    all += one;
  }
}

SettingsReading read(std::string_view toml) { return read_settings(toml, "kiosk.toml", "/"); }

SettingsSources sources(const std::filesystem::path& file) {
  return {.file = file, .over = {}, .environment = [](const char*) -> const char* { return nullptr; }};
}

}  // namespace

TEST_CASE("names without end, in every place where a name may stand, are bad TOML on their line") {
  const std::string deep = times(100'000, "a.") + "a";
  const std::string quoted = times(50'000, R"("a" . 'b'.)") + "a";
  for (const std::string& name : {deep, quoted}) {
    for (const std::string& line : {name + " = 1", "[" + name + "]", "[[" + name + "]]", "x = {" + name + " = 1}",
                                    "x = [1, {" + name + " = {}}]", name, "[" + name}) {
      INFO(line.substr(0, 40));
      const SettingsReading reading = read("# a = \"\nhall = '''\n'''\n" + line + "\n");
      CHECK_FALSE(reading.is_toml);
      CHECK(reading.settings == Settings());
      REQUIRE(reading.problems.size() == 1);
      CHECK(reading.problems[0].line == 4);
      CHECK(reading.problems[0].severity == Severity::error);
    }
  }
}

TEST_CASE("values nested without end are bad TOML on their line") {
  for (const std::string& open : {std::string("["), std::string("[ "), std::string("{a="), std::string("[{b = "),
                                  "{" + times(31, "a.") + "a = ", std::string("[\n")}) {
    INFO(open);
    const SettingsReading reading = read("hall = \"gorky\"\nx = " + times(100'000 / open.size(), open));
    CHECK_FALSE(reading.is_toml);
    CHECK(reading.settings == Settings());
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].line >= 2);
  }
  CHECK_FALSE(read(times(100'000, "[")).is_toml);
}

TEST_CASE("as deep as names and values may go together, a file is read and forgotten") {
  std::string open;
  std::string close;
  for (int depth = 0; depth < 120; ++depth) {
    open += "[\n{" + times(30, "a.") + "a = ";
    close += "}]";
  }
  CHECK(read("x = " + open + "1" + close + "\n").is_toml);
}

TEST_CASE("a name of thirty-two parts is read, and one of thirty-three is not") {
  const auto line = [](std::size_t parts) { return line_of_endless_name(times(parts - 1, "a.") + "a = 1\n"); };
  CHECK_FALSE(line(32));
  CHECK(line(33) == 1);
  CHECK(read(times(31, "a.") + "a = 1\n").is_toml);
}

TEST_CASE("dots inside texts and comments are no names") {
  const std::string dots = times(100, ".");
  for (const std::string& toml :
       {"# " + dots, "a = \"" + dots + "\"", "a = '" + dots + "'", "a = \"\\\"" + dots + "\" # " + dots,
        "a = \"\"\"\n" + dots + "\"\"\"", "a = '''\n'" + dots + "''\n'''",
        "a = \"\"\"" + dots + "\\\"\"\" " + dots + "\"\"\"", "a = \"\"\"" + dots + "\"\"\"\"\" # " + dots,
        "a = ['" + dots + "', \"" + dots + "\"]", times(100, "a.b = 1.5\n")}) {
    INFO(toml);
    CHECK_FALSE(line_of_endless_name(toml));
  }
  CHECK(line_of_endless_name("a = \"\"\"\n\n\"\"\"\"\"\n" + dots) == 4);
  CHECK(line_of_endless_name("a = \"x\n" + dots) == 2);
  CHECK_FALSE(line_of_endless_name("a = \""));
  CHECK_FALSE(line_of_endless_name("a = \"\\"));
  CHECK_FALSE(line_of_endless_name("'''"));
}

TEST_CASE("keys and tables by the hundred thousand are a hundred problems and how many more, and the rest holds") {
  const std::string good = "hall = \"gorky\"\ntheme.text = \"#ffffff\"\n";
  for (const std::string& more :
       {numbered("k#=1\n"), numbered("[a#]\n"), numbered("[a.b#]\n"), numbered("[[c#]]\n"), numbered("[feed.u#]\n"),
        "[display]\n" + numbered("t#.x=1\n"), numbered("[[broadcast]]\nx#=1\n"), times(1000, "[[broadcast]]\n")}) {
    INFO(more.substr(0, 40));
    const SettingsReading reading = read(good + more);
    CHECK(reading.is_toml);
    CHECK(reading.settings.hall == "gorky");
    CHECK(!reading.problems.empty());
    CHECK(reading.problems.size() <= 101);
    for (const Problem& problem : reading.problems) {
      REQUIRE(problem.line > 0);
      REQUIRE(to_string(problem).size() < 1000);
    }
  }
  CHECK(read(numbered("k0#=1\n", 690)).problems.size() == 100);  // 10 lines of 6 bytes, 90 of 7
  const SettingsReading more = read(numbered("k0#=1\n", 698));
  REQUIRE(more.problems.size() == 101);
  CHECK(more.problems.back().what == "from here on, 1 more problems");
}

TEST_CASE("lists without end are refused as they are, and a thousand elements are not") {
  const std::string languages = "[" + numbered("\"aa-1#\", ") + "]";
  const auto problem_of = [](const std::string& toml) {
    const auto problems = read(toml).problems;
    return problems.empty() ? "" : to_string(problems[0]);
  };
  CHECK(problem_of("languages = " + languages) ==
        "kiosk.toml:1: languages: a list of more than 1000; write 1000 at most");
  CHECK(problem_of("\nfeed.url = " + languages) ==
        "kiosk.toml:2: feed.url: a list of more than 1000; write 1000 at most");
  const std::string page = "[[broadcast]]\nhall = \"a\"\nurl = \"https://a/\"\n";
  CHECK(problem_of(times(1001, page)) == "kiosk.toml:1: broadcast: a list of more than 1000; write 1000 at most");
  CHECK(read(times(1000, page)).settings.broadcasts.size() == 1000);
}

TEST_CASE("a name as long as the file is told by its beginning") {
  for (const std::string& name : {std::string(500'000, 'a'), '"' + std::string(500'000, '.') + '"'}) {
    const SettingsReading reading = read("\n" + name + " = 1\n");
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].line == 2);
    CHECK(to_string(reading.problems[0]).size() < 1000);
  }
}

TEST_CASE("a file without end, put in the place of a good one, leaves the settings in force") {
  const TemporaryFolder folder;
  const SettingsSources from = sources(folder / "kiosk.toml");
  test::write_file(from.file, "hall = \"gorky\"\n");
  const LoadedSettings before = load_settings(from);
  for (const std::string& slip : {times(100'000, "a.") + "a = 1\n", "x = " + times(100'000, "["),
                                  numbered("k#=1\n") + std::string(most_bytes, '#')}) {
    test::write_file(from.file, slip);
    const LoadedSettings after = load_settings_again(from, before);
    CHECK(after.settings == before.settings);
    CHECK(any_errors(after.problems));
  }
  std::filesystem::resize_file(from.file, 50U << 20U);
  CHECK(load_settings_again(from, before).settings == before.settings);
  CHECK(load_settings_again(sources("/dev/zero"), before).settings == before.settings);
}

TEST_CASE("settings that are no file are refused for what they are") {
  const LoadedSettings loaded = load_settings(sources("/dev/zero"));
  CHECK(loaded.unreadable);
  REQUIRE(loaded.problems.size() == 1);
  CHECK(to_string(loaded.problems[0]) == "/dev/zero: is a device, not a file");
}
