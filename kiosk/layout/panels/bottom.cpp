#include "layout/panels/bottom.h"

#include <algorithm>

#include "layout/panels/next_session.h"
#include "layout/panels/other_halls.h"

namespace kiosk {

std::optional<Panel> bottom_strip(const Page& page, const Board& board, float width, int other_title_lines,
                                  bool with_code) {
  const bool with_others = board.others && other_title_lines > 0;
  if (!board.next && !with_others) {
    return std::nullopt;
  }
  Panel strip;
  strip.width = width;
  const float gap = page.units(column_gap);
  float x = 0;
  if (board.next) {
    const float next_width = with_others ? std::floor(width * (with_code ? 0.5F : 0.4F)) : width;
    const Panel next = next_session_panel(page, *board.next, next_width, with_code);
    place(next, {0, 0}, strip.boxes);
    strip.height = next.height;
    x = next_width + gap;
  }
  if (with_others) {
    const int columns = std::min<int>(board.next ? 2 : 3, static_cast<int>(board.others->halls.size()));
    const Panel others = other_halls_panel(page, *board.others, width - x,
                                           {.columns = columns, .title_lines = other_title_lines}, board.turn);
    place(others, {x, 0}, strip.boxes);
    strip.height = std::max(strip.height, others.height);
  }
  return strip;
}

std::optional<Panel> bottom_stack(const Page& page, const Board& board, float width, int others, bool with_code) {
  Panel stack;
  stack.width = width;
  if (board.next) {
    const Panel next = next_session_panel(page, *board.next, width, with_code);
    place(next, {0, 0}, stack.boxes);
    stack.height = next.height;
  }
  if (others > 0) {
    const float y = stack.height > 0 ? stack.height + page.units(section_gap) : 0;
    const Panel panel = other_halls_panel(page, *board.others, width, {.rows = others}, board.turn);
    place(panel, {0, y}, stack.boxes);
    stack.height = y + panel.height;
  }
  return stack.height > 0 ? std::optional(stack) : std::nullopt;
}

}  // namespace kiosk
