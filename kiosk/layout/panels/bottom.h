#pragma once

#include <optional>

#include "board/board.h"
#include "layout/panels/next_session.h"
#include "layout/panels/panel.h"

namespace kiosk {

// The part below the headlines: the next session, with or without its own code, and the other halls. Nothing where
// there is neither.

struct BottomLook {
  NextLook next;
  int others = 0;             // at most so many columns beside the next session, rows below it; 0: no other halls
  int other_title_lines = 1;  // 0: beside the halls' names
  float others_from = 0;      // where the other halls begin in a strip; 0: behind next's share of the width
};

// Side by side: the next session at the left with 55 % of the width, other halls in columns at the right; the first
// lines of both stand on one base line.
std::optional<Panel> bottom_strip(const Page& page, const Board& board, float width, const BottomLook& look);

// One below the other.
std::optional<Panel> bottom_stack(const Page& page, const Board& board, float width, const BottomLook& look);

}  // namespace kiosk
