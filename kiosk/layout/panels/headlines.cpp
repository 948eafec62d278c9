#include "layout/panels/headlines.h"

#include <limits>
#include <utility>

#include "layout/panels/technician_lines.h"

namespace kiosk {

std::size_t all_details(const Headline& headline) { return headline.details.size() + 2; }

HeadlinePanel headline_in(const Page& page, const Board& board, float width, float height, const HeadlineLook& look) {
  return headline_panel(page, board.headlines.front(), width, height * (board.lines.empty() ? 1 : 0.5F), look);
}

bool title_as_large_as_wanted(const Page& page, const Board& board, float width, float height,
                              const HeadlineLook& largest) {
  HeadlineLook look = largest;
  look.details = all_details(board.headlines.front());
  return headline_in(page, board, width, height, look).title_cap >= cap_wanted(board.headlines.front());
}

FittedHeadline fit_headline(const Page& page, const Board& board, float width, const std::vector<int>& others,
                            const std::function<float(int others)>& height, const HeadlineLook& look) {
  FittedHeadline best;
  best.panel.title_cap = std::numeric_limits<float>::lowest();
  const auto wanted = [&] { return best.panel.title_cap >= cap_wanted(board.headlines.front()); };
  const auto try_with = [&](int count, std::size_t details, bool hyphenated = false) {
    HeadlineLook tried = look;
    tried.details = details;
    tried.hyphenated = hyphenated;
    HeadlinePanel panel = headline_in(page, board, width, height(count), tried);
    if (panel.title_cap > best.panel.title_cap) {
      best = {std::move(panel), tried, count};
    }
  };
  std::size_t details = all_details(board.headlines.front());
  try_with(others.front(), details);
  while (!wanted() && details > 0) {
    try_with(others.front(), --details);
  }
  for (auto count = others.begin() + 1; !wanted() && count != others.end(); ++count) {
    try_with(*count, 0);
  }
  if (!wanted() && look.hyphenated) {
    try_with(best.others, best.look.details, true);
  }
  return best;
}

void grow_headline(const Page& page, const Board& board, float width, float height, float most_spare,
                   FittedHeadline& fitted) {
  const float room = height * (board.lines.empty() ? 1 : 0.5F);
  const auto try_with = [&](const HeadlineLook& look) {
    HeadlinePanel panel = headline_in(page, board, width, height, look);
    const bool grown = panel.title_cap >= fitted.panel.title_cap && panel.panel.height <= room;
    if (grown) {
      fitted.panel = std::move(panel);
      fitted.look = look;
    }
    return grown;
  };
  constexpr float step = 0.35F;
  for (float cap = detail_cap_largest; cap > detail_cap_smallest; cap -= step) {
    HeadlineLook look = fitted.look;
    look.detail_cap = cap;
    if (try_with(look)) {
      break;
    }
  }
  for (const float cap : {title_cap_largest_short, 9.0F}) {
    if (room - fitted.panel.panel.height <= most_spare) {
      break;
    }
    HeadlineLook look = fitted.look;
    look.title_largest = std::max(look.title_largest, cap);
    if (try_with(look)) {
      break;
    }
  }
}

void place_headline(const Page& page, const Board& board, const Panel& headline, const Rect& where, Layout& layout) {
  place(headline, {where.x, where.y}, layout);
  if (!board.lines.empty()) {
    const float y = where.y + headline.height + page.units(section_gap);
    place(technician_lines_panel(page, board.lines, where.width, where.bottom() - y), {where.x, y}, layout);
  }
}

}  // namespace kiosk
