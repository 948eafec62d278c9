#pragma once

#include "layout/layout.h"

namespace kiosk {

// What can be shown of a board on a machine that has no font for any of its words: a sign that something is wrong, the
// clock, for each headline its mark's icon, its times and how far it is, when the next session begins, and every code
// with its time. Times are drawn of bars. Nothing of it needs a font, and codes are as large as there is room. Pure,
// but for the ruler, which is asked for codes alone.
Layout lay_out_without_words(const Board& board, Size size, Ruler& ruler);

}  // namespace kiosk
