// What people get wrong in a settings file, one slip a document: each is told at its line, in words that say what
// would be right.

#include <iterator>
#include <string>
#include <string_view>

#include "settings/read_settings.h"
#include "tests/catch.h"

using namespace kiosk;

namespace {

struct Slip {
  const char* toml;
  int line;
  const char* told;  // behind the line; of what is no TOML the end, since the rest is the parser's own
};

const Slip slips[] = {
    {R"(hall = 7)", 1, R"(hall: 7 is not text; write "7")"},
    {R"(hall = gorky)", 1, R"(text stands between quotes, as in hall = "gorky" (nothing of this file is used))"},
    {R"(hall = "gorky)", 1, R"(text stands between quotes, as in hall = "gorky" (nothing of this file is used))"},
    {R"(hall: "gorky")", 1, R"(correct this line (nothing of this file is used))"},
    {R"(hall = «gorky»)", 1, R"(text stands between quotes, as in hall = "gorky" (nothing of this file is used))"},
    {R"(hall = true)", 1, R"(hall: true is not text; write "gorky")"},
    {R"(hall = ["gorky"])", 1, R"(hall: a list is not text; write "gorky")"},
    {"hall = \"gorky\"\nhall = \"foyer\"", 2, R"(write it once (nothing of this file is used))"},
    {R"(Hall = "gorky")", 1, R"(Hall: unknown key; did you mean hall?)"},
    {R"(hal = "gorky")", 1, R"(hal: unknown key; did you mean hall?)"},
    {"hall = \"gorky\"\nhall_by_host = \"gorky\"", 2,
     R"(hall_by_host: "gorky" is not a table of host names and halls; write { screen-07 = "gorky" })"},
    {"hall = \"gorky\"\n[hall_by_host]\nscreen-07 = 7", 3, R"(hall_by_host: 7 is not text; write "screen-07" = "7")"},
    {"hall = \"gorky\"\n[hall_by_host]\nscreen-07 = [\"gorky\"]", 3,
     R"(hall_by_host: a list is not a hall; write "screen-07" = "gorky")"},
    {"hall = \"gorky\"\n[hall_by_hosts]\nscreen-07 = \"gorky\"", 2,
     R"(hall_by_hosts: unknown key; did you mean hall_by_host?)"},
    {"hall = \"gorky\"\ntime_zone = \"Moscow time\"", 2,
     R"(time_zone: "Moscow time" is not a time zone; write "Europe/Moscow")"},
    {"hall = \"gorky\"\ntime_zone = 3", 2, R"(time_zone: 3 is not a time zone; write "Europe/Moscow")"},
    {"hall = \"gorky\"\ntime_zone = \"+03:00\"", 2, R"(time_zone: "+03:00" is not a time zone; write "Europe/Moscow")"},
    {"hall = \"gorky\"\nlanguages = \"ru\"", 2, R"(languages: "ru" is not a list of languages; write ["ru"])"},
    {"hall = \"gorky\"\nlanguages = [\"ru_RU\"]", 2, R"(languages: "ru_RU" is not a language tag; write "ru-RU")"},
    {"hall = \"gorky\"\nlanguages = [\"ru\", \"ru\"]", 2, R"(languages: "ru" stands twice; write each language once)"},
    {"hall = \"gorky\"\nlanguages = [\"russian!\"]", 2,
     R"(languages: "russian!" is not a language tag; write "ru" or "en-GB")"},
    {"hall = \"gorky\"\nlanguage_turn = 20", 2, R"(language_turn: 20 is not a duration; write "20s")"},
    {"hall = \"gorky\"\nlanguage_turn = \"1s\"", 2, R"(language_turn: "1s" is too short; write "5s" or more)"},
    {"hall = \"gorky\"\nlanguage_turn = \"11m\"", 2, R"(language_turn: "11m" is too long; write "10m" or less)"},
    {"hall = \"gorky\"\nbroadcast = \"https://example.org\"", 2,
     R"(broadcast: an address is not a list of pages; write [{ hall = "gorky", url = "https://example.org/live" }])"},
    {"hall = \"gorky\"\n[[broadcast]]\nurl = \"https://example.org/live\"", 2,
     R"(broadcast: the page has no hall; write hall = "gorky")"},
    {"hall = \"gorky\"\n[[broadcast]]\nhall = \"gorky\"", 2,
     R"(broadcast: the page has no address; write url = "https://…")"},
    {"hall = \"gorky\"\n[[broadcast]]\nhall = \"gorky\"\nurl = \"example.org/live\"", 4,
     R"(broadcast: a page begins with http:// or https://; write url = "https://…")"},
    {"hall = \"gorky\"\n[[broadcast]]\nhall = \"gorky\"\nurl = \"https://example.org\"\nform = \"2024-04-17T10:00:00\"",
     5, R"(broadcast: unknown key "form"; a page has hall, url, from and until)"},
    {"hall = \"gorky\"\n[feed]\nurl = 5", 3,
     R"(feed.url: 5 is not an address or a path; write "https://example.org/feed.json")"},
    {"hall = \"gorky\"\n[feed]\nurl = \"ftp://example.org/feed.json\"", 3,
     R"(feed.url: this kind of address cannot be fetched; write one that begins with http:// or https://, or a path)"},
    {"hall = \"gorky\"\n[feed]\nurl = \"~/feed.json\"", 3,
     R"(feed.url: ~ means a home only in a shell; write the whole path)"},
    {"hall = \"gorky\"\n[feed]\nurl = [\"a.json\", \"a.json\"]", 3,
     R"(feed.url: this feed stands twice; write each once)"},
    {"hall = \"gorky\"\n[feed]\npoll = 10", 3, R"(feed.poll: 10 is not a duration; write "10s")"},
    {"hall = \"gorky\"\n[feed]\npoll = \"10\"", 3, R"(feed.poll: "10" is not a duration; write "10s")"},
    {"hall = \"gorky\"\n[feed]\npoll = \"500ms\"", 3, R"(feed.poll: "500ms" is not a duration; write "10s")"},
    {"hall = \"gorky\"\n[feed]\npoll = \"2h\"", 3, R"(feed.poll: "2h" is too long; write "1h" or less)"},
    {"hall = \"gorky\"\n[feed]\nhold_sessions = 1", 3,
     R"(feed.hold_sessions: 1 is not a number from 2 to 1000; write 5)"},
    {"hall = \"gorky\"\n[feed]\nhold_percent = \"10\"", 3,
     R"(feed.hold_percent: "10" is not a number from 1 to 100; write 10)"},
    {"hall = \"gorky\"\n[feed]\ntoken = \"secret\"", 3,
     R"(feed.token: unknown key; known are feed.url, feed.poll, feed.hold, feed.hold_sessions, feed.hold_percent, feed.cancelled_after, feed.token_file, feed.login_file, feed.ca_file, feed.certificate_file, feed.key_file, feed.private_pictures)"},
    {"hall = \"gorky\"\n[feed]\nprivate_pictures = \"yes\"", 3,
     R"(feed.private_pictures: "yes" is not a switch; write true or false, without quotes)"},
    {"hall = \"gorky\"\n[feeds]\nurl = \"feed.json\"", 2, R"(feeds: unknown table; did you mean [feed]?)"},
    {"hall = \"gorky\"\nurl = \"feed.json\"", 2, R"(url: unknown key; did you mean feed.url?)"},
    {"hall = \"gorky\"\n[cache]\nfodler = \"/srv\"", 3, R"(cache.fodler: unknown key; did you mean cache.folder?)"},
    {"hall = \"gorky\"\n[cache]\nfolder = 1", 3, R"(cache.folder: 1 is not a path; write "/var/cache/venue-kiosk")"},
    {"hall = \"gorky\"\ncache = \"/srv\"", 2,
     R"(cache: this is a table of cache.folder; write cache.folder = "/var/cache/venue-kiosk")"},
    {"hall = \"gorky\"\n[display]\nmonitor = 0", 3,
     R"(display.monitor: 0 is not a monitor; write its name, "HDMI-1", or its number from 1)"},
    {"hall = \"gorky\"\n[display]\nwindowed = \"1280*720\"", 3,
     R"(display.windowed: "1280*720" is not a size from 160x160 to 16384x16384; write "1280x720")"},
    {"hall = \"gorky\"\n[display]\nwindowed = true", 3,
     R"(display.windowed: true is not a size from 160x160 to 16384x16384; write "1280x720", or "" for the full screen)"},
    {"hall = \"gorky\"\n[display]\nfade = \"no\"", 3,
     R"(display.fade: "no" is not a switch; write true or false, without quotes)"},
    {"hall = \"gorky\"\n[display]\ndim = \"22-7\"", 3,
     R"(display.dim: "22-7" is not hours of a day; write "22:00-07:00")"},
    {"hall = \"gorky\"\n[display]\nblank = \"07:00-07:00\"", 3,
     R"(display.blank: "07:00-07:00" ends where it begins; write two different times, "22:00-07:00", or "00:00-24:00" for the whole day)"},
    {"hall = \"gorky\"\n[display]\nhall = \"foyer\"", 3,
     R"(display.hall: unknown key; did you mean hall? It stands above the first [table])"},
    {"hall = \"gorky\"\n[theme]\nbase = \"blue\"", 3, R"(theme.base: "blue" is not a theme; write "dark" or "light")"},
    {"hall = \"gorky\"\n[theme]\ntext = \"white\"", 3,
     R"(theme.text: "white" is not a colour; write six hexadecimal digits, "#ffffff")"},
    {"hall = \"gorky\"\n[theme]\naccent = \"#ffb34\"", 3,
     R"(theme.accent: "#ffb34" is not a colour; write six hexadecimal digits, "#ffb347")"},
    {"hall = \"gorky\"\n[theme\nbase = \"dark\"", 2, R"(correct this line (nothing of this file is used))"},
    {"hall = \"gorky\"\n[theme]\nbase = \"dark\"\n[theme]\ntext = \"#ffffff\"", 4,
     R"(write it once (nothing of this file is used))"},
    {"hall = \"gorky\"\nrotate = 90", 2, "rotate: unknown key; did you mean display.rotate?"},
    {"hall = \"gorky\"\n[display]\nrotate = 45", 3,
     "display.rotate: 45 is not a turn by quarters; write 90, 180 or 270, or 0 for none"},
    {"hall = \"gorky\"\n[display]\nrotate = \"left\"", 3,
     "display.rotate: \"left\" is not a turn by quarters; write 90, 180 or 270, or 0 for none"},
};

}  // namespace

TEST_CASE("each of more than forty slips is told at its line with what would be right, and costs nothing else") {
  CHECK(std::size(slips) >= 40);
  for (const Slip& slip : slips) {
    CAPTURE(slip.toml);
    const SettingsReading reading = read_settings(slip.toml, "kiosk.toml", "/etc/venue-kiosk");
    REQUIRE(reading.problems.size() == 1);
    const std::string told = to_string(reading.problems[0]);
    CAPTURE(told);
    CHECK(told.starts_with("kiosk.toml:" + std::to_string(slip.line) + ": "));
    CHECK(told.ends_with(slip.told));
    CHECK_FALSE(reading.problems[0].right.empty());
    // The hall stands in the first line of each longer one: a slip elsewhere does not take the board away.
    const bool has_hall = std::string_view(slip.toml).starts_with("hall = \"gorky\"\n");
    CHECK((reading.settings.hall == "gorky") == (has_hall && reading.is_toml));
  }
}
