#pragma once

#include <optional>

#include "base/geometry.h"
#include "graphics/monitors.h"
#include "technician/answer.h"

namespace kiosk {

// What of a board is measured, in hundredths of the picture's short side (kiosk/README.md, "What a hall shows").
struct BoardSizes {
  double title_cap;  // of a title's capitals, the least for one that fits
  double code_side;  // of the headline's code, the least
};

// The distances on this monitor; nothing known of it, or of its size: on the usual one. A warning where a title is read
// from less than two metres: then nobody reads it who walks past.
Answer how_far_it_reads(const std::optional<MonitorFacts>& monitor, const BoardSizes& sizes);

}  // namespace kiosk
