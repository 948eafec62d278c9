#include "layout/panels/bottom.h"

#include <algorithm>

#include "layout/panels/other_halls.h"

namespace kiosk {
namespace {

constexpr float share_of_next = 0.55F;

}  // namespace

std::optional<Panel> bottom_strip(const Page& page, const Board& board, float width, const BottomLook& look) {
  const bool with_others = board.others && look.others > 0;
  if (!board.next && !with_others) {
    return std::nullopt;
  }
  Panel strip;
  strip.width = width;
  const float gap = page.units(column_gap);
  float x = 0;
  float first_baseline = 0;
  if (board.next) {
    const float wanted = look.others_from > 0 ? look.others_from - gap : std::floor((width - gap) * share_of_next);
    const float next_width = with_others ? wanted : width;
    const NextPanel next = next_session_panel(page, *board.next, next_width, look.next);
    place(next.panel, {0, 0}, strip.boxes);
    strip.height = next.panel.height;
    x = next_width + gap;
    // Beside a code the words stand in the middle of its height.
    first_baseline = look.next.with_code && board.next->qr ? 0 : next.first_baseline;
  }
  if (with_others) {
    const int columns = other_halls_columns(page, *board.others, width - x, look.others);
    const Panel others = other_halls_panel(
        page, *board.others, width - x,
        {.columns = columns, .title_lines = look.other_title_lines, .first_baseline = first_baseline}, board.turn);
    place(others, {x, 0}, strip.boxes);
    strip.height = std::max(strip.height, others.height);
  }
  return strip;
}

std::optional<Panel> bottom_stack(const Page& page, const Board& board, float width, const BottomLook& look) {
  Panel stack;
  stack.width = width;
  if (board.next) {
    const NextPanel next = next_session_panel(page, *board.next, width, look.next);
    place(next.panel, {0, 0}, stack.boxes);
    stack.height = next.panel.height;
  }
  if (board.others && look.others > 0) {
    const float y = stack.height > 0 ? stack.height + page.units(section_gap) : 0;
    const Panel panel = other_halls_panel(page, *board.others, width,
                                          {.rows = look.others, .title_lines = look.other_title_lines}, board.turn);
    place(panel, {0, y}, stack.boxes);
    stack.height = y + panel.height;
  }
  return stack.height > 0 ? std::optional(stack) : std::nullopt;
}

}  // namespace kiosk
