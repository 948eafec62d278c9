#pragma once

#include <vector>

#include "base/problem.h"
#include "layout/theme_colors.h"
#include "settings/load_settings.h"
#include "venue/schedule.h"

namespace kiosk {

// The colours a screen shows, and a warning for each chosen colour that is shown otherwise, so that text
// stays readable: of the settings with its line, of the event with the feed's name. What nobody chose is
// fitted silently.
struct BoardTheme {
  ThemeColors colors;
  std::vector<Problem> problems;
};

// `schedule` may be null: then the settings' colours alone.
BoardTheme board_theme(const LoadedSettings& loaded, const Schedule* schedule);

}  // namespace kiosk
