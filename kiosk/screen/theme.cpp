#include "screen/theme.h"

#include <cmath>

namespace kiosk {
namespace {

constexpr Color card_white = rgb(0xffffff);
constexpr Color card_text = rgb(0x0b1024);
constexpr Color card_quiet_text = rgb(0x3a4468);

Color with_alpha(Color color, double share) {
  color.a = static_cast<std::uint8_t>(std::lround(share * 255));
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
    case Ink::on_alarm_chip:
      return theme.alert;
    case Ink::on_card:
      return card_text;
    case Ink::on_card_quiet:
      return card_quiet_text;
  }
  return theme.text;
}

Color color_of(Surface surface, const ThemeColors& theme) {
  switch (surface) {
    case Surface::divider:
      return with_alpha(theme.text, 0.16);
    case Surface::chip_accent:
    case Surface::progress:
      return theme.accent;
    case Surface::chip_alert:
      return theme.alert;
    case Surface::alarm_chip:
      return theme.alert_text;
    case Surface::chip_calm:
    case Surface::progress_track:
      return with_alpha(theme.text, 0.17);
    case Surface::card:
      return card_white;
  }
  return theme.text;
}

Color ground_of(Ink ink, const ThemeColors& theme) {
  switch (ink) {
    case Ink::on_accent:
      return theme.accent;
    case Ink::on_alert:
      return theme.alert;
    case Ink::on_alarm_chip:
      return theme.alert_text;
    case Ink::on_calm:
      return blended(color_of(Surface::chip_calm, theme), theme.glow);
    case Ink::on_card:
    case Ink::on_card_quiet:
      return card_white;
    case Ink::text:
    case Ink::quiet:
      break;
  }
  return contrast(theme.text, theme.glow) < contrast(theme.text, theme.background) ? theme.glow : theme.background;
}

Color blended(Color over, Color under) {
  const auto mix = [&](std::uint8_t a, std::uint8_t b) {
    return static_cast<std::uint8_t>((a * over.a + b * (255 - over.a) + 127) / 255);
  };
  return {mix(over.r, under.r), mix(over.g, under.g), mix(over.b, under.b), 255};
}

}  // namespace kiosk
