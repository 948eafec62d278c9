#pragma once

#include <vector>

#include "layout/panels/panel.h"

namespace kiosk {

// Notices at the foot, from edge to edge of the screen, one band below the other, the most urgent lowest.
// The most urgent stands in at most two lines, a second one in one.
Panel bands_panel(const Page& page, const std::vector<Band>& bands, float screen_width, float margin);

}  // namespace kiosk
