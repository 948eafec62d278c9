#include "layout/panels/next_session.h"

#include <algorithm>

#include "layout/panels/qr_card.h"

namespace kiosk {

namespace {

Panel words(const Page& page, const NextSession& next, float width, int lines) {
  Panel panel;
  panel.width = width;
  const float y = panel.add(one_line(page, next.label, page.style(2.2F, 400), width), {0, 0}, Ink::quiet);

  TextStyle time_style = page.style(3.4F, 700);
  time_style.tabular = true;
  time_style.display = true;
  const FittedText time = one_line(page, next.time, time_style, width);
  TextStyle title_style = page.style(2.8F, 600);
  title_style.line_height = 1.25F;
  title_style.language = next.language;
  const float title_x = std::ceil(time.size.width) + page.units(2.4F);
  const FittedText title = cut_text(page.ruler, next.title, title_style, width - title_x, lines);
  // Both first lines share a base line.
  const float baseline = y + page.units(0.8F) + std::max(time.size.baseline, title.size.baseline);
  const float time_bottom = panel.add(time, {0, baseline - time.size.baseline}, Ink::text);
  const float title_bottom = panel.add(title, {title_x, baseline - title.size.baseline}, Ink::text);
  panel.height = std::max(time_bottom, title_bottom);
  return panel;
}

}  // namespace

Panel next_session_panel(const Page& page, const NextSession& next, float width, bool with_code) {
  const auto card =
      with_code && next.qr ? qr_card_panel(page, *next.qr, small_code_span, QrCaption::none, 0) : std::nullopt;
  if (!card) {
    return words(page, next, width, 2);
  }
  // The code at the side the eye comes from, its words in the middle of its height.
  Panel panel;
  panel.width = width;
  panel.height = card->height;
  place(*card, {0, 0}, panel.boxes);
  const float x = card->width + page.units(2.4F);
  const Panel text = words(page, next, width - x, 4);
  place(text, {x, std::max(0.0F, (card->height - text.height) / 2)}, panel.boxes);
  panel.height = std::max(panel.height, text.height);
  return panel;
}

}  // namespace kiosk
