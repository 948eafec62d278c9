#pragma once

#include <optional>

#include "board/board.h"
#include "layout/panels/panel.h"

namespace kiosk {

// The part below the headlines: the next session, with or without its own code, and the other halls. Nothing where
// there is neither.

// Landscape: the next session at the left, other halls in columns at the right; with 0 lines for their titles, no other
// halls.
std::optional<Panel> bottom_strip(const Page& page, const Board& board, float width, int other_title_lines,
                                  bool with_code);

// Portrait: the next session, and below it `others` other halls.
std::optional<Panel> bottom_stack(const Page& page, const Board& board, float width, int others, bool with_code);

}  // namespace kiosk
