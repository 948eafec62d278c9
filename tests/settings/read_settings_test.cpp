#include "settings/read_settings.h"

#include <map>

#include "settings/keys.h"
#include "tests/catch.h"

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

SettingsReading read(std::string_view toml) { return read_settings(toml, "kiosk.toml", "/etc/venue-kiosk"); }

Settings settings_of(std::string_view toml) {
  const SettingsReading reading = read(toml);
  for (const Problem& problem : reading.problems) {
    UNSCOPED_INFO(to_string(problem));
  }
  REQUIRE(reading.problems.empty());
  return reading.settings;
}

// The problems as the technician sees them, one a line.
std::string problems_of(std::string_view toml) {
  std::string text;
  for (const Problem& problem : read(toml).problems) {
    text += (text.empty() ? "" : "\n") + to_string(problem);
  }
  return text;
}

}  // namespace

TEST_CASE("an empty settings file means the defaults") {
  CHECK(settings_of("") == Settings{});
  CHECK(settings_of("# nothing yet\n\n") == Settings{});
  CHECK(settings_of("[feed]\n[theme]\n") == Settings{});
}

TEST_CASE("every key lands where it belongs") {
  const Settings settings = settings_of(R"(
hall = "gorky"
time_zone = "Europe/Moscow"
languages = ["ru", "zh-Hant"]
language_turn = "1m"
[feed]
url = "https://example.org/feed.json"
poll = "2m"
token_file = "/run/secrets/token"
login_file = "login"
ca_file = "../ca.pem"
certificate_file = "kiosk.pem"
key_file = "/run/secrets/kiosk.key"
[cache]
folder = "/srv/cache"
[display]
monitor = "HDMI-1"
windowed = "1280x720"
fade = false
drift = false
dim = "20:00-22:30"
blank = "22:30-07:00"
[theme]
base = "light"
background = "#000001"
glow = "#000002"
text = "#FFFFF1"
quiet_text = "#fffff2"
accent = "#fffff3"
accent_text = "#000003"
alert = "#fffff4"
alert_text = "#000004"
)");
  Settings expected;
  expected.hall = "gorky";
  expected.feeds = {"https://example.org/feed.json"};
  expected.poll_interval = 120s;
  expected.feed_access = {.token_file = "/run/secrets/token",
                          .login_file = "/etc/venue-kiosk/login",
                          .ca_file = "/etc/ca.pem",
                          .certificate_file = "/etc/venue-kiosk/kiosk.pem",
                          .key_file = "/run/secrets/kiosk.key"};
  expected.time_zone = "Europe/Moscow";
  expected.languages = {"ru", "zh-Hant"};
  expected.language_turn = 60s;
  expected.cache_folder = "/srv/cache";
  expected.window = {.monitor = "HDMI-1", .windowed = Size{1280, 720}};
  expected.display = {
      .fade = false, .drift = false, .dim = DailyHours{20h, 22h + 30min}, .blank = DailyHours{22h + 30min, 7h}};
  expected.theme = {.base = ThemeBase::light,
                    .background = rgb(0x000001),
                    .glow = rgb(0x000002),
                    .text = rgb(0xfffff1),
                    .quiet_text = rgb(0xfffff2),
                    .accent = rgb(0xfffff3),
                    .accent_text = rgb(0x000003),
                    .alert = rgb(0xfffff4),
                    .alert_text = rgb(0x000004)};
  CHECK(settings == expected);
}

TEST_CASE("tables may be written inline, with dots, or with headers") {
  const std::string_view url = "https://example.org/f.json";
  CHECK(settings_of("feed = { url = \"https://example.org/f.json\" }").feed() == url);
  CHECK(settings_of("feed.url = \"https://example.org/f.json\"").feed() == url);
  CHECK(settings_of("[feed]\nurl = 'https://example.org/f.json'").feed() == url);
}

TEST_CASE("a file from another editor reads the same: byte order mark, carriage returns, no last line feed") {
  CHECK(settings_of("\xEF\xBB\xBFhall = \"gorky\"").hall == "gorky");
  CHECK(settings_of("hall = \"gorky\"\r\n[feed]\r\npoll = \"30s\"\r\n").poll_interval == 30s);
  CHECK(problems_of("\xEF\xBB\xBF\r\n[feed]\r\npoll = \"ten\"\r\n") ==
        R"(kiosk.toml:3: feed.poll: "ten" is not a duration; write "10s")");
}

TEST_CASE("a text left empty means what an absent key means, whatever the key") {
  for (const SettingsKey& key : settings_keys()) {
    INFO(key.name);
    CHECK(settings_of(std::string(key.name) + " = \"\"") == Settings{});
  }
  CHECK(settings_of("languages = []") == Settings{});
}

TEST_CASE("relative paths count from the settings file's folder") {
  CHECK(settings_of("feed.url = \"plan.json\"").feed() == "/etc/venue-kiosk/plan.json");
  CHECK(settings_of("feed.url = \"../plan.json\"").feed() == "/etc/plan.json");
  CHECK(settings_of("feed.url = \"/srv/plan.json\"").feed() == "/srv/plan.json");
  CHECK(settings_of("cache.folder = \"../../var/cache\"").cache_folder == "/var/cache");
}

TEST_CASE("a file address is a path, as a browser shows it") {
  CHECK(settings_of("feed.url = \"file:///srv/plan.json\"").feed() == "/srv/plan.json");
  CHECK(settings_of("feed.url = \"file://localhost/srv/plan.json\"").feed() == "/srv/plan.json");
  CHECK(settings_of("feed.url = \"file:///srv/%D0%BF%D0%BB%D0%B0%D0%BD%20100%.json\"").feed() == "/srv/план 100%.json");
  CHECK(problems_of("feed.url = \"file://server/plan.json\"") ==
        "kiosk.toml:1: feed.url: this kind of address cannot be fetched; write one that begins with http:// or "
        "https://, or a path");
}

TEST_CASE("a monitor is a name or a number from 1") {
  CHECK(settings_of("display.monitor = 2").window.monitor == "2");
  CHECK(settings_of("display.monitor = \"2\"").window.monitor == "2");
  CHECK(problems_of("display.monitor = 0") ==
        R"(kiosk.toml:1: display.monitor: 0 is not a monitor; write its name, "HDMI-1", or its number from 1)");
  CHECK(problems_of("display.monitor = 1.5") ==
        R"(kiosk.toml:1: display.monitor: 1.5 is not a monitor; write "HDMI-1")");
}

TEST_CASE("the poll interval runs from one second to one hour") {
  CHECK(settings_of("feed.poll = \"1s\"").poll_interval == 1s);
  CHECK(settings_of("feed.poll = \"3600s\"").poll_interval == 1h);
  CHECK(settings_of("feed.poll = \"60m\"").poll_interval == 1h);
  CHECK(problems_of("feed.poll = \"0s\"") == R"(kiosk.toml:1: feed.poll: "0s" is too short; write "1s" or more)");
  CHECK(problems_of("feed.poll = \"3601s\"") == R"(kiosk.toml:1: feed.poll: "3601s" is too long; write "1h" or less)");
  CHECK(problems_of("feed.poll = 30") == R"(kiosk.toml:1: feed.poll: 30 is not a duration; write "30s")");
  CHECK(problems_of("feed.poll = 0") == R"(kiosk.toml:1: feed.poll: 0 is not a duration; write "10s")");
}

TEST_CASE("a language's turn runs from five seconds to ten minutes") {
  CHECK(settings_of("language_turn = \"5s\"").language_turn == 5s);
  CHECK(settings_of("language_turn = \"10m\"").language_turn == 10min);
  CHECK(problems_of("language_turn = \"4s\"") ==
        R"(kiosk.toml:1: language_turn: "4s" is too short; write "5s" or more)");
  CHECK(problems_of("language_turn = \"601s\"") ==
        R"(kiosk.toml:1: language_turn: "601s" is too long; write "10m" or less)");
  CHECK(problems_of("language_turn = 20") == R"(kiosk.toml:1: language_turn: 20 is not a duration; write "20s")");
}

TEST_CASE("what concerns the light alone asks for no other window") {
  const Settings before = settings_of("[display]\nmonitor = \"HDMI-1\"\ndim = \"22:00-07:00\"");
  const Settings after = settings_of(
      "[display]\nmonitor = \"HDMI-1\"\ndim = \"21:00-07:00\"\nblank = \"23:00-05:00\"\nfade = false\ndrift = false");
  CHECK(after.window == before.window);
  CHECK(after.display != before.display);
  CHECK(settings_of("display.monitor = \"HDMI-2\"").window != before.window);
  CHECK(settings_of("display.windowed = \"640x360\"").window != Settings{}.window);
}

TEST_CASE("the hours of a dark screen may go over midnight, end with the day, and last it") {
  CHECK(settings_of("display.blank = \"22:00-07:00\"").display.blank == DailyHours{22h, 7h});
  CHECK(settings_of("display.blank = \"20:00-24:00\"").display.blank == DailyHours{20h, 24h});
  CHECK(settings_of("display.blank = \"20:00-00:00\"").display.blank == DailyHours{20h, 0h});
  CHECK(settings_of("display.dim = \"00:00-24:00\"").display.dim == DailyHours{0h, 24h});
  CHECK(problems_of("display.dim = \"07:00-07:00\"") ==
        R"(kiosk.toml:1: display.dim: "07:00-07:00" ends where it begins; write two different times, "22:00-07:00", )"
        R"(or "00:00-24:00" for the whole day)");
}

TEST_CASE("a value that is wrong is told with its line and what would be right, and keeps its default") {
  struct Case {
    const char* line;
    const char* problem;
  };
  const Case cases[] = {
      {"hall = 3", R"(hall: 3 is not text; write "3")"},
      {"hall = true", R"(hall: true is not text; write "gorky")"},
      {"hall = [\"gorky\"]", R"(hall: a list is not text; write "gorky")"},
      {"hall = { id = \"gorky\" }", R"(hall: a table is not text; write "gorky")"},
      {"time_zone = \"+03:00\"", R"(time_zone: "+03:00" is not a time zone; write "Europe/Moscow")"},
      {"time_zone = \"Moscow time\"", R"(time_zone: "Moscow time" is not a time zone; write "Europe/Moscow")"},
      {"time_zone = 3", R"(time_zone: 3 is not a time zone; write "Europe/Moscow")"},
      {"languages = \"ru\"", R"(languages: "ru" is not a list of languages; write ["ru"])"},
      {"languages = true", R"(languages: true is not a list of languages; write ["ru", "en"])"},
      {"feed.poll = \"ten\"", R"(feed.poll: "ten" is not a duration; write "10s")"},
      {"feed.poll = \"500ms\"", R"(feed.poll: "500ms" is not a duration; write "10s")"},
      {"feed.url = 8080", R"(feed.url: 8080 is not an address or a path; write "https://example.org/feed.json")"},
      {"feed.url = \"~/plan.json\"", "feed.url: ~ means a home only in a shell; write the whole path"},
      {"cache.folder = \"~/cache\"", "cache.folder: ~ means a home only in a shell; write the whole path"},
      {"cache.folder = false", R"(cache.folder: false is not a path; write "/var/cache/venue-kiosk")"},
      {"display.windowed = \"big\"",
       R"(display.windowed: "big" is not a size from 160x160 to 16384x16384; write "1280x720")"},
      {"display.windowed = \"100x100\"",
       R"(display.windowed: "100x100" is not a size from 160x160 to 16384x16384; write "1280x720")"},
      {"display.windowed = false",
       R"(display.windowed: false is not a size from 160x160 to 16384x16384; write "1280x720", or "" for the full screen)"},
      {"display.fade = \"true\"", R"(display.fade: "true" is not a switch; write true or false, without quotes)"},
      {"display.fade = 1", "display.fade: 1 is not a switch; write true or false, without quotes"},
      {"display.drift = \"off\"", R"(display.drift: "off" is not a switch; write true or false, without quotes)"},
      {"display.dim = \"night\"", R"(display.dim: "night" is not hours of a day; write "22:00-07:00")"},
      {"display.dim = 22:00:00", R"(display.dim: 22:00:00 is not hours of a day; write "22:00-07:00")"},
      {"display.blank = \"24:00-07:00\"", R"(display.blank: "24:00-07:00" is not hours of a day; write "22:00-07:00")"},
      {"display.blank = false", R"(display.blank: false is not hours of a day; write "22:00-07:00", or "" for none)"},
      {"theme.base = \"black\"", R"(theme.base: "black" is not a theme; write "dark" or "light")"},
      {"theme.base = 1", R"(theme.base: 1 is not a theme; write "dark" or "light")"},
      {"theme = \"light\"", R"(theme: this is a table of theme.base, theme.background, theme.glow, theme.text, )"
                            R"(theme.quiet_text, theme.accent, theme.accent_text, theme.alert, theme.alert_text; )"
                            R"(write theme.base = "light")"},
      {"theme.accent = \"orange\"",
       R"(theme.accent: "orange" is not a colour; write six hexadecimal digits, "#ffb347")"},
      {"theme.accent = \"#fff\"", R"(theme.accent: "#fff" is not a colour; write six hexadecimal digits, "#ffb347")"},
      {"theme.accent = 0xffb347", R"(theme.accent: 0xFFB347 is not a colour; write "#ffb347")"},
  };
  for (const Case& c : cases) {
    INFO(c.line);
    CHECK(problems_of("\n\n" + std::string(c.line)) == "kiosk.toml:3: " + std::string(c.problem));
    CHECK(read(c.line).settings == Settings{});
  }
}

TEST_CASE("of several languages each wrong one is told at its own line, and the rest is used") {
  const SettingsReading reading = read("languages = [\n \"ru_RU\",\n \"en\",\n \"english\",\n 7,\n \"en\"\n]");
  CHECK(reading.settings.languages == std::vector<std::string>{"en"});
  REQUIRE(reading.problems.size() == 4);
  CHECK(to_string(reading.problems[0]) == R"(kiosk.toml:2: languages: "ru_RU" is not a language tag; write "ru-RU")");
  CHECK(to_string(reading.problems[1]) ==
        R"(kiosk.toml:4: languages: "english" is not a language tag; write "ru" or "en-GB")");
  CHECK(to_string(reading.problems[2]) == R"(kiosk.toml:5: languages: 7 is not a language tag; write "ru" or "en-GB")");
  CHECK(to_string(reading.problems[3]) == R"(kiosk.toml:6: languages: "en" stands twice; write each language once)");
}

TEST_CASE("an unknown key names the one that was meant") {
  CHECK(problems_of("[feed]\npol = \"10s\"") == "kiosk.toml:2: feed.pol: unknown key; did you mean feed.poll?");
  CHECK(problems_of("[feed]\nulr = \"x\"") == "kiosk.toml:2: feed.ulr: unknown key; did you mean feed.url?");
  CHECK(problems_of("halls = \"gorky\"") == "kiosk.toml:1: halls: unknown key; did you mean hall?");
  CHECK(problems_of("timezone = \"UTC\"") == "kiosk.toml:1: timezone: unknown key; did you mean time_zone?");
  CHECK(problems_of("[theme]\naccent_txt = \"#ffffff\"") ==
        "kiosk.toml:2: theme.accent_txt: unknown key; did you mean theme.accent_text?");
  CHECK(problems_of("[feeds]\nurl = \"x\"") == "kiosk.toml:1: feeds: unknown table; did you mean [feed]?");
}

TEST_CASE("a key in the wrong table names the right one") {
  CHECK(problems_of("poll = \"10s\"") == "kiosk.toml:1: poll: unknown key; did you mean feed.poll?");
  CHECK(problems_of("[display]\nfolder = \"x\"") ==
        "kiosk.toml:2: display.folder: unknown key; did you mean cache.folder?");
  // What is appended to a file belongs to its last table.
  CHECK(problems_of("[theme]\ntext = \"#ffffff\"\nhall = \"gorky\"") ==
        "kiosk.toml:3: theme.hall: unknown key; did you mean hall? It stands above the first [table]");
}

TEST_CASE("an unknown key near to none lists what there is") {
  CHECK(problems_of("[feed]\ninterval = 10") ==
        "kiosk.toml:2: feed.interval: unknown key; known are feed.url, feed.poll, feed.hold, feed.hold_sessions, "
        "feed.hold_percent, feed.cancelled_after, feed.token_file, feed.login_file, feed.ca_file, "
        "feed.certificate_file, feed.key_file, feed.private_pictures");
  const std::string top =
      "unknown key; known are hall, hall_by_host, time_zone, languages, language_turn, broadcast, [feed], [cache], "
      "[display], [theme]";
  CHECK(problems_of("brightness = 10") == "kiosk.toml:1: brightness: " + top);
  CHECK(problems_of("[ticker]\ntext = \"x\"") == "kiosk.toml:1: ticker: " + top);
  CHECK(problems_of("[[ticker]]\ntext = \"x\"") == "kiosk.toml:1: ticker: " + top);
  std::string endless(5000, 'x');
  endless += " = 1";
  CHECK(problems_of(endless).find(top) != std::string::npos);
}

TEST_CASE("a table written as a value says what it holds") {
  const std::string what =
      R"(kiosk.toml:1: feed: this is a table of feed.url, feed.poll, feed.hold, )"
      R"(feed.hold_sessions, feed.hold_percent, feed.cancelled_after, feed.token_file, )"
      R"(feed.login_file, feed.ca_file, feed.certificate_file, feed.key_file, feed.private_pictures; )"
      R"(write feed.url = "https://example.org/feed.json")";
  CHECK(problems_of("feed = \"https://example.org/mine.json\"") == what);
  CHECK(problems_of("[[feed]]\nurl = \"x\"") == what);
}

TEST_CASE("a quoted key with a dot inside is not the key it looks like") {
  CHECK(problems_of("\"feed.poll\" = \"20s\"") == "kiosk.toml:1: \"feed.poll\": unknown key; did you mean feed.poll?");
  CHECK(read("\"feed.poll\" = \"20s\"").settings == Settings{});
}

TEST_CASE("one slip does not cost the rest of the file, and problems come from the top") {
  const SettingsReading reading =
      read("hall = \"gorky\"\n[theme]\ntext = 5\n[feed]\nurl = \"/f.json\"\npoll = \"ten\"");
  CHECK(reading.settings.hall == "gorky");
  CHECK(reading.settings.feed() == "/f.json");
  CHECK(reading.settings.poll_interval == 10s);
  REQUIRE(reading.problems.size() == 2);
  CHECK(reading.problems[0].line == 3);
  CHECK(reading.problems[1].line == 6);
}

TEST_CASE("what is no TOML is one problem with its line and a way out, and nothing of it is used") {
  struct Case {
    const char* toml;
    int line;
    const char* advice;
  };
  const Case cases[] = {
      {"hall = \"a\"\nhall = \"b\"", 2, "write it once"},
      {"[feed]\npoll = \"5s\"\n[feed]\nurl = \"x\"", 3, "write it once"},
      {"\nhall = gorky", 2, "text stands between quotes, as in hall = \"gorky\""},
      {"hall = \"gorky", 1, "text stands between quotes, as in hall = \"gorky\""},
      {"hall = \xE2\x80\x9Cgorky\xE2\x80\x9D", 1, "text stands between quotes, as in hall = \"gorky\""},
      {"hall = \"a\"\r\n[theme]\r\ntext = #ffffff\r\n", 3, "text stands between quotes, as in hall = \"gorky\""},
      {"hall =", 1, "text stands between quotes, as in hall = \"gorky\""},
      {"hall: gorky", 1, "correct this line"},
      {"hall = \"a\"\n\n[feed", 3, "correct this line"},
      {"hall = \"C:\\data\"", 1, "correct this line"},
      {"hall = \"\xFF\"", 1, "correct this line"},
      {"<html><body>Not found</body></html>", 1, "correct this line"},
  };
  for (const Case& c : cases) {
    INFO(c.toml);
    const SettingsReading reading = read(c.toml);
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].line == c.line);
    CHECK(reading.problems[0].right == std::string(c.advice) + " (nothing of this file is used)");
    CHECK(any_errors(reading.problems));
    CHECK(reading.settings == Settings{});
  }
}

TEST_CASE("bytes that were never text are a problem, not a crash") {
  std::string all_bytes;
  for (int byte = 0; byte < 256; ++byte) {
    all_bytes += static_cast<char>(byte);
  }
  CHECK(read(all_bytes).problems.size() == 1);
  CHECK(read(std::string(3, '\0')).problems.size() == 1);
  CHECK(read("hall = " + std::string(100000, '[')).problems.size() == 1);
}

TEST_CASE("several feeds are read in their order, and paths among them are paths") {
  const Settings settings = settings_of("feed.url = [\"https://example.org/s.json\", \"ours.json\"]");
  CHECK(settings.feeds == std::vector<std::string>{"https://example.org/s.json", "/etc/venue-kiosk/ours.json"});
  CHECK(settings.feed() == "https://example.org/s.json");
  CHECK(settings_of("feed.url = [\"ours.json\"]").feeds.size() == 1);
  CHECK(settings_of("feed.url = []") == Settings{});
}

TEST_CASE("a feed that is none costs the others nothing") {
  const SettingsReading reading =
      read("[feed]\nurl = [\"https://example.org/a\",\n5,\n\"\",\n\"~/b\",\n\"./c\", \"c\"]");
  CHECK(reading.settings.feeds == std::vector<std::string>{"https://example.org/a", "/etc/venue-kiosk/c"});
  REQUIRE(reading.problems.size() == 4);
  CHECK(to_string(reading.problems[0]) ==
        R"(kiosk.toml:3: feed.url: 5 is not an address or a path; write "https://example.org/feed.json")");
  CHECK(reading.problems[1].line == 4);
  CHECK(reading.problems[2].what == "~ means a home only in a shell");
  CHECK(reading.problems[2].right == "write the whole path");
  CHECK(reading.problems[3].what == "this feed stands twice");
  CHECK(reading.problems[3].right == "write each once");
}

TEST_CASE("the command line's feed stands in the place of all the file's feeds") {
  Settings settings = settings_of("feed.url = [\"https://example.org/a\", \"https://example.org/b\"]");
  apply({.hall = {}, .feed = "/srv/one.json", .cache_folder = {}, .windowed = {}}, "/home/tech", settings);
  CHECK(settings.feeds == std::vector<std::string>{"/srv/one.json"});
}

TEST_CASE("broadcast pages are read, times in quotes or as TOML has them") {
  const Settings settings = settings_of(R"(
[[broadcast]]
hall = "saal-1"
url = "https://example.org/1"
[[broadcast]]
hall = "saal-1"
url = "https://example.org/2"
from = "2024-04-17T10:00"
until = 2024-04-18T05:00:00+03:00
[[broadcast]]
hall = "b"
url = "HTTPS://example.org/3"
until = 2024-04-18T05:00:00
)");
  REQUIRE(settings.broadcasts.size() == 3);
  CHECK(settings.broadcasts[0] == BroadcastSettings{.hall = "saal-1", .url = "https://example.org/1", .line = 2});
  CHECK(settings.broadcasts[1].from == "2024-04-17T10:00");
  CHECK(settings.broadcasts[1].until == "2024-04-18T05:00:00+03:00");
  CHECK(settings.broadcasts[2].until == "2024-04-18T05:00:00");
  CHECK(settings_of("broadcast = [{ hall = \"a\", url = \"http://b\" }]").broadcasts.size() == 1);
}

TEST_CASE("what is wrong with a broadcast page is told, and costs that page alone") {
  const std::pair<const char*, const char*> cases[] = {
      {"broadcast = \"https://a\"", "is not a list of pages; write [{ hall = \"gorky\""},
      {"[broadcast]\nhall = \"a\"", "a table is not a list of pages; write [[broadcast]], in double brackets"},
      {"[[broadcast]]\nurl = \"https://a\"", R"(the page has no hall; write hall = "gorky")"},
      {"[[broadcast]]\nhall = \"a\"", R"(the page has no address; write url = "https://…")"},
      {"[[broadcast]]\nhall = 5\nurl = \"https://a\"", R"(5 is not a text; write hall = "…")"},
      {"[[broadcast]]\nhall = \"a\"\nurl = \"example.org\"", "a page begins with http:// or https://"},
      {"[[broadcast]]\nhall = \"a\"\nurl = \"https://a\"\nfrom = 10", "10 is not a time"},
      {"[[broadcast]]\nhall = \"a\"\nurl = \"https://a\"\nuntil = 2024-04-17", "is not a time"},
      {"[[broadcast]]\nhall = \"a\"\nurl = \"https://a\"\ntill = \"x\"", "unknown key \"till\""},
  };
  for (const auto& [toml, what] : cases) {
    INFO(toml);
    const SettingsReading reading = read(std::string(toml) + "\n");
    REQUIRE(reading.problems.size() == 1);
    CHECK(to_string(reading.problems[0]).find(what) != std::string::npos);
    CHECK(reading.settings.broadcasts.empty());
  }
}

TEST_CASE("the figures of holds are read within their limits") {
  const Settings settings =
      settings_of("[feed]\nhold = \"0s\"\nhold_sessions = 2\nhold_percent = 100\ncancelled_after = 0");
  CHECK(settings.hold == HoldSettings{.time = 0s, .sessions = 2, .percent = 100, .cancelled_after = 0});
  CHECK(settings_of("feed.hold = \"24h\"").hold.time == 24h);
  CHECK(problems_of("feed.hold = \"25h\"") == R"(kiosk.toml:1: feed.hold: "25h" is too long; write "24h" or less)");
  CHECK(problems_of("feed.hold_sessions = 1") ==
        "kiosk.toml:1: feed.hold_sessions: 1 is not a number from 2 to 1000; write 5");
  CHECK(problems_of("feed.hold_percent = 101") ==
        "kiosk.toml:1: feed.hold_percent: 101 is not a number from 1 to 100; write 10");
  CHECK(problems_of("feed.cancelled_after = 2.5") ==
        "kiosk.toml:1: feed.cancelled_after: 2.5 is not a number from 0 to 1000; write 2");
}

TEST_CASE("a password in an address is read, and never told") {
  CHECK(settings_of("feed.url = \"http://user:secret@example.org/f\"").feed() == "http://user:secret@example.org/f");
  const char* files[] = {
      "feed = \"http://user:secret@example.org\"",
      "url = \"http://user:secret@example.org\"",
      "feed.url = \"ftp://user:secret@example.org\"",
      "feed.url = [\"http://user:secret@example.org\", \"ftp://user:secret@example.org\"]",
      "feed.url = [\"http://user:secret@example.org\", \"http://user:secret@example.org\"]",
      "feed.url = [[\"http://user:secret@example.org\"]]",
      "[[broadcast]]\nhall = \"http://user:secret@example.org\"",
      "[[broadcast]]\nhall = \"a\"\nurl = \"ftp://user:secret@example.org\"",
      "feed.url = http://user:secret@example.org",
      "feed.url = \"http://user:secret@example.org",
      "feed.url = \"http://user:secret@example.org\" x",
      "feed.poll = \"http://user:secret@example.org\"",
      "languages = [\"http://user:secret@example.org\"]",
      "[feed]\n\"http://user:secret@example.org\" = 1",
      "feed.url = \"http://user:secret@a\"\nfeed.url = \"http://user:secret@b\"",
  };
  for (const char* file : files) {
    INFO(file);
    const std::string problems = problems_of(file);
    CHECK_FALSE(problems.empty());
    CHECK(problems.find("secret") == std::string::npos);
  }
}

TEST_CASE("what a problem quotes is one short line") {
  CHECK(problems_of("feed.poll = \"a\\nb\\u001bc\"") ==
        R"(kiosk.toml:1: feed.poll: "a b c" is not a duration; write "10s")");
  std::string zhe;
  for (int i = 0; i < 100; ++i) {
    zhe += "ж";
  }
  std::string cut;
  for (int i = 0; i < 20; ++i) {
    cut += "ж";
  }
  CHECK(problems_of("feed.poll = \"" + zhe + "\"") ==
        "kiosk.toml:1: feed.poll: \"" + cut + "…\" is not a duration; write \"10s\"");
}

TEST_CASE("the lines are told of keys that the file sets, and of no others") {
  const SettingsReading reading = read(
      "hall = \"gorky\"\n\n[theme]\ntext = \"#777777\"\nglow = \"\"\naccent = \"orange\"\n#alert = \"#000000\"\n"
      "quiet_text =\\\n");
  CHECK(reading.lines.empty());  // what is no TOML sets nothing

  const SettingsReading good =
      read("hall = \"gorky\"\n\n[theme]\ntext = \"#777777\"\nglow = \"\"\naccent = \"orange\"\n#alert = \"#000000\"\n");
  CHECK(good.lines == std::map<std::string, int, std::less<>>{{"hall", 1}, {"theme.text", 4}});
  CHECK(read("[display]\nfade = false").lines.at("display.fade") == 2);
}

TEST_CASE("the environment overrides what it names, an empty variable counts as unset") {
  const std::map<std::string, const char*> environment{{"VENUE_KIOSK_HALL", "gorky"}, {"VENUE_KIOSK_FEED", ""}};
  const SettingsOverrides over = overrides_from_environment([&](const char* name) {
    const auto found = environment.find(name);
    return found == environment.end() ? nullptr : found->second;
  });
  CHECK(over.hall == "gorky");
  CHECK_FALSE(over.feed);
  CHECK_FALSE(over.cache_folder);
  CHECK_FALSE(over.windowed);
}

TEST_CASE("overrides win field by field, their paths counting from the current folder") {
  Settings settings = settings_of("hall = \"gorky\"\nfeed.url = \"f.json\"\ncache.folder = \"/a\"");
  apply({}, "/home/tech", settings);
  CHECK(settings.hall == "gorky");
  CHECK(settings.feed() == "/etc/venue-kiosk/f.json");

  apply({.hall = "multimedia", .feed = "new.json", .cache_folder = "cache", .windowed = Size{640, 480}}, "/home/tech",
        settings);
  CHECK(settings.hall == "multimedia");
  CHECK(settings.feed() == "/home/tech/new.json");
  CHECK(settings.cache_folder == "/home/tech/cache");
  CHECK(settings.window.windowed == Size{640, 480});

  apply({.hall = {}, .feed = "HTTPS://example.org/f", .cache_folder = {}, .windowed = {}}, "/home/tech", settings);
  CHECK(settings.hall == "multimedia");
  CHECK(settings.feed() == "HTTPS://example.org/f");

  // Nothing here can fetch it; the fetch will say so by its name.
  apply({.hall = {}, .feed = "ftp://example.org/f", .cache_folder = {}, .windowed = {}}, "/home/tech", settings);
  CHECK(settings.feed() == "ftp://example.org/f");
}
