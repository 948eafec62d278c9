#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "layout/contrast.h"
#include "settings/settings.h"

namespace kiosk {

// The colours of a board, all of them. By default the dark theme.
struct ThemeColors {
  Color background = rgb(0x0a0f24);
  Color glow = rgb(0x1b2750);        // the background's lighter corner
  Color text = rgb(0xffffff);        // hall, title, times
  Color quiet_text = rgb(0xb4bfe0);  // event line, speakers, labels
  Color accent = rgb(0xffb347);      // the chip of what is on or comes, progress
  Color accent_text = rgb(0x1a1204);
  Color alert = rgb(0xff8a7a);  // the chip of what is cancelled or moved
  Color alert_text = rgb(0x2a0602);
  friend bool operator==(const ThemeColors&, const ThemeColors&) = default;
};

ThemeColors base_colors(ThemeBase base);

// What the settings chose, else the event, else the base; as chosen, readable or not. What nobody chose
// goes with what somebody did: on a ground where the base's text cannot be read the other base gives the
// rest, a background without a glow or a quiet text gets them of its own hue, a chip without a colour for
// its words the better of near-black and white.
ThemeColors theme_colors(const ThemeSettings& settings, std::optional<Color> event_background,
                         std::optional<Color> event_accent);

// A colour that is not shown as it was chosen.
struct Correction {
  std::string_view key;  // "theme.quiet_text"
  Color chosen;
  std::string found;  // "stands at 3.9:1 on theme.glow"; of a ground, the best that any text has on it
  Color shown;
  friend bool operator==(const Correction&, const Correction&) = default;
};

// For after the key: "#7080a0 stands at 3.9:1 on theme.glow; shown as #c0cae8".
std::string what_of(const Correction& correction);

struct Readable {
  ThemeColors colors;
  std::vector<Correction> corrections;  // in the order of ThemeColors
};

// Every text at enough_contrast or better on all it may stand on: page texts on the background, the glow
// and what shades from one to the other, the first of them on calm chips there, too; chip texts on their
// chips. A text that is not is mixed with white or black, as little as does it; a ground on which neither
// white nor black would do is mixed so first. What is readable stays as it is.
Readable readable(const ThemeColors& colors);

}  // namespace kiosk
