#include "layout/panels/headlines.h"

#include <algorithm>
#include <optional>

#include "layout/panels/qr_card.h"
#include "layout/panels/technician_lines.h"

namespace kiosk {
namespace {

// Of two sessions at once the second has a smaller card beside its own title.
std::optional<Panel> second_card(const Page& page, const Board& board, const Headline& headline) {
  if (&headline == &board.headlines.front() || !headline.qr) {
    return std::nullopt;
  }
  return qr_card_panel(page, *headline.qr, small_code_span, QrCaption::none, 0);
}

float second_card_width(const Page& page, const Board& board, const Headline& headline) {
  const auto card = second_card(page, board, headline);
  return card ? card->width + page.units(section_gap) : 0;
}

}  // namespace

std::size_t all_details(const Board& board) {
  std::size_t details = 0;
  for (const Headline& headline : board.headlines) {
    details = std::max(details, headline.details.size() + 2);
  }
  return details;
}

std::vector<HeadlinePanel> headline_panels(const Page& page, const Board& board, float width, float height,
                                           std::size_t details) {
  const auto count = static_cast<float>(board.headlines.size());
  const float share = (height - page.units(section_gap) * (count - 1)) / count * (board.lines.empty() ? 1 : 0.5F);
  std::vector<HeadlinePanel> panels;
  for (const Headline& headline : board.headlines) {
    const float room = width - second_card_width(page, board, headline);
    panels.push_back(headline_panel(page, headline, room, share, details));
  }
  return panels;
}

bool titles_as_large_as_wanted(const Page& page, const Board& board, float width, float height) {
  const std::vector<HeadlinePanel> panels = headline_panels(page, board, width, height, all_details(board));
  const float wanted = board.headlines.empty() ? 0 : cap_wanted(board.headlines.front());
  return std::all_of(panels.begin(), panels.end(),
                     [&](const HeadlinePanel& panel) { return panel.title_cap >= wanted; });
}

void place_headlines(const Page& page, const Board& board, const std::vector<HeadlinePanel>& panels,
                     const HeadlinesPlace& where, Layout& layout) {
  std::vector<float> heights;
  float all = page.units(section_gap) * static_cast<float>(panels.size() - 1);
  for (std::size_t i = 0; i < panels.size(); ++i) {
    const auto card = second_card(page, board, board.headlines[i]);
    heights.push_back(std::max(panels[i].panel.height, card ? card->height : 0));
    all += heights.back();
  }
  // A little above the middle looks balanced; nearer to the top beside a card, so that both seem to begin together.
  const float share = !board.lines.empty() ? 0 : board.headlines.front().qr ? 0.3F : 0.42F;
  float y = where.top + std::max(0.0F, (where.bottom - where.top - all) * share);
  for (std::size_t i = 0; i < panels.size(); ++i) {
    place(panels[i].panel, {where.x, y}, layout);
    if (const auto card = second_card(page, board, board.headlines[i])) {
      place(*card, {where.x + where.width - card->width, y}, layout);
    }
    y += heights[i] + page.units(section_gap);
  }
  if (!board.lines.empty()) {
    place(technician_lines_panel(page, board.lines, where.width, where.bottom - y), {where.x, y}, layout);
  }
}

}  // namespace kiosk
