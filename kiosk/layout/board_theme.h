#pragma once

#include <vector>

#include "base/problem.h"
#include "layout/theme_colors.h"
#include "settings/load_settings.h"
#include "venue/schedule.h"

namespace kiosk {

// The colours a screen shows, and a warning for each chosen colour that had to be changed to keep text readable: with
// its line for one of the settings, with the feed's name for one of the event. Colours that nobody chose are changed
// silently.
struct BoardTheme {
  ThemeColors colors;
  std::vector<Problem> problems;
};

// `schedule` may be null: then the settings' colours alone.
BoardTheme board_theme(const LoadedSettings& loaded, const Schedule* schedule);

}  // namespace kiosk
