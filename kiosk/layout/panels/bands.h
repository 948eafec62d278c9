#pragma once

#include <vector>

#include "layout/panels/panel.h"

namespace kiosk {

// Notices at the foot, in bands from edge to edge of the screen, the most urgent lowest. The most urgent one has at
// most two lines, a second one has one.
Panel bands_panel(const Page& page, const std::vector<Band>& bands, float screen_width, float margin);

}  // namespace kiosk
