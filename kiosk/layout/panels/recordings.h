#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "layout/panels/panel.h"

namespace kiosk {

struct RecordingsPanel {
  Panel panel;
  std::string page;  // "1/3"; empty where there is but one
};

// Codes of recordings side by side, each above its words, as many as fit width and height at full size. All codes, on
// all pages, have as many modules as the one that needs most, so that they look alike. Titles have three lines; where
// one row of them asks for more than the height it may have up to `most_height`, and where that is too little, fewer
// lines. Where there are more recordings than fit, `turn` chooses the page; codes of other pages are not made. An empty
// panel where not one fits.
RecordingsPanel recordings_panel(const Page& page, const std::vector<Recording>& recordings, std::int64_t turn,
                                 float width, float height, float most_height);

}  // namespace kiosk
