#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "layout/contrast.h"
#include "settings/settings.h"

namespace kiosk {

// All colours of a board. By default those of the dark theme.
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

// The colours that the settings chose, else the event, else the base, whether they are readable or not. Colours nobody
// chose go with those that were chosen: where the base's text is unreadable on the background, the other base gives the
// rest; a glow and a quiet text get the background's hue; the words of a chip are near-black or white.
ThemeColors theme_colors(const ThemeSettings& settings, std::optional<Color> event_background,
                         std::optional<Color> event_accent);

// A chosen colour that had to be changed.
struct Correction {
  std::string_view key;  // "theme.quiet_text"
  Color chosen;
  std::string found;  // "stands at 3.9:1 on theme.glow"; of a ground, the best that any text has on it
  Color shown;
  friend bool operator==(const Correction&, const Correction&) = default;
};

// Its words, to follow the key: "#7080a0 stands at 3.9:1 on theme.glow; shown as #c0cae8".
std::string what_of(const Correction& correction);

struct Readable {
  ThemeColors colors;
  std::vector<Correction> corrections;  // in the order of ThemeColors
};

// Colours in which every text has enough_contrast on all its grounds: page texts on the background, the glow and what
// lies between them, `text` on calm chips too, and chip texts on their chips. A text that has less is mixed with as
// little white or black as it takes; before that, so is a ground on which neither white nor black would be readable.
// Readable colours stay as they are.
Readable readable(const ThemeColors& colors);

}  // namespace kiosk
