#pragma once

#include "board/board.h"
#include "layout/panels/panel.h"

namespace kiosk {

// Sizes of an emergency, in units: the sign's box, of which its triangle fills four fifths; capitals of its word, and
// of the texts. Between the largest and the smallest all texts on the screen have one size; a text that stands alone
// and has no room even so goes on down to the least, and is cut with an ellipsis only there.
inline constexpr float alarm_sign = 14;
inline constexpr float alarm_word_cap = 5.5F;
inline constexpr float alarm_text_largest = 10;
inline constexpr float alarm_text_smallest = 5;
inline constexpr float alarm_text_least = 3;

// The whole board of an emergency: hall and clock, small; the sign and the word of the first headline; below, the
// headlines' titles in all languages. Where there is no room for all of them at the smallest size, they take turns: as
// few as will do, in their order, each as large as it gets. Fills width and height. The colours of danger are alarm()'s
// (layout/whole_layout.h).
Panel emergency_panel(const Page& page, const Board& board, float width, float height);

}  // namespace kiosk
