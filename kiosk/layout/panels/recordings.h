#pragma once

#include <string>
#include <vector>

#include "layout/panels/panel.h"

namespace kiosk {

struct RecordingsPanel {
  Panel panel;
  std::string page;  // "1/3"; empty where there is but one
};

// Codes of recordings side by side, what each is below it, within width and height: as many as fit at full
// size, and of more the page of this `turn`; no code of another page is made. Nothing where not one fits.
RecordingsPanel recordings_panel(const Page& page, const std::vector<Recording>& recordings, std::int64_t turn,
                                 float width, float height);

}  // namespace kiosk
