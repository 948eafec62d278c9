#include "settings/contrast.h"

#include <algorithm>

namespace kiosk {

std::vector<FaintPair> faint_pairs(const ThemeColors& theme) {
  std::vector<FaintPair> pairs{
      {"theme.text", "theme.background", contrast(theme.text, theme.background)},
      {"theme.text", "theme.glow", contrast(theme.text, theme.glow)},
      {"theme.quiet_text", "theme.background", contrast(theme.quiet_text, theme.background)},
      {"theme.quiet_text", "theme.glow", contrast(theme.quiet_text, theme.glow)},
      {"theme.accent_text", "theme.accent", contrast(theme.accent_text, theme.accent)},
      {"theme.alert_text", "theme.alert", contrast(theme.alert_text, theme.alert)},
  };
  std::erase_if(pairs, [](const FaintPair& pair) { return pair.ratio >= enough_contrast; });
  return pairs;
}

}  // namespace kiosk
