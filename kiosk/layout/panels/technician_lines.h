#pragma once

#include <string>
#include <vector>

#include "layout/panels/panel.h"

namespace kiosk {

// Lines for the technician, as large as lets all of them fit, else as many as fit the height.
Panel technician_lines_panel(const Page& page, const std::vector<std::string>& lines, float width, float height);

// One line for the technician, at the foot of a board that works all the same.
Panel warning_panel(const Page& page, const std::string& warning, float width);

}  // namespace kiosk
