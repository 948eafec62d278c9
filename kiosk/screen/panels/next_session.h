#pragma once

#include "screen/panels/panel.h"

namespace kiosk {

// "Next", its time and its title in at most two lines.
Panel next_session_panel(const Page& page, const NextSession& next, float width);

}  // namespace kiosk
