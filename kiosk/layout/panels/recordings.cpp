#include "layout/panels/recordings.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "layout/panels/paging.h"
#include "layout/panels/qr_card.h"

namespace kiosk {
namespace {

constexpr float cell_gap = 4;
constexpr float card_gap = 1.4F;

constexpr std::size_t longest_payload = 2953;  // bytes in any code: ISO/IEC 18004, version 40-L
constexpr int modules_to_the_next_version = 4;

std::vector<const Recording*> those_with_codes(const std::vector<Recording>& recordings) {
  std::vector<const Recording*> some;
  for (const Recording& recording : recordings) {
    if (!recording.qr.payload.empty() && recording.qr.payload.size() <= longest_payload) {
      some.push_back(&recording);
    }
  }
  return some;
}

bool has_small_letter(const std::string& payload) {
  return std::any_of(payload.begin(), payload.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// The widest card that any of the recordings may need. A card's width depends on its code's version, which depends only
// on the payload's length and kind of characters. So codes of a few made-up payloads are enough: making all would take
// seconds.
float widest_card(const Page& page, const std::vector<const Recording*>& recordings) {
  std::size_t longest = 0;
  std::size_t shortest = longest_payload + 1;
  std::size_t shortest_compact = longest_payload + 1;  // of those without small letters, which need fewer modules
  for (const Recording* recording : recordings) {
    const std::string& payload = recording->qr.payload;
    longest = std::max(longest, payload.size());
    std::size_t& least = has_small_letter(payload) ? shortest : shortest_compact;
    least = std::min(least, payload.size());
  }
  const int most = page.ruler.qr_modules(std::string(longest, 'a'));
  int modules = most;
  if (shortest <= longest_payload) {
    modules = std::min(modules, page.ruler.qr_modules(std::string(shortest, 'a')));
  }
  if (shortest_compact <= longest_payload) {
    modules = std::min(modules, page.ruler.qr_modules(std::string(shortest_compact, '0')));
  }
  float widest = 0;
  for (; modules > 0 && modules <= most; modules += modules_to_the_next_version) {
    widest = std::max(widest, qr_card_side(page, modules, recording_code_span));
  }
  return widest;
}

}  // namespace

RecordingsPanel recordings_panel(const Page& page, const std::vector<Recording>& recordings, std::int64_t turn,
                                 float width, float height) {
  RecordingsPanel result;
  Panel& panel = result.panel;
  panel.width = width;
  const std::vector<const Recording*> all = those_with_codes(recordings);
  const float column = widest_card(page, all);
  if (column == 0 || column > width) {
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

  // Titles are shortened before rows are left out.
  const auto row_height = [&](int lines) {
    return column + page.units(card_gap) + when_height + line * static_cast<float>(lines);
  };
  const auto rows_of = [&](int lines) {
    return static_cast<std::size_t>((height + page.units(section_gap)) / (row_height(lines) + page.units(section_gap)));
  };
  int lines = 3;
  while (lines > 1 && rows_of(lines) < rows_of(1)) {
    --lines;
  }
  const std::size_t wanted_rows = (all.size() + columns - 1) / columns;
  const std::size_t rows = std::min(rows_of(lines), wanted_rows);
  if (rows == 0) {
    return result;
  }
  const Pages pages(all.size(), columns * rows, turn);
  if (pages.pages() > 1) {
    result.page = std::to_string(pages.page() + 1) + "/" + std::to_string(pages.pages());
  }
  for (std::size_t i = 0; i < pages.count(); ++i) {
    const Recording& recording = *all[pages.first() + i];
    std::optional<Panel> card = qr_card_panel(page, recording.qr, recording_code_span, QrCaption::none, 0);
    if (!card) {
      continue;
    }
    const float x = std::floor(static_cast<float>(i % columns) * (cell + gap));
    const float y = static_cast<float>(i / columns) * (row_height(lines) + page.units(section_gap));
    // All cards have the same size, whatever the size of their codes.
    Rect& code = card->boxes.qr_codes.front().rect;
    card->boxes.surfaces.front().rect = {0, 0, column, column};
    code.x = std::floor((column - code.width) / 2);
    code.y = code.x;
    place(*card, {x, y}, panel.boxes);
    const float below = y + column + page.units(card_gap);
    panel.add(one_line(page, recording.when, when_style, cell), {x, below}, Ink::quiet);
    title_style.language = recording.language;
    const float bottom =
        panel.add(cut_text(page.ruler, recording.title, title_style, cell, lines), {x, below + when_height}, Ink::text);
    panel.height = std::max(panel.height, bottom);
  }
  return result;
}

}  // namespace kiosk
