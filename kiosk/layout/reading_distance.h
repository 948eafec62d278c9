#pragma once

#include "base/geometry.h"

namespace kiosk {

// From how far a board is read. Lengths in millimetres, distances in metres. Pure.

// A letter is read with ease where its capital is seen under 16 minutes of arc, the least that ISO 9241 (part 3, now
// 303) lets a display have; 20 to 22 are preferred.
double reading_metres(double capital_mm);

// A phone reads a code of 25 modules a side, which a short link takes, from ten times its side: the rule of thumb of
// who prints them. A finer one it reads from as much closer as its modules are smaller.
inline constexpr int usual_code_modules = 25;
double scanning_metres(double side_mm, int modules = usual_code_modules);

// The picture of a 55" screen of 16:9, for a monitor that nobody knows.
inline constexpr Size usual_picture_mm{1218, 685};

}  // namespace kiosk
