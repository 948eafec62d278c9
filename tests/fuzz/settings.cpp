// Settings files: whatever stands there, the settings can be used and every text can be read.

#include <algorithm>

#include "layout/theme_colors.h"
#include "settings/read_settings.h"
#include "tests/fuzz/expect.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a target of many of its values
using fuzz::expect;

namespace {

void check(const std::optional<DailyHours>& hours) {
  using namespace std::chrono_literals;
  expect(!hours || (hours->from >= 0min && hours->from < 24h && hours->until >= 0min && hours->until <= 24h &&
                    hours->from != hours->until),
         "hours are of a day");
}

void check(const WindowSettings& window) {
  expect(!window.windowed || (window.windowed->width >= 160 && window.windowed->height <= 16384),
         "a window has a size that can be");
}

void check(const DisplaySettings& display) {
  expect(display.rotate >= 0 && display.rotate < 360 && display.rotate % 90 == 0, "a picture is turned by quarters");
  check(display.dim);
  check(display.blank);
}

void check(const ThemeSettings& theme) {
  const ThemeColors colors = readable(theme_colors(theme, std::nullopt, std::nullopt)).colors;
  for (const Color ground : {colors.background, colors.glow}) {
    expect(contrast(colors.text, ground) >= enough_contrast, "text can be read");
    expect(contrast(colors.quiet_text, ground) >= enough_contrast, "quiet text can be read");
  }
  expect(contrast(colors.accent_text, colors.accent) >= enough_contrast, "what is on can be read");
  expect(contrast(colors.alert_text, colors.alert) >= enough_contrast, "what is cancelled can be read");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace std::chrono_literals;
  const std::string_view toml = fuzz::text_of(data, size);
  const int lines = 1 + static_cast<int>(std::count(toml.begin(), toml.end(), '\n'));
  const SettingsReading reading = read_settings(toml, "kiosk.toml", "/etc/venue-kiosk");
  for (const Problem& problem : reading.problems) {
    expect(!problem.what.empty(), "a problem says what is wrong");
    expect(problem.line >= 0 && problem.line <= lines, "a problem names a line of the file");
    expect(fuzz::is_one_line(to_string(problem)), "a problem is one line");
    expect(fuzz::is_utf8(to_string(problem)) || !fuzz::is_utf8(toml), "a problem is UTF-8");
  }
  const Settings& settings = reading.settings;
  expect(settings.poll_interval >= 1s && settings.poll_interval <= 1h, "the feed is polled");
  expect(settings.language_turn >= 5s && settings.language_turn <= 10min, "languages take turns");
  expect(settings.cache_folder.empty() || settings.cache_folder.is_absolute(), "the cache's folder is absolute");
  check(settings.window);
  check(settings.display);
  check(settings.theme);
  return 0;
}
