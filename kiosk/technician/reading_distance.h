#pragma once

#include <optional>

#include "base/geometry.h"
#include "graphics/monitors.h"
#include "technician/answer.h"

namespace kiosk {

// From how far a board is read, by the size of the picture in millimetres. Pure.
//
// A letter is read at ease where its capital is seen under 16 minutes of arc, the least that ISO 9241-303 (5.5.4)
// allows for a display: 1/215 of the distance. A healthy eye makes it out at a third of that, 5 minutes (ISO 8596),
// which nobody walking past does. A phone reads a code from ten times its side, which is what Denso Wave, who made QR
// codes, advises for their size.
inline constexpr double reading_angle = 16.0 / 60 * 3.14159265358979 / 180;  // radians
inline constexpr double code_distance = 10;                                  // sides of the code

double reading_metres(double capital_mm);
double scanning_metres(double side_mm);

// The picture of a 55" screen of 16:9, for a machine whose monitor nobody knows.
inline constexpr Size usual_picture_mm{1218, 685};

// What of a board is measured, in hundredths of the picture's short side (kiosk/README.md, "What a hall shows").
struct BoardSizes {
  double title_cap;  // of a title's capitals, the least for one that fits
  double code_side;  // of the headline's code, the least
};

// The distances on this monitor; nothing known of it, or of its size: on the usual one. A warning where a title is read
// from less than two metres: then nobody reads it who walks past.
Answer how_far_it_reads(const std::optional<MonitorFacts>& monitor, const BoardSizes& sizes);

}  // namespace kiosk
