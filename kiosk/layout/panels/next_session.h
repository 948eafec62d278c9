#pragma once

#include "layout/panels/panel.h"

namespace kiosk {

// "Next", its time and its title in at most two lines; where asked for and there is one, its own code before them.
Panel next_session_panel(const Page& page, const NextSession& next, float width, bool with_code);

}  // namespace kiosk
