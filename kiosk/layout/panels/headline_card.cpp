#include "layout/panels/headline_card.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace kiosk {
namespace {

// At the largest size at which they need no more than `lines` lines, down to the usual size of a card's words.
FittedText fit_words(const Page& page, const std::string& text, bool is_host, TextStyle style, float least_cap,
                     float width, int lines) {
  for (;; style.cap_height -= page.unit * 0.2F) {
    const bool smallest = style.cap_height <= page.unit * least_cap;
    style.cap_height = smallest ? page.unit * least_cap : style.cap_height;
    FittedText fitted =
        is_host ? cut_host(page.ruler, text, style, width, lines) : cut_text(page.ruler, text, style, width, lines);
    if (smallest || (!fitted.cut && !fitted.size.broken_word)) {
      return fitted;
    }
  }
}

constexpr float words_beside_width = 38;

class HeadlineCard {
 public:
  HeadlineCard(const Page& page, const QrCard& card, const HeadlineCardLook& look, int modules)
      : page_(page), card_(card), look_(look), modules_(modules), pad_(page.units(2.4F)) {}

  Panel with_words_below() {
    const float room = std::max(look_.width, side(least_pixels())) - 2 * pad_;
    const bool captioned = look_.caption != QrCaption::none && !card_.caption.empty();
    const FittedText caption = captioned ? words(true, room, Align::center, 1) : FittedText{};
    const bool detailed = look_.caption == QrCaption::below && !card_.detail.empty();
    const FittedText detail = detailed ? words(false, room, Align::center, 1) : FittedText{};
    float words_height = captioned || detailed ? page_.units(2) : 0;
    words_height += captioned ? std::ceil(caption.size.height) : 0;
    words_height += detailed ? std::ceil(detail.size.height) : 0;

    const int pixels = most_pixels(words_height);
    const float code_side = side(pixels);
    panel_.width = std::max(look_.width, code_side);
    // As much white above the code as beside it, where there is room.
    const float beside = std::floor((panel_.width - code_side) / 2);
    const float spare = std::max(0.0F, std::floor(look_.height - code_side - words_height));
    const bool bare = words_height == 0;
    const float above = std::min(beside, bare ? std::floor(spare / 2) : spare);
    add_code(beside, above, pixels);
    float y = above + code_side;
    if (captioned) {
      y = panel_.add(caption, {pad_ + (panel_.width - 2 * pad_ - room) / 2, y}, Ink::on_card);
    }
    if (detailed) {
      y = panel_.add(detail, {pad_ + (panel_.width - 2 * pad_ - room) / 2, y}, Ink::on_card_quiet);
    }
    panel_.height = y + (bare ? above : page_.units(2));
    return finished();
  }

  Panel with_words_beside() {
    const int pixels = most_pixels(0, page_.units(words_beside_width));
    const float code_side = side(pixels);
    const float x = code_side + page_.units(0.4F);  // behind the quiet zone, which is white already
    panel_.width = std::max(look_.width, code_side);
    panel_.height = code_side;
    add_code(0, 0, pixels);
    const float room = panel_.width - x - page_.units(1.4F);
    if (room > page_.units(8)) {
      const FittedText caption = words(true, room, Align::left, 4);
      const FittedText detail = words(false, room, Align::left, card_.detail_is_host ? 1 : 2);
      const float gap = page_.units(0.8F);
      float y = std::max(0.0F, (code_side - caption.size.height - gap - detail.size.height) / 2);
      y = panel_.add(caption, {x, y}, Ink::on_card);
      if (!card_.detail.empty()) {
        panel_.add(detail, {x, y + gap}, Ink::on_card_quiet);
      }
    }
    return finished();
  }

 private:
  float side(int pixels) const { return static_cast<float>((modules_ + 2 * quiet_zone) * pixels); }
  int least_pixels() const { return module_pixels(page_, modules_, look_.span); }

  // The most pixels a module that width and height leave.
  int most_pixels(float words_height, float words_width = 0) const {
    int pixels = least_pixels();
    const auto fits = [&](int more) {
      return side(more) + words_width <= look_.width && side(more) + words_height <= look_.height &&
             static_cast<float>(modules_ * more) <= look_.span_largest * page_.unit;
    };
    while (fits(pixels + 1)) {
      ++pixels;
    }
    return pixels;
  }

  FittedText words(bool caption, float room, Align align, int lines) const {
    const std::string& text = caption ? card_.caption : card_.detail;
    TextStyle style =
        caption ? page_.style_of(text, look_.caption_cap, 600) : page_.style_of(text, look_.detail_cap, 400);
    style.align = align;
    const float least = style.cap_height / page_.unit *
                        (caption ? card_caption_cap / look_.caption_cap : card_detail_cap / look_.detail_cap);
    return fit_words(page_, text, !caption && card_.detail_is_host, style, std::max(2.0F, least), room, lines);
  }

  void add_code(float x, float y, int pixels) {
    const auto quiet = static_cast<float>(quiet_zone * pixels);
    const auto code = static_cast<float>(modules_ * pixels);
    panel_.boxes.qr_codes.push_back({{x + quiet, y + quiet, code, code}, card_.payload, pixels});
  }

  Panel finished() {
    panel_.boxes.surfaces.push_back({{0, 0, panel_.width, panel_.height}, Surface::card, page_.units(2)});
    return std::move(panel_);
  }

  const Page& page_;
  const QrCard& card_;
  const HeadlineCardLook& look_;
  int modules_;
  float pad_;
  Panel panel_;
};

}  // namespace

std::optional<Panel> headline_card_panel(const Page& page, const QrCard& card, const HeadlineCardLook& look) {
  const int modules = page.ruler.qr_modules(card.payload);
  if (modules == 0) {
    return std::nullopt;
  }
  HeadlineCard made(page, card, look, modules);
  return look.caption == QrCaption::beside ? made.with_words_beside() : made.with_words_below();
}

}  // namespace kiosk
