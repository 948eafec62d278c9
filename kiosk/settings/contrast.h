#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "settings/settings.h"

namespace kiosk {

// Two keys of a theme whose colours stand too close.
struct FaintPair {
  std::string_view text;  // "theme.quiet_text"
  std::string_view ground;
  double ratio = 0;
};
std::vector<FaintPair> faint_pairs(const ThemeColors& theme);

}  // namespace kiosk
