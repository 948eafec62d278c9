#include "layout/panels/technician_lines.h"

namespace kiosk {

Panel technician_lines_panel(const Page& page, const std::vector<std::string>& lines, float width, float height) {
  Panel panel;
  for (const float cap : {3.2F, 2.8F, 2.5F, 2.2F}) {
    panel = Panel{};
    panel.width = width;
    std::size_t shown = 0;
    for (; shown < lines.size(); ++shown) {
      const FittedText fitted = cut_text(page.ruler, lines[shown], page.style(cap, 400), width, 2);
      if (panel.height + std::ceil(fitted.size.height) > height) {
        break;
      }
      panel.height = panel.add(fitted, {0, panel.height}, Ink::quiet) + page.units(0.3F);
    }
    if (shown == lines.size()) {
      break;
    }
  }
  return panel;
}

Panel warning_panel(const Page& page, const std::string& warning, float width) {
  Panel panel;
  panel.width = width;
  const float icon = page.units(2.6F);
  const float text_x = icon + page.units(1.2F);
  const FittedText line = one_line(page, warning, page.style(2, 400), width - text_x);
  panel.height = panel.add(line, {text_x, 0}, Ink::quiet);
  panel.boxes.icons.push_back({{0, std::round((panel.height - icon) / 2), icon, icon}, Icon::warning, Ink::quiet});
  return panel;
}

}  // namespace kiosk
