#include "settings/theme_colors.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace kiosk {
namespace {

constexpr Color white = rgb(0xffffff);
constexpr Color black = rgb(0x000000);

// What a text may stand on.
struct Ground {
  std::string_view name;
  Color color;
};

struct Worst {
  std::string_view ground;
  double ratio = 0;
};

Worst worst(Color text, const std::vector<Ground>& grounds) {
  Worst worst{"", 22};
  for (const Ground& ground : grounds) {
    if (const double ratio = contrast(text, ground.color); ratio < worst.ratio) {
      worst = {ground.name, ratio};
    }
  }
  return worst;
}

// Where two colours shade into each other, one between them may be darker than both: from yellow to cyan
// lies a green. None is lighter, since luminance is convex in the channels.
Color darkest_between(Color one, Color other) {
  constexpr int step = 17;
  // What the steps pass over, and the rounding of a shade, are less than one in a channel.
  const auto less = [](std::uint8_t channel) { return static_cast<std::uint8_t>(std::max(0, channel - 1)); };
  Color darkest = relative_luminance(one) < relative_luminance(other) ? one : other;
  for (int part = step; part < 255; part += step) {
    const Color shade = mixed(one, other, static_cast<std::uint8_t>(part));
    if (relative_luminance(shade) < relative_luminance(darkest)) {
      darkest = {less(shade.r), less(shade.g), less(shade.b), 255};
    }
  }
  return darkest;
}

struct Page {
  Color background;
  Color glow;
};

std::vector<Ground> plain_grounds(const Page& page) {
  return {{"theme.background", page.background},
          {"theme.glow", page.glow},
          {"the shade between theme.glow and theme.background", darkest_between(page.background, page.glow)}};
}

// For the text that calm chips are tinted and inscribed with.
std::vector<Ground> grounds_with_chips(const Page& page, Color text) {
  const Page chips{mixed(text, page.background, calm_chip_alpha), mixed(text, page.glow, calm_chip_alpha)};
  std::vector<Ground> grounds = plain_grounds(page);
  grounds.insert(grounds.end(), {{"a calm chip on theme.background", chips.background},
                                 {"a calm chip on theme.glow", chips.glow},
                                 {"a calm chip", darkest_between(chips.background, chips.glow)}});
  return grounds;
}

// What is moved is moved a hair further than it must be, for the rounding of shades and translucent chips.
constexpr double aim = enough_contrast + 0.1;

// How much of `end` has to be mixed in, of 255, for `ratio_of` the mix to reach the aim, or at least what
// `end` itself has, where that is enough; nothing where it is not. The ratio never falls again once it is
// enough.
template <class RatioOf>
std::optional<std::uint8_t> least_share(Color from, Color end, RatioOf ratio_of) {
  const double goal = std::min(aim, ratio_of(end));
  if (goal < enough_contrast) {
    return std::nullopt;
  }
  int too_little = 0;
  int does = 255;
  while (does - too_little > 1) {
    const int middle = (too_little + does) / 2;
    (ratio_of(mixed(end, from, static_cast<std::uint8_t>(middle))) >= goal ? does : too_little) = middle;
  }
  return static_cast<std::uint8_t>(does);
}

// As it is where it is readable; else towards white or black, whichever is the shorter way; nothing where
// neither is one.
template <class RatioOf>
std::optional<Color> moved_until_readable(Color from, RatioOf ratio_of) {
  if (ratio_of(from) >= enough_contrast) {
    return from;
  }
  const auto to_white = least_share(from, white, ratio_of);
  const auto to_black = least_share(from, black, ratio_of);
  if (to_white && (!to_black || *to_white <= *to_black)) {
    return mixed(white, from, *to_white);
  }
  return to_black ? std::optional(mixed(black, from, *to_black)) : std::nullopt;
}

// The best that any text reaches where all of it must be readable: white's or black's.
double best_on(const Page& page) {
  return std::max(worst(white, grounds_with_chips(page, white)).ratio,
                  worst(black, grounds_with_chips(page, black)).ratio);
}

// Both colours moved towards `end` until `text`, its opposite, is readable on all of them, each no further
// than it has to; what lies between them may then ask for a little more of both.
struct MovedPage {
  Page page;
  int share = 0;  // how much it took, of 510
};
MovedPage moved_for(Color text, Color end, const Page& page) {
  const auto ratio_on = [text](const Page& moved) { return worst(text, grounds_with_chips(moved, text)).ratio; };
  const auto alone = [&](Color color) -> int {
    const auto ratio_of = [&](Color moved) { return ratio_on({moved, moved}); };
    return ratio_of(color) >= aim ? 0 : least_share(color, end, ratio_of).value_or(255);
  };
  const int background = alone(page.background);
  const int glow = alone(page.glow);
  const auto moved_by = [&](int more) {
    const auto part = [more](int least) { return static_cast<std::uint8_t>(std::min(255, least + more)); };
    return MovedPage{{mixed(end, page.background, part(background)), mixed(end, page.glow, part(glow))},
                     part(background) + part(glow)};
  };
  MovedPage moved = moved_by(0);
  for (int more = 1; more <= 255 && ratio_on(moved.page) < aim; ++more) {
    moved = moved_by(more);
  }
  return moved;
}

Page readable_page(const Page& page) {
  if (best_on(page) >= enough_contrast) {
    return page;
  }
  const MovedPage dark = moved_for(white, black, page);
  const MovedPage light = moved_for(black, white, page);
  return dark.share <= light.share ? dark.page : light.page;
}

double best_on_chip(Color chip) { return std::max(contrast(white, chip), contrast(black, chip)); }

Color readable_chip(Color chip) { return moved_until_readable(chip, best_on_chip).value_or(chip); }

// Cut, not rounded: 6.97 is not enough and must not be told as 7.0.
std::string written(double ratio) {
  char text[16];
  std::snprintf(text, sizeof text, "%.1f:1", std::floor(ratio * 10) / 10);
  return text;
}

Color better_text_on(Color ground) {
  // Not black: a trace of the chip's own colour, as ink has it.
  const Color ink = mixed(ground, black, 26);
  return contrast(white, ground) >= contrast(ink, ground) ? white : ink;
}

// A lighter corner of the same hue, as light as leaves `text` readable where it is on the background.
Color glow_of(Color background, Color text) {
  const int most = std::max({background.r, background.g, background.b});
  const auto full = [most](std::uint8_t channel) {
    return static_cast<std::uint8_t>(most == 0 ? 255 : channel * 255 / most);
  };
  const Color light{full(background.r), full(background.g), full(background.b), 255};
  for (const int part : {51, 38, 26, 13}) {
    const Color glow = mixed(light, background, static_cast<std::uint8_t>(part));
    if (worst(text, grounds_with_chips({background, glow}, text)).ratio >= enough_contrast) {
      return glow;
    }
  }
  return background;
}

ThemeBase other(ThemeBase base) { return base == ThemeBase::dark ? ThemeBase::light : ThemeBase::dark; }

}  // namespace

ThemeColors base_colors(ThemeBase base) {
  if (base == ThemeBase::dark) {
    return {};
  }
  return {.background = rgb(0xfaf8f3),  // paper
          .glow = rgb(0xe6ecfb),
          .text = rgb(0x0e1530),
          .quiet_text = rgb(0x384263),
          .accent = rgb(0x1546a5),
          .accent_text = rgb(0xffffff),
          .alert = rgb(0xa81020),
          .alert_text = rgb(0xffffff)};
}

ThemeColors theme_colors(const ThemeSettings& settings, std::optional<Color> event_background,
                         std::optional<Color> event_accent) {
  const std::optional<Color> background = settings.background ? settings.background : event_background;
  const std::optional<Color> accent = settings.accent ? settings.accent : event_accent;
  ThemeColors colors = base_colors(settings.base);
  if (background) {
    const ThemeColors others = base_colors(other(settings.base));
    if (contrast(others.text, *background) > contrast(colors.text, *background)) {
      colors = others;
    }
    colors.background = *background;
  }
  colors.text = settings.text.value_or(colors.text);
  if (background) {
    colors.quiet_text = mixed(colors.text, *background, 191);  // of the ground's hue, like the bases' own
  }
  colors.quiet_text = settings.quiet_text.value_or(colors.quiet_text);
  if (settings.glow || background) {
    colors.glow = settings.glow ? *settings.glow : glow_of(*background, colors.text);
  }
  if (accent) {
    colors.accent = *accent;
    colors.accent_text = better_text_on(*accent);
  }
  if (settings.alert) {
    colors.alert = *settings.alert;
    colors.alert_text = better_text_on(*settings.alert);
  }
  colors.accent_text = settings.accent_text.value_or(colors.accent_text);
  colors.alert_text = settings.alert_text.value_or(colors.alert_text);
  return colors;
}

std::string what_of(const Correction& correction) {
  return format_color(correction.chosen) + ' ' + correction.found + "; shown as " + format_color(correction.shown);
}

Readable readable(const ThemeColors& colors) {
  Readable result{colors, {}};
  ThemeColors& shown = result.colors;
  const auto correct = [&result](std::string_view key, Color& color, Color better, const auto& found) {
    if (better != color) {
      result.corrections.push_back({key, color, found(), better});
      color = better;
    }
  };
  const auto correct_text = [&](std::string_view key, Color& text, const auto& grounds_of) {
    const auto ratio_of = [&](Color moved) { return worst(moved, grounds_of(moved)).ratio; };
    correct(key, text, moved_until_readable(text, ratio_of).value_or(text), [&] {
      const Worst least = worst(text, grounds_of(text));
      return "stands at " + written(least.ratio) + " on " + std::string(least.ground);
    });
  };
  const auto correct_chip = [&](std::string_view key, Color& chip, std::string_view text_key, Color& text) {
    correct(key, chip, readable_chip(chip), [&] { return "leaves text at most " + written(best_on_chip(chip)); });
    correct_text(text_key, text, [&](Color) { return std::vector<Ground>{{key, chip}}; });
  };
  const auto correct_page = [&](std::string_view key, Color& ground, Color better, std::string_view beside) {
    correct(key, ground, better, [&] {
      const double alone = best_on({ground, ground});
      return alone < enough_contrast ? "leaves text at most " + written(alone)
                                     : "leaves text at most " + written(best_on({colors.background, colors.glow})) +
                                           " beside " + std::string(beside);
    });
  };

  const Page page = readable_page({colors.background, colors.glow});
  correct_page("theme.background", shown.background, page.background, "theme.glow");
  correct_page("theme.glow", shown.glow, page.glow, "theme.background");
  correct_text("theme.text", shown.text, [&](Color moved) { return grounds_with_chips(page, moved); });
  correct_text("theme.quiet_text", shown.quiet_text, [&](Color) { return plain_grounds(page); });
  correct_chip("theme.accent", shown.accent, "theme.accent_text", shown.accent_text);
  correct_chip("theme.alert", shown.alert, "theme.alert_text", shown.alert_text);
  return result;
}

}  // namespace kiosk
