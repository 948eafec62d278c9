#include "screen/panels/recordings.h"

#include <algorithm>

#include "screen/panels/paging.h"
#include "screen/panels/qr_card.h"

namespace kiosk {
namespace {

constexpr float cell_gap = 4;
constexpr float card_gap = 1.4F;

}  // namespace

RecordingsPanel recordings_panel(const Page& page, const std::vector<Recording>& recordings, std::int64_t turn,
                                 float width, float height) {
  std::vector<const Recording*> shown;
  std::vector<Panel> cards;
  float column = 0;
  float card_height = 0;
  for (const Recording& recording : recordings) {
    if (auto card = qr_card_panel(page, recording.qr, recording_code_span, QrCaption::none, 0)) {
      column = std::max(column, card->width);
      card_height = std::max(card_height, card->height);
      cards.push_back(std::move(*card));
      shown.push_back(&recording);
    }
  }
  RecordingsPanel result;
  Panel& panel = result.panel;
  panel.width = width;
  if (cards.empty() || column > width) {
    return result;
  }
  const float gap = page.units(cell_gap);
  const auto columns = static_cast<std::size_t>((width + gap) / (column + gap));
  const float cell = std::floor((width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
  const TextStyle when_style = page.style(2.1F, 400);
  TextStyle title_style = page.style(2.5F, 600);
  title_style.line_height = 1.25F;
  const float when_height = std::ceil(page.ruler.text_size("0", when_style, 0).height);
  const float line = std::ceil(page.ruler.text_size("0", title_style, 0).height);

  // Titles give way before rows do.
  const auto row_height = [&](int lines) {
    return card_height + page.units(card_gap) + when_height + line * static_cast<float>(lines);
  };
  const auto rows_of = [&](int lines) {
    return static_cast<std::size_t>((height + page.units(section_gap)) / (row_height(lines) + page.units(section_gap)));
  };
  int lines = 3;
  while (lines > 1 && rows_of(lines) < rows_of(1)) {
    --lines;
  }
  const std::size_t wanted_rows = (cards.size() + columns - 1) / columns;
  const std::size_t rows = std::min(rows_of(lines), wanted_rows);
  if (rows == 0) {
    return result;
  }
  const Pages pages(cards.size(), columns * rows, turn);
  if (pages.pages() > 1) {
    result.page = std::to_string(pages.page() + 1) + "/" + std::to_string(pages.pages());
  }
  for (std::size_t i = 0; i < pages.count(); ++i) {
    const std::size_t which = pages.first() + i;
    const float x = std::floor(static_cast<float>(i % columns) * (cell + gap));
    const float y = static_cast<float>(i / columns) * (row_height(lines) + page.units(section_gap));
    // Codes of several sizes stand on cards of one.
    Panel& card = cards[which];
    card.boxes.surfaces.front().rect = {0, 0, column, column};
    card.boxes.qr_codes.front().rect.x = std::floor((column - card.boxes.qr_codes.front().rect.width) / 2);
    card.boxes.qr_codes.front().rect.y = card.boxes.qr_codes.front().rect.x;
    place(card, {x, y}, panel.boxes);
    const float below = y + card_height + page.units(card_gap);
    const Recording& recording = *shown[which];
    panel.add(one_line(page, recording.when, when_style, cell), {x, below}, Ink::quiet);
    title_style.language = recording.language;
    const float bottom =
        panel.add(cut_text(page.ruler, recording.title, title_style, cell, lines), {x, below + when_height}, Ink::text);
    panel.height = std::max(panel.height, bottom);
  }
  return result;
}

}  // namespace kiosk
