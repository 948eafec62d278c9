#pragma once

#include <string>
#include <vector>

#include "layout/panels/panel.h"

namespace kiosk {

// What the technician must read, a line each, as many as fit the height.
Panel technician_lines_panel(const Page& page, const std::vector<std::string>& lines, float width, float height);

// One such line at the foot of a board that works all the same.
Panel warning_panel(const Page& page, const std::string& warning, float width);

}  // namespace kiosk
