#pragma once

#include <optional>

#include "board/board.h"
#include "layout/panels/panel.h"

namespace kiosk {

// What stands below the headlines: the next session, with its own code or without, and the other halls. Nothing where
// there is neither.

// Landscape: next at the left, other halls in columns at the right; none with 0 lines for their titles.
std::optional<Panel> bottom_strip(const Page& page, const Board& board, float width, int other_title_lines,
                                  bool with_code);

// Portrait: next, and below it as many other halls as asked for.
std::optional<Panel> bottom_stack(const Page& page, const Board& board, float width, int others, bool with_code);

}  // namespace kiosk
