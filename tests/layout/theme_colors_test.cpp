#include "layout/theme_colors.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <random>

#include "tests/catch.h"

using namespace kiosk;

namespace {

struct Pair {
  std::string names;
  double ratio = 0;
};

// Every text on everything it may stand on, all the shades between background and glow among it.
std::vector<Pair> pairs_of(const ThemeColors& theme) {
  std::vector<Pair> pairs;
  for (const int part : {0, 17, 34, 64, 96, 128, 160, 192, 221, 238, 255}) {
    const Color ground = mixed(theme.glow, theme.background, static_cast<std::uint8_t>(part));
    const Color chip = mixed(theme.text, ground, calm_chip_alpha);
    pairs.push_back({"text", contrast(theme.text, ground)});
    pairs.push_back({"quiet text", contrast(theme.quiet_text, ground)});
    pairs.push_back({"text on a calm chip", contrast(theme.text, chip)});
  }
  pairs.push_back({"accent", contrast(theme.accent_text, theme.accent)});
  pairs.push_back({"alert", contrast(theme.alert_text, theme.alert)});
  return pairs;
}

Pair faintest(const ThemeColors& theme) {
  const std::vector<Pair> pairs = pairs_of(theme);
  return *std::min_element(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.ratio < b.ratio; });
}

// "theme.text: #777777 stands at …", one a line.
std::string described(const ThemeColors& theme) {
  std::string text;
  for (const Correction& correction : readable(theme).corrections) {
    text += (text.empty() ? "" : "\n") + std::string(correction.key) + ": " + what_of(correction);
  }
  return text;
}

ThemeColors with(ThemeColors theme, Color ThemeColors::*color, std::uint32_t hex) {
  theme.*color = rgb(hex);
  return theme;
}

}  // namespace

TEST_CASE("both bases are readable as they are") {
  for (const ThemeBase base : {ThemeBase::dark, ThemeBase::light}) {
    const ThemeColors colors = base_colors(base);
    CHECK(described(colors) == "");
    CHECK(readable(colors).colors == colors);
    INFO(faintest(colors).names);
    CHECK(faintest(colors).ratio >= enough_contrast);
  }
  CHECK(base_colors(ThemeBase::dark) == ThemeColors{});
  CHECK(relative_luminance(base_colors(ThemeBase::light).background) > 0.8);
}

TEST_CASE("a theme without choices is its base") {
  CHECK(theme_colors({}, {}, {}) == base_colors(ThemeBase::dark));
  CHECK(theme_colors({.base = ThemeBase::light}, {}, {}) == base_colors(ThemeBase::light));
}

TEST_CASE("the settings' colours win over the event's, and the event's over the base's") {
  ThemeSettings settings;
  CHECK(theme_colors(settings, rgb(0x102010), rgb(0xffd000)).background == rgb(0x102010));
  CHECK(theme_colors(settings, rgb(0x102010), rgb(0xffd000)).accent == rgb(0xffd000));
  settings.background = rgb(0x201010);
  settings.accent = rgb(0x00ffd0);
  CHECK(theme_colors(settings, rgb(0x102010), rgb(0xffd000)).background == rgb(0x201010));
  CHECK(theme_colors(settings, rgb(0x102010), rgb(0xffd000)).accent == rgb(0x00ffd0));

  settings = {.base = ThemeBase::dark,
              .background = rgb(1),
              .glow = rgb(2),
              .text = rgb(3),
              .quiet_text = rgb(4),
              .accent = rgb(5),
              .accent_text = rgb(6),
              .alert = rgb(7),
              .alert_text = rgb(8)};
  const ThemeColors all{rgb(1), rgb(2), rgb(3), rgb(4), rgb(5), rgb(6), rgb(7), rgb(8)};
  CHECK(theme_colors(settings, rgb(0x808080), rgb(0x808080)) == all);
}

TEST_CASE("a background without a glow gets a lighter one of its own hue on which text is as readable") {
  for (const std::uint32_t hex : {0x0a0f24U, 0x000000U, 0x3a0010U, 0x003020U, 0x300050U, 0xf5f0e0U, 0xffffffU}) {
    const ThemeColors colors = theme_colors({}, rgb(hex), {});
    INFO(format_color(colors.background) << " " << format_color(colors.glow));
    CHECK(relative_luminance(colors.glow) >= relative_luminance(colors.background));
    CHECK((hex == 0xffffffU) == (colors.glow == colors.background));
    const auto kept = readable(colors).colors;
    CHECK(kept.background == colors.background);
    CHECK(kept.glow == colors.glow);
    CHECK(kept.text == colors.text);
  }
  const ThemeColors red = theme_colors({}, rgb(0x3a0010), {});
  CHECK(red.glow.r > red.glow.b);
  CHECK(red.glow.b > red.glow.g);
  CHECK(red.quiet_text.r > red.quiet_text.b);
  CHECK(theme_colors({.quiet_text = rgb(0x123456)}, rgb(0x3a0010), {}).quiet_text == rgb(0x123456));
  CHECK(theme_colors({.glow = rgb(0x123456)}, rgb(0x3a0010), {}).glow == rgb(0x123456));
  CHECK(theme_colors({.glow = rgb(0x123456)}, {}, {}).background == ThemeColors{}.background);
}

TEST_CASE("on a background where the base cannot be read the other base gives the rest") {
  const ThemeColors paper = theme_colors({.base = ThemeBase::dark}, rgb(0xfff8e8), {});
  CHECK(paper.text == base_colors(ThemeBase::light).text);
  CHECK(paper.alert == base_colors(ThemeBase::light).alert);
  CHECK(described(paper) == "");
  const ThemeColors night = theme_colors({.base = ThemeBase::light}, rgb(0x001030), {});
  CHECK(night.text == base_colors(ThemeBase::dark).text);
  CHECK(described(night) == "");
}

TEST_CASE("a chip without a colour for its words gets near-black or white ones") {
  for (const std::uint32_t hex : {0xffd000U, 0xffffffU, 0x00ff88U, 0xff8a7aU}) {
    CHECK(relative_luminance(theme_colors({}, {}, rgb(hex)).accent_text) < 0.02);
  }
  for (const std::uint32_t hex : {0x003080U, 0x000000U, 0x900010U}) {
    CHECK(theme_colors({}, {}, rgb(hex)).accent_text == rgb(0xffffff));
  }
  CHECK(theme_colors({.accent_text = rgb(0x112233)}, {}, rgb(0xffd000)).accent_text == rgb(0x112233));
  CHECK(theme_colors({.alert = rgb(0x600000)}, {}, {}).alert_text == rgb(0xffffff));
}

TEST_CASE("a faint text is moved as little as does it, and the sentence says from what to what") {
  const ThemeColors theme = with({}, &ThemeColors::quiet_text, 0x7080a0);
  const Readable result = readable(theme);
  REQUIRE(result.corrections.size() == 1);
  const Correction& correction = result.corrections.front();
  CHECK(correction.key == "theme.quiet_text");
  CHECK(correction.chosen == rgb(0x7080a0));
  CHECK(correction.shown == result.colors.quiet_text);
  CHECK(correction.found == "stands at 3.6:1 on theme.glow");
  CHECK(what_of(correction) ==
        "#7080a0 stands at 3.6:1 on theme.glow; shown as " + format_color(result.colors.quiet_text));

  // A step less would not do; the hue stays: still more blue than red.
  CHECK(contrast(result.colors.quiet_text, theme.glow) >= 7);
  CHECK(contrast(result.colors.quiet_text, theme.glow) < 7.2);
  CHECK(result.colors.quiet_text.b > result.colors.quiet_text.r);
  CHECK(with(result.colors, &ThemeColors::quiet_text, 0x7080a0) == theme);
}

TEST_CASE("contrast of exactly 7:1 is left alone and a hair less is not, nor described as 7.0") {
  ThemeColors theme;
  theme.accent = rgb(0xffffff);
  theme.accent_text = rgb(0x595959);  // 7.005
  CHECK(described(theme) == "");
  theme.accent_text = rgb(0x5a5a5a);  // 6.897
  CHECK(described(theme) == "theme.accent_text: #5a5a5a stands at 6.8:1 on theme.accent; shown as #585858");
}

TEST_CASE("a text goes to the side that is nearer to enough") {
  ThemeColors theme = base_colors(ThemeBase::light);
  theme.text = rgb(0xffffff);
  CHECK(relative_luminance(readable(theme).colors.text) < 0.1);
  theme = {};
  theme.text = rgb(0x000000);
  CHECK(relative_luminance(readable(theme).colors.text) > 0.5);
}

TEST_CASE("a calm chip counts as a ground of the text that names it") {
  // White reads on #454545 at 9.6:1, and on the chip there at less than 7:1.
  ThemeColors theme = with({}, &ThemeColors::background, 0x454545);
  theme.glow = theme.background;
  CHECK(contrast(theme.text, theme.background) > 9);
  const Readable result = readable(theme);
  CHECK(result.colors.background != theme.background);
  CHECK(faintest(result.colors).ratio >= 7);
}

TEST_CASE("where no text can be read the ground is moved too, with its hue") {
  ThemeColors theme;
  theme.background = theme.glow = rgb(0x808080);
  const Readable result = readable(theme);
  CHECK(faintest(result.colors).ratio >= 7);
  REQUIRE(result.corrections.size() >= 2);
  CHECK(result.corrections[0].key == "theme.background");
  CHECK(result.corrections[0].found == "leaves text at most 3.8:1");
  CHECK(result.corrections[1].key == "theme.glow");

  // A brand's red, on which neither white nor black reaches 7:1.
  theme = with({}, &ThemeColors::accent, 0xe4002b);
  theme.accent_text = rgb(0xffffff);
  const ThemeColors red = readable(theme).colors;
  CHECK(contrast(red.accent_text, red.accent) >= 7);
  CHECK(red.accent.r > 4 * red.accent.g);
  CHECK(described(theme).starts_with("theme.accent: #e4002b leaves text at most 4."));
}

TEST_CASE("grounds that are readable each alone but not together are reported together") {
  ThemeColors theme;
  theme.background = rgb(0xffffff);
  theme.glow = rgb(0x101010);
  CHECK(faintest(readable(theme).colors).ratio >= 7);
  CHECK(described(theme).find("beside theme.") != std::string::npos);
}

TEST_CASE("a shade between two grounds may be darker than both, and counts") {
  ThemeColors theme = base_colors(ThemeBase::light);
  theme.background = rgb(0xffa0ff);
  theme.glow = rgb(0xa0ffa0);
  theme.text = theme.quiet_text = rgb(0x000000);
  CHECK(faintest(readable(theme).colors).ratio >= 7);
  theme.background = rgb(0xf0d000);
  theme.glow = rgb(0x00e0ff);
  CHECK(faintest(readable(theme).colors).ratio >= 7);
}

TEST_CASE("whatever the theme all of it is readable in the end, and correcting again changes nothing") {
  std::mt19937 random(20260101);
  const auto color = [&random] { return rgb(random() & 0xffffffU); };
  int corrected = 0;
  for (int i = 0; i < 2000; ++i) {
    const ThemeColors theme{color(), color(), color(), color(), color(), color(), color(), color()};
    const Readable result = readable(theme);
    const Pair pair = faintest(result.colors);
    const Readable again = readable(result.colors);
    if (pair.ratio < enough_contrast || !again.corrections.empty() || again.colors != result.colors) {
      INFO("theme " << i << ": " << pair.names << " at " << pair.ratio);
      CHECK(pair.ratio >= enough_contrast);
      CHECK(again.corrections.empty());
      CHECK(again.colors == result.colors);
    }
    corrected += result.corrections.empty() ? 0 : 1;
  }
  CHECK(corrected > 1900);  // colours by chance are no design
}

TEST_CASE("an event's colours alone leave nobody with what cannot be read") {
  std::mt19937 random(20261122);
  const auto color = [&random] { return rgb(random() & 0xffffffU); };
  for (int i = 0; i < 500; ++i) {
    const ThemeColors theme = theme_colors({.base = i % 2 == 0 ? ThemeBase::dark : ThemeBase::light}, color(), color());
    const Readable result = readable(theme);
    if (const Pair pair = faintest(result.colors); pair.ratio < enough_contrast) {
      FAIL("theme " << i << ": " << pair.names << " at " << pair.ratio);
    }
    // A correction corrects something: the shown colour is not the chosen one.
    for (const Correction& correction : result.corrections) {
      CHECK(correction.shown != correction.chosen);
    }
  }
}

TEST_CASE("config/kiosk.toml names the colours of both bases") {
  std::ifstream file(KIOSK_SOURCE_DIR "/config/kiosk.toml");
  const std::string shipped{std::istreambuf_iterator<char>(file), {}};
  const ThemeColors dark = base_colors(ThemeBase::dark);
  const ThemeColors light = base_colors(ThemeBase::light);
  const std::array pairs{&ThemeColors::background, &ThemeColors::text, &ThemeColors::accent, &ThemeColors::alert};
  const std::array seconds{&ThemeColors::glow, &ThemeColors::quiet_text, &ThemeColors::accent_text,
                           &ThemeColors::alert_text};
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto both = [&](const ThemeColors& base) {
      return format_color(base.*pairs[i]) + " and " + format_color(base.*seconds[i]);
    };
    const std::string empty = "Empty: " + both(dark) + " (dark), " + both(light) + " (light).";
    INFO(empty);
    CHECK(shipped.find(empty) != std::string::npos);
  }
}
