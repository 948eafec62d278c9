#include "layout/panels/recordings.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "layout/panels/paging.h"
#include "layout/panels/qr_card.h"

namespace kiosk {
namespace {

constexpr float cell_gap = 4;
constexpr float least_cell_gap = 2;
constexpr float card_gap = 0.8F;

constexpr int title_lines = 3;
constexpr float text_line_height = 1.12F;  // tight, so that three lines have room below a code at 720p

constexpr std::size_t longest_payload = 2953;  // bytes in any code: ISO/IEC 18004, version 40-L

std::vector<const Recording*> those_with_codes(const std::vector<Recording>& recordings) {
  std::vector<const Recording*> some;
  for (const Recording& recording : recordings) {
    if (!recording.qr.payload.empty() && recording.qr.payload.size() <= longest_payload) {
      some.push_back(&recording);
    }
  }
  return some;
}

// Of ISO/IEC 18004's alphanumeric mode (7.4.4), which takes fewer modules than one of bytes does.
bool is_compact(const std::string& payload) {
  return payload.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:") == std::string::npos;
}

// Modules on a side of the smallest version that holds each of the payloads. It depends only on their lengths and kinds
// of characters, so that the codes of two made-up payloads are enough: making all would take seconds.
int modules_for_all(const Page& page, const std::vector<const Recording*>& recordings) {
  std::size_t longest = 0;
  std::size_t longest_compact = 0;
  for (const Recording* recording : recordings) {
    const std::string& payload = recording->qr.payload;
    std::size_t& most = is_compact(payload) ? longest_compact : longest;
    most = std::max(most, payload.size());
  }
  const auto modules = [&](std::size_t length, char letter) {
    return length == 0 ? 0 : page.ruler.qr_modules(std::string(length, letter));
  };
  return std::max(modules(longest, 'a'), modules(longest_compact, 'A'));
}

}  // namespace

RecordingsPanel recordings_panel(const Page& page, const std::vector<Recording>& recordings, std::int64_t turn,
                                 float width, float height, float most_height) {
  RecordingsPanel result;
  Panel& panel = result.panel;
  panel.width = width;
  const std::vector<const Recording*> all = those_with_codes(recordings);
  const int modules = modules_for_all(page, all);
  if (modules == 0) {
    return result;
  }
  const float column = qr_card_side(page, modules, recording_code_span);
  if (column > width) {
    return result;
  }
  // Cards stand closer where that makes room for one more beside each other.
  const auto columns_with = [&](float gap) { return static_cast<std::size_t>((width + gap) / (column + gap)); };
  const std::size_t columns = columns_with(page.units(least_cell_gap));
  const float gap = columns > columns_with(page.units(cell_gap)) ? page.units(least_cell_gap) : page.units(cell_gap);
  const float cell = std::floor((width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns));
  TextStyle when_style = page.style(2.1F, 400);
  when_style.line_height = text_line_height;
  TextStyle title_style = page.style(2.5F, 600);
  title_style.line_height = text_line_height;
  for (const Recording* recording : all) {
    title_style = with_room_for_script(title_style, recording->title);
  }
  const float when_height = std::ceil(page.ruler.text_size("0", when_style, 0).height);
  const float line = std::ceil(page.ruler.text_size("0", title_style, 0).height);

  const auto row_height = [&](int lines) {
    return column + page.units(card_gap) + when_height + line * static_cast<float>(lines);
  };
  const auto rows_of = [&](int lines) {
    const float room = row_height(lines) > height ? most_height : height;
    return static_cast<std::size_t>((room + page.units(section_gap)) / (row_height(lines) + page.units(section_gap)));
  };
  int lines = title_lines;
  while (lines > 1 && rows_of(lines) == 0) {
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
    const float x = std::floor(static_cast<float>(i % columns) * (cell + gap));
    const float y = std::round(static_cast<float>(i / columns) * (row_height(lines) + page.units(section_gap)));
    const int pixels = module_pixels(page, modules, recording_code_span);
    const auto quiet = static_cast<float>(quiet_zone * pixels);
    const auto code = static_cast<float>(modules * pixels);
    panel.boxes.surfaces.push_back({{x, y, column, column}, Surface::card, page.units(2)});
    panel.boxes.qr_codes.push_back({{x + quiet, y + quiet, code, code}, recording.qr.payload, pixels, modules});
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
