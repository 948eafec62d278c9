#pragma once

#include <string_view>

#include "layout/layout.h"
#include "layout/panels/panel.h"

namespace kiosk {

// Digits, colons and dashes of seven bars each, as clocks have them: no font is needed to draw them. `height` is that
// of a digit, in pixels; other characters are left out.
Panel digits_panel(std::string_view text, float height, Surface surface);

}  // namespace kiosk
