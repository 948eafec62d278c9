#include "layout/panels/next_session.h"

#include <algorithm>
#include <optional>

#include "layout/panels/qr_card.h"

namespace kiosk {

namespace {

constexpr int lines_beside_code = 4;

NextPanel words(const Page& page, const NextSession& next, float width, const NextLook& look) {
  NextPanel result;
  Panel& panel = result.panel;
  panel.width = width;
  const float y = panel.add(one_line(page, next.label, page.style(2.2F, 400), width), {0, 0}, Ink::quiet);

  TextStyle time_style = page.style(look.time_cap, 700);
  time_style.tabular = true;
  time_style.display = true;
  time_style.line_height = 1;  // digits have no tails
  const FittedText time = one_line(page, next.time, time_style, width);
  TextStyle title_style = page.style_of(next.title, look.cap, 600);
  title_style.line_height = 1.25F;
  title_style.language = next.language;
  const float title_x = std::ceil(time.size.width) + page.units(2.4F);
  const FittedText title = cut_title(page.ruler, next.title, title_style, width - title_x, look.lines);
  // Both first lines share a base line.
  result.first_baseline = y + page.units(0.8F) + std::max(time.size.baseline, title.size.baseline);
  const float time_bottom = panel.add(time, {0, result.first_baseline - time.size.baseline}, Ink::text);
  const float title_bottom = panel.add(title, {title_x, result.first_baseline - title.size.baseline}, Ink::text);
  panel.height = std::max(time_bottom, title_bottom);
  return result;
}

}  // namespace

NextPanel next_session_panel(const Page& page, const NextSession& next, float width, const NextLook& look) {
  const auto card =
      look.with_code && next.qr ? qr_card_panel(page, *next.qr, small_code_span, QrCaption::none, 0) : std::nullopt;
  if (!card) {
    return words(page, next, width, look);
  }
  // The code at the side the eye comes from, its words in the middle of its height.
  NextPanel result;
  result.panel.width = width;
  place(*card, {0, 0}, result.panel.boxes);
  const float x = card->width + page.units(2.4F);
  NextLook beside = look;
  beside.lines = lines_beside_code;
  const NextPanel text = words(page, next, width - x, beside);
  const float y = std::round(std::max(0.0F, (card->height - text.panel.height) / 2));
  place(text.panel, {x, y}, result.panel.boxes);
  result.panel.height = std::max(card->height, text.panel.height);
  result.first_baseline = y + text.first_baseline;
  return result;
}

}  // namespace kiosk
