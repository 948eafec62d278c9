#include "layout/board_theme.h"

#include "settings/read_settings.h"
#include "tests/catch.h"

using namespace kiosk;

namespace {

LoadedSettings loaded(std::string_view toml) {
  SettingsReading reading = read_settings(toml, "kiosk.toml", "/etc/venue-kiosk");
  REQUIRE(reading.problems.empty());
  LoadedSettings loaded;
  loaded.file = "kiosk.toml";
  loaded.settings = std::move(reading.settings);
  loaded.settings.feeds = {"https://user:secret@example.org/feed.json"};
  for (const auto& [key, line] : reading.lines) {
    loaded.sources[key] = {"kiosk.toml", line};
  }
  return loaded;
}

Schedule event_of(EventColors colors) {
  Schedule::Parts parts;
  parts.event.colors = colors;
  return Schedule(std::move(parts));
}

// One problem a line.
std::string described(const BoardTheme& theme) {
  std::string text;
  for (const Problem& problem : theme.problems) {
    CHECK(problem.severity == Severity::warning);
    text += (text.empty() ? "" : "\n") + to_string(problem);
  }
  return text;
}

}  // namespace

TEST_CASE("a screen that chooses nothing shows the dark base, with and without a feed") {
  CHECK(board_theme(loaded(""), nullptr).colors == ThemeColors{});
  const Schedule plain = event_of({});
  const BoardTheme theme = board_theme(loaded(""), &plain);
  CHECK(theme.colors == ThemeColors{});
  CHECK(described(theme) == "");
}

TEST_CASE("a colour that is shown otherwise is reported with its line in the settings") {
  const BoardTheme theme = board_theme(loaded("hall = \"gorky\"\n[theme]\nquiet_text = \"#7080a0\"\n"), nullptr);
  CHECK(theme.colors.quiet_text != rgb(0x7080a0));
  CHECK(described(theme) == "kiosk.toml:3: theme.quiet_text: #7080a0 stands at 3.6:1 on theme.glow; shown as " +
                                format_color(theme.colors.quiet_text));
}

TEST_CASE("an event's colour that is shown otherwise is reported with the feed, without its password") {
  const Schedule red = event_of({.background = {}, .accent = 0xe4002b});
  const BoardTheme theme = board_theme(loaded(""), &red);
  CHECK(contrast(theme.colors.accent_text, theme.colors.accent) >= enough_contrast);
  CHECK(described(theme) ==
        "https://example.org/feed.json: /event/colors/accent: #e4002b leaves text at most 4.8:1; shown as " +
            format_color(theme.colors.accent));
  // The settings' own accent stands over it, and then nothing is wrong.
  CHECK(described(board_theme(loaded("theme.accent = \"#ffb347\""), &red)) == "");
}

TEST_CASE("what nobody chose is fitted to the event's colours without a word") {
  const Schedule grey_blue = event_of({.background = 0x23304f, .accent = 0x003080});
  const BoardTheme theme = board_theme(loaded(""), &grey_blue);
  CHECK(described(theme) == "");
  CHECK(theme.colors.background == rgb(0x23304f));
  CHECK(theme.colors.accent == rgb(0x003080));
  CHECK(contrast(theme.colors.quiet_text, theme.colors.glow) >= enough_contrast);
  CHECK(theme.colors.accent_text == rgb(0xffffff));
}

TEST_CASE("a grey event background is moved, and the text on it follows") {
  const Schedule grey = event_of({.background = 0x808080, .accent = {}});
  const BoardTheme theme = board_theme(loaded(""), &grey);
  REQUIRE(theme.problems.size() == 1);
  CHECK(theme.problems[0].where == "/event/colors/background");
  CHECK(contrast(theme.colors.text, theme.colors.background) >= enough_contrast);
  CHECK(contrast(theme.colors.quiet_text, theme.colors.background) >= enough_contrast);
}
