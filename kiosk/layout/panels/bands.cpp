#include "layout/panels/bands.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "base/text_front.h"

namespace kiosk {
namespace {

constexpr float text_cap = 3;
constexpr int most_lines = 2;
constexpr float count_cap = 2;
// More than two lines hold on the widest screen: enough of a notice to tell how high its band is.
constexpr std::size_t front_measured = 600;

bool is_urgent(const Band& band) { return band.tone != Tone::calm; }

}  // namespace

std::size_t band_of_turn(std::size_t all, std::size_t urgent, std::int64_t turn) {
  const auto turns = static_cast<std::size_t>(turn);
  const std::size_t calm = all - urgent;
  if (urgent == 0 || calm == 0) {
    return turns % all;
  }
  if (calm >= urgent) {
    return turns % 2 == 0 ? turns / 2 % urgent : urgent + turns / 2 % calm;
  }
  // As many pairs as there are calm ones, then the urgent ones that are left.
  const std::size_t at = turns % all;
  return at >= 2 * calm ? at - calm : at % 2 == 0 ? at / 2 : urgent + at / 2;
}

Panel bands_panel(const Page& page, const std::vector<Band>& bands, std::int64_t turn, float screen_width,
                  float margin) {
  const auto urgent = static_cast<std::size_t>(std::count_if(bands.begin(), bands.end(), is_urgent));
  const std::size_t shown = band_of_turn(bands.size(), urgent, turn);
  const Band& band = bands[shown];
  const float pad = page.units(2);
  const float icon = page.units(3.2F);

  // Beneath the icon the count takes no room from the words.
  TextStyle count_style = page.style(count_cap, 500);
  count_style.tabular = true;
  count_style.line_height = 1;
  const auto count_of = [&](std::size_t index) {
    return bands.size() > 1 ? std::to_string(index + 1) + "/" + std::to_string(bands.size()) : "";
  };
  const FittedText count = one_line(page, count_of(shown), count_style, screen_width);
  const float widest_count = page.ruler.text_size(count_of(bands.size() - 1), count_style, 0).width;
  const float column = std::max(icon, bands.size() > 1 ? std::ceil(widest_count) : 0);
  const float text_x = margin + column + page.units(1.8F);
  const float text_width = screen_width - text_x - margin;
  const TextStyle text_style = page.style(text_cap, 600);

  Panel panel;
  panel.width = screen_width;
  const auto fitted = [&](std::string_view text) {
    return cut_text(page.ruler, text, text_style, text_width, most_lines);
  };
  const FittedText text = fitted(band.text);
  for (const Band& other : bands) {
    const float height = fitted(front_of(other.text, front_measured)).size.height;
    panel.height = std::max(panel.height, std::ceil(height) + 2 * pad);
  }
  const float middle = panel.height / 2;
  const Ink ink = is_urgent(band) ? Ink::on_accent : Ink::on_calm;
  panel.boxes.surfaces.push_back(
      {{0, 0, screen_width, panel.height}, is_urgent(band) ? Surface::chip_accent : Surface::chip_calm, 0});
  const float count_height = bands.size() > 1 ? std::ceil(count.size.height) : 0;
  const float icon_y = std::round(middle - (icon + count_height) / 2);
  panel.boxes.icons.push_back({{margin + std::round((column - icon) / 2), icon_y, icon, icon},
                               is_urgent(band) ? Icon::warning : Icon::info,
                               ink});
  panel.add(text, {text_x, std::floor(middle - std::ceil(text.size.height) / 2)}, ink);
  if (bands.size() > 1) {
    panel.add(count, {margin + std::round((column - std::ceil(count.size.width)) / 2), icon_y + icon}, ink);
  }
  return panel;
}

}  // namespace kiosk
