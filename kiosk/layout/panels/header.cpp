#include "layout/panels/header.h"

#include <algorithm>
#include <optional>

namespace kiosk {

HeaderPanel header_panel(const Page& page, const Board& board, float width, float column) {
  HeaderPanel header;
  Panel& panel = header.panel;
  const float gap = page.units(4);

  TextStyle clock_style = page.style(3.5F, 500);
  clock_style.display = true;
  clock_style.tabular = true;
  clock_style.line_height = 0.85F;  // digits have no tails: what rises below may come close
  const FittedText clock = one_line(page, board.clock, clock_style, width);

  TextStyle hall_style = page.style(5, 700);
  hall_style.display = true;
  hall_style.line_height = 1.12F;
  hall_style.language = board.language;
  const float clock_x = width - std::ceil(clock.size.width);
  float beside_clock = board.clock.empty() ? width : clock_x - gap;
  FitBounds bounds{.width = beside_clock,
                   .height = page.units(width > column ? 16.5F : 22),
                   .largest_cap = page.unit * 5,
                   .smallest_cap = page.unit * 4.5F};
  FittedText name = fit_text(page.ruler, board.hall, hall_style, bounds);
  // The logo stands before the clock where it costs the hall's name nothing.
  if (const std::optional<Size> logo = page.ruler.picture_size(board.logo); logo && logo->height > 0) {
    const float shape = static_cast<float>(logo->width) / static_cast<float>(logo->height);
    const float logo_height = std::min(page.units(7), page.units(28) / shape);
    const float logo_width = std::round(logo_height * shape);
    FitBounds narrower = bounds;
    narrower.width = beside_clock - logo_width - gap;
    const FittedText beside_logo = fit_text(page.ruler, board.hall, hall_style, narrower);
    if (!beside_logo.cut && beside_logo.size.lines == name.size.lines &&
        beside_logo.style.cap_height >= name.style.cap_height) {
      name = beside_logo;
      bounds = narrower;
      const float middle = name.size.baseline - name.style.cap_height / 2;
      panel.boxes.pictures.push_back({{beside_clock - logo_width, std::round(std::max(0.0F, middle - logo_height / 2)),
                                       logo_width, std::round(logo_height)},
                                      board.logo,
                                      0});
      beside_clock = narrower.width;
    }
  }
  if (name.size.lines > 1) {
    bounds.width = std::min(beside_clock, column);
    name = fit_text(page.ruler, board.hall, hall_style, bounds);
  }
  // The name's first line and the clock stand on one base line. A screen without a hall has its clock alone.
  if (board.hall.empty()) {
    name.size.baseline = clock.size.baseline;
  }
  float y = panel.add(name, {0, 0}, Ink::text);
  if (!board.clock.empty()) {
    header.clock_bottom = panel.add(clock, {clock_x, name.size.baseline - clock.size.baseline}, Ink::quiet);
    y = board.hall.empty() ? header.clock_bottom : y;
  }

  const TextStyle small = page.style(2.2F, 400);
  float x = 0;
  const FittedText as_of = one_line(page, board.as_of.empty() ? "" : "· " + board.as_of, page.style(2.2F, 600), column);
  const float below_name = y;
  if (!board.event_line.empty()) {
    const float room = column - (board.as_of.empty() ? 0 : as_of.size.width + page.units(1));
    y = panel.add(one_line(page, board.event_line, small, room), {0, below_name}, Ink::quiet);
    x = panel.boxes.texts.back().rect.right() + page.units(1);
  }
  if (!board.as_of.empty()) {
    y = std::max(y, panel.add(as_of, {x, below_name}, Ink::quiet));
  }
  panel.width = width;
  panel.height = y;
  return header;
}

}  // namespace kiosk
