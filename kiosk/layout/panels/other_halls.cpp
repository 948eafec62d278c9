#include "layout/panels/other_halls.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "layout/panels/paging.h"

namespace kiosk {
namespace {

constexpr std::size_t most_pages = 3;
constexpr float cap = 2.4F;
constexpr float gap_between_columns = 4;
constexpr float gap_before_time = 1.4F;
constexpr float least_title_width = 14;

TextStyle name_style(const Page& page, std::string_view name) {
  TextStyle style = page.style_of(name, cap, 600);
  style.line_height = 1.25F;
  return style;
}

TextStyle time_style(const Page& page) {
  TextStyle style = name_style(page, "");
  style.tabular = true;
  return style;
}

float column_width(const Page& page, float width, int columns) {
  return std::floor((width - page.units(gap_between_columns) * static_cast<float>(columns - 1)) /
                    static_cast<float>(columns));
}

// The hall's name, and beside it the time; returns the bottom.
float add_name(const Page& page, const OtherHall& other, float width, Point at, Panel& panel) {
  const TextStyle style = name_style(page, other.hall);
  if (other.time.empty()) {
    return panel.add(one_line(page, other.hall, style, width), at, Ink::text);
  }
  const FittedText time = one_line(page, other.time, time_style(page), width);
  const float gap = page.units(gap_before_time);
  const FittedText name = one_line(page, other.hall, style, width - time.size.width - gap);
  const float bottom = panel.add(name, at, Ink::text);
  const float x = panel.boxes.texts.back().rect.right() + gap;
  return std::max(bottom, panel.add(time, {x, at.y + name.size.baseline - time.size.baseline}, Ink::quiet));
}

}  // namespace

int other_halls_columns(const Page& page, const OtherHalls& others, float width, int most) {
  float widest = 0;
  for (const OtherHall& other : others.halls) {
    float name = page.ruler.text_size(other.hall, name_style(page, other.hall), 0).width;
    if (!other.time.empty()) {
      name += page.ruler.text_size(other.time, time_style(page), 0).width + page.units(gap_before_time);
    }
    widest = std::max(widest, name);
  }
  int columns = std::min(most, static_cast<int>(others.halls.size()));
  while (columns > 1 && widest > column_width(page, width, columns)) {
    --columns;
  }
  return std::max(columns, 1);
}

Panel other_halls_panel(const Page& page, const OtherHalls& others, float width, const OtherHallsGrid& grid,
                        std::int64_t turn) {
  const auto on_a_page = static_cast<std::size_t>(grid.columns * grid.rows);
  const Pages pages(std::min(others.halls.size(), most_pages * on_a_page), on_a_page, turn);
  Panel panel;
  panel.width = width;
  std::string label = others.label;
  if (pages.pages() > 1) {
    label += " · " + std::to_string(pages.page() + 1) + "/" + std::to_string(pages.pages());
  }
  panel.height = panel.add(one_line(page, label, page.style(2.2F, 400), width), {0, 0}, Ink::quiet);

  const float name_baseline = page.ruler.text_size("x", name_style(page, ""), 0).baseline;
  const float column = column_width(page, width, grid.columns);
  float row_top = std::max(panel.height + page.units(0.8F), std::round(grid.first_baseline - name_baseline));
  for (std::size_t i = 0; i < pages.count(); ++i) {
    const OtherHall& other = others.halls[pages.first() + i];
    const auto place_in_row = static_cast<float>(i % static_cast<std::size_t>(grid.columns));
    if (place_in_row == 0 && i > 0) {
      row_top = panel.height + page.units(1);
    }
    const float x = place_in_row * (column + page.units(gap_between_columns));
    const float y = add_name(page, other, column, {x, row_top}, panel);
    TextStyle title_style = page.style_of(other.title, cap, 400);
    title_style.line_height = 1.25F;
    if (grid.title_lines > 0) {
      const FittedText title = cut_title(page.ruler, other.title, title_style, column, grid.title_lines);
      panel.height = std::max(panel.height, panel.add(title, {x, y}, Ink::quiet));
      continue;
    }
    panel.height = std::max(panel.height, y);
    const float title_x = panel.boxes.texts.back().rect.right() + page.units(gap_before_time);
    if (const float room = x + column - title_x; room >= page.units(least_title_width)) {
      const FittedText title = cut_title(page.ruler, other.title, title_style, room, 1);
      const float top = row_top + page.ruler.text_size("x", name_style(page, ""), 0).baseline - title.size.baseline;
      panel.height = std::max(panel.height, panel.add(title, {title_x, top}, Ink::quiet));
    }
  }
  return panel;
}

}  // namespace kiosk
