#include "layout/panels/qr_card.h"

#include <cmath>

namespace kiosk {
namespace {

FittedText cut_detail(const Page& page, const QrCard& card, const TextStyle& style, float width, int lines) {
  return card.detail_is_host ? cut_host(page.ruler, card.detail, style, width, lines)
                             : cut_text(page.ruler, card.detail, style, width, lines);
}

}  // namespace

int module_pixels(const Page& page, int modules, float span) {
  return static_cast<int>(std::ceil(span * page.unit / static_cast<float>(modules)));
}

float qr_card_side(const Page& page, int modules, float span) {
  return static_cast<float>((modules + 2 * quiet_zone) * module_pixels(page, modules, span));
}

std::optional<Panel> qr_card_panel(const Page& page, const QrCard& card, float span, QrCaption caption, float width) {
  const int modules = page.ruler.qr_modules(card.payload);
  if (modules == 0) {
    return std::nullopt;
  }
  const int pixels = module_pixels(page, modules, span);
  const auto quiet = static_cast<float>(quiet_zone * pixels);
  const auto code = static_cast<float>(modules * pixels);
  const float side = qr_card_side(page, modules, span);
  const float pad = page.units(2.4F);

  Panel panel;
  panel.boxes.qr_codes.push_back({{quiet, quiet, code, code}, card.payload, pixels});
  panel.width = side;
  panel.height = side;
  TextStyle caption_style = page.style(2.4F, 600);
  TextStyle detail_style = page.style(2.1F, 400);
  if (caption == QrCaption::beside) {
    panel.width = width;
    const float x = side + page.units(1);
    const float room = width - x - pad;
    caption_style.cap_height = page.unit * 2.8F;
    const FittedText what = cut_text(page.ruler, card.caption, caption_style, room, 3);
    const FittedText where = cut_detail(page, card, detail_style, room, 3);
    const float gap = page.units(0.8F);
    float y = (side - what.size.height - gap - where.size.height) / 2;
    y = panel.add(what, {x, y}, Ink::on_card);
    panel.add(where, {x, y + gap}, Ink::on_card_quiet);
  } else if (caption != QrCaption::none) {
    caption_style.align = Align::center;
    detail_style.align = Align::center;
    // Under a small code there is no room for two words side by side, nor for more than what it is.
    const bool small = span <= small_code_span;
    const float inset = small ? page.units(1) : pad;
    const FittedText what = cut_text(page.ruler, card.caption, caption_style, side - 2 * inset, small ? 2 : 1);
    float y = panel.add(what, {inset, side}, Ink::on_card);
    if (caption == QrCaption::below && !small && !card.detail.empty()) {
      y = panel.add(cut_detail(page, card, detail_style, side - 2 * pad, 1), {pad, y}, Ink::on_card_quiet);
    }
    panel.height = y + page.units(2);
  }
  panel.boxes.surfaces.push_back({{0, 0, panel.width, panel.height}, Surface::card, page.units(2)});
  return panel;
}

}  // namespace kiosk
