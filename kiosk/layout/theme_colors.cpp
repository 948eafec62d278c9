#include "layout/theme_colors.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>

namespace kiosk {
namespace {

constexpr Color white = rgb(0xffffff);
constexpr Color black = rgb(0x000000);

// Cut, not rounded: 6.97 is not enough and must not read as 7.0.
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

  const PageColors page = readable_page({colors.background, colors.glow});
  correct_page("theme.background", shown.background, page.background, "theme.glow");
  correct_page("theme.glow", shown.glow, page.glow, "theme.background");
  correct_text("theme.text", shown.text, [&](Color moved) { return grounds_with_chips(page, moved); });
  correct_text("theme.quiet_text", shown.quiet_text, [&](Color) { return plain_grounds(page); });
  correct_chip("theme.accent", shown.accent, "theme.accent_text", shown.accent_text);
  correct_chip("theme.alert", shown.alert, "theme.alert_text", shown.alert_text);
  return result;
}

}  // namespace kiosk
