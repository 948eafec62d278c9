#include "layout/panels/bands.h"

#include <algorithm>

namespace kiosk {
namespace {

constexpr std::size_t most_bands = 2;  // a third would take the board away

}  // namespace

Panel bands_panel(const Page& page, const std::vector<Band>& bands, float screen_width, float margin) {
  Panel panel;
  panel.width = screen_width;
  for (std::size_t i = std::min(bands.size(), most_bands); i-- > 0;) {
    const bool urgent = bands[i].tone != Tone::calm;
    const float pad = page.units(2);
    const float icon = page.units(3.2F);
    const float text_x = margin + icon + page.units(1.8F);
    const int lines = i == 0 ? 2 : 1;
    const FittedText text =
        cut_text(page.ruler, bands[i].text, page.style(3, 600), screen_width - text_x - margin, lines);
    const float height = std::ceil(text.size.height) + 2 * pad;
    const Ink ink = urgent ? Ink::on_accent : Ink::on_calm;
    panel.boxes.surfaces.push_back(
        {{0, panel.height, screen_width, height}, urgent ? Surface::chip_accent : Surface::chip_calm, 0});
    panel.boxes.icons.push_back({{margin, std::round(panel.height + (height - icon) / 2), icon, icon},
                                 urgent ? Icon::warning : Icon::info,
                                 ink});
    panel.add(text, {text_x, panel.height + pad}, ink);
    panel.height += height;
  }
  return panel;
}

}  // namespace kiosk
