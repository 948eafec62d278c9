#include "layout/panels/other_halls.h"

#include <algorithm>
#include <cstdint>

#include "layout/panels/paging.h"

namespace kiosk {

Panel other_halls_panel(const Page& page, const OtherHalls& others, float width, const OtherHallsGrid& grid,
                        std::int64_t turn) {
  const Pages pages(others.halls.size(), static_cast<std::size_t>(grid.columns * grid.rows), turn);
  Panel panel;
  panel.width = width;
  std::string label = others.label;
  if (pages.pages() > 1) {
    label += " · " + std::to_string(pages.page() + 1) + "/" + std::to_string(pages.pages());
  }
  panel.height = panel.add(one_line(page, label, page.style(2.2F, 400), width), {0, 0}, Ink::quiet);

  TextStyle hall_style = page.style(2.4F, 600);
  TextStyle title_style = page.style(2.4F, 400);
  hall_style.line_height = 1.25F;
  title_style.line_height = 1.25F;
  const float gap = page.units(4);
  const float column =
      std::floor((width - gap * static_cast<float>(grid.columns - 1)) / static_cast<float>(grid.columns));
  float row_top = panel.height + page.units(0.8F);
  for (std::size_t i = 0; i < pages.count(); ++i) {
    const OtherHall& other = others.halls[pages.first() + i];
    const auto place_in_row = static_cast<float>(i % static_cast<std::size_t>(grid.columns));
    if (place_in_row == 0 && i > 0) {
      row_top = panel.height + page.units(1);
    }
    const float x = place_in_row * (column + gap);
    const float y = panel.add(one_line(page, other.hall, hall_style, column), {x, row_top}, Ink::text);
    const FittedText title = cut_text(page.ruler, other.title, title_style, column, grid.title_lines);
    panel.height = std::max(panel.height, panel.add(title, {x, y}, Ink::quiet));
  }
  return panel;
}

}  // namespace kiosk
