#include "layout/panels/panel.h"

#include <utility>

#include "locales/scripts.h"

namespace kiosk {
namespace {

Rect moved(const Rect& rect, Point by) { return {rect.x + by.x, rect.y + by.y, rect.width, rect.height}; }

template <class Box>
void append_moved(const std::vector<Box>& from, Point by, std::vector<Box>& to) {
  for (Box box : from) {
    box.rect = moved(box.rect, by);
    to.push_back(std::move(box));
  }
}

}  // namespace

TextStyle Page::style_of(std::string_view text, float cap_units, int weight) const {
  constexpr float arabic_growth = 1.15F;
  constexpr int arabic_weight = 100;
  const bool arabic = has_arabic(text);
  return style(arabic ? cap_units * arabic_growth : cap_units, arabic ? weight + arabic_weight : weight);
}

float Panel::add(const FittedText& fitted, Point at, Ink ink) {
  // One line takes what it needs; the rest of its row is free for others.
  const bool wraps = fitted.width > 0 && (fitted.size.lines > 1 || fitted.style.align != Align::left);
  const Rect rect{std::round(at.x), std::round(at.y), std::ceil(wraps ? fitted.width : fitted.size.width),
                  std::ceil(fitted.size.height)};
  boxes.texts.push_back({rect, wraps ? rect.width : 0, fitted.text, fitted.style, ink});
  return rect.bottom();
}

float Panel::add_line(const FittedText& fitted, float x, float middle, Ink ink) {
  add(fitted, {x, middle - (fitted.size.baseline - fitted.style.cap_height / 2)}, ink);
  return boxes.texts.back().rect.right();
}

FittedText one_line(const Page& page, std::string_view text, const TextStyle& style, float width) {
  FittedText fitted = cut_text(page.ruler, text, style, width, 1);
  fitted.width = 0;
  fitted.size = page.ruler.text_size(fitted.text, fitted.style, 0);
  return fitted;
}

void place(const Panel& panel, Point at, Layout& layout) {
  const Point by{std::round(at.x), std::round(at.y)};
  append_moved(panel.boxes.surfaces, by, layout.surfaces);
  append_moved(panel.boxes.pictures, by, layout.pictures);
  append_moved(panel.boxes.qr_codes, by, layout.qr_codes);
  append_moved(panel.boxes.icons, by, layout.icons);
  append_moved(panel.boxes.texts, by, layout.texts);
}

}  // namespace kiosk
