#include "layout/theme.h"

#include <cstdint>

namespace kiosk {
namespace {

constexpr Color card_white = rgb(0xffffff);
constexpr Color card_text = rgb(0x0b1024);
constexpr Color card_quiet_text = rgb(0x3a4468);
// A colour of danger is no event's to choose.
constexpr Color alarm_red = rgb(0xa30d1c);
constexpr Color alarm_white = rgb(0xffffff);
constexpr Color darkness = rgb(0x000000);
constexpr Color darkness_text = rgb(0x9a9a9a);
constexpr std::uint8_t divider_alpha = 41;  // a sixth, as thin as the line itself

Color with_alpha(Color color, std::uint8_t alpha) {
  color.a = alpha;
  return color;
}

}  // namespace

Color color_of(Ink ink, const ThemeColors& theme) {
  switch (ink) {
    case Ink::text:
    case Ink::on_calm:
      return theme.text;
    case Ink::quiet:
      return theme.quiet_text;
    case Ink::on_accent:
      return theme.accent_text;
    case Ink::on_alert:
      return theme.alert_text;
    case Ink::on_alarm:
      return alarm_white;
    case Ink::on_alarm_chip:
      return alarm_red;
    case Ink::on_card:
      return card_text;
    case Ink::on_card_quiet:
      return card_quiet_text;
    case Ink::on_darkness:
      return darkness_text;
  }
  return theme.text;
}

Color color_of(Surface surface, const ThemeColors& theme) {
  switch (surface) {
    case Surface::divider:
      return with_alpha(theme.text, divider_alpha);
    case Surface::chip_accent:
    case Surface::progress:
      return theme.accent;
    case Surface::chip_alert:
      return theme.alert;
    case Surface::alarm:
      return alarm_red;
    case Surface::alarm_chip:
      return alarm_white;
    case Surface::chip_calm:
    case Surface::progress_track:
      return with_alpha(theme.text, calm_chip_alpha);
    case Surface::digit:
      return theme.text;
    case Surface::card_digit:
      return card_text;
    case Surface::card:
      return card_white;
    case Surface::darkness:
      return darkness;
  }
  return theme.text;
}

Color ground_of(Ink ink, const ThemeColors& theme) {
  switch (ink) {
    case Ink::on_accent:
      return theme.accent;
    case Ink::on_alert:
      return theme.alert;
    case Ink::on_alarm:
      return alarm_red;
    case Ink::on_alarm_chip:
      return alarm_white;
    case Ink::on_calm:
      return blended(color_of(Surface::chip_calm, theme), theme.glow);
    case Ink::on_card:
    case Ink::on_card_quiet:
      return card_white;
    case Ink::on_darkness:
      return darkness;
    case Ink::text:
    case Ink::quiet:
      break;
  }
  return contrast(theme.text, theme.glow) < contrast(theme.text, theme.background) ? theme.glow : theme.background;
}

double veil_share(const ThemeColors& theme, Color darkest, Color lightest) {
  const auto readable_under = [&](int alpha) {
    for (const Color pixel : {darkest, lightest}) {
      const Color ground = mixed(theme.background, pixel, static_cast<std::uint8_t>(alpha));
      const Color chip = blended(color_of(Surface::chip_calm, theme), ground);
      if (contrast(theme.text, ground) < enough_contrast || contrast(theme.quiet_text, ground) < enough_contrast ||
          contrast(theme.text, chip) < enough_contrast) {
        return false;
      }
    }
    return true;
  };
  // From the thickest veil on: thinner ones may be readable again, where a pixel passes the text's own colour.
  int alpha = 255;
  while (alpha > 0 && readable_under(alpha - 1)) {
    --alpha;
  }
  return alpha / 255.0;
}

Color blended(Color over, Color under) {
  const auto mix = [&](std::uint8_t a, std::uint8_t b) {
    return static_cast<std::uint8_t>((a * over.a + b * (255 - over.a) + 127) / 255);
  };
  return {mix(over.r, under.r), mix(over.g, under.g), mix(over.b, under.b), 255};
}

}  // namespace kiosk
