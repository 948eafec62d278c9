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

// Codes of recordings side by side, each above its words, as many as fit width and height at full size. Where there are
// more, `turn` chooses the page; codes of other pages are not made. An empty panel where not one fits.
RecordingsPanel recordings_panel(const Page& page, const std::vector<Recording>& recordings, std::int64_t turn,
                                 float width, float height);

}  // namespace kiosk
