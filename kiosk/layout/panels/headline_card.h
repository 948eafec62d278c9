#pragma once

#include <optional>

#include "layout/panels/panel.h"
#include "layout/panels/qr_card.h"

namespace kiosk {

// The words on a card, in units of their capitals.
inline constexpr float card_caption_cap = 2.4F;
inline constexpr float card_detail_cap = 2.1F;
// Of a card as wide as an upright screen.
inline constexpr float wide_card_caption_cap = 4;
inline constexpr float wide_card_detail_cap = 3;

struct HeadlineCardLook {
  QrCaption caption = QrCaption::below;
  float width = 0;                          // of the card, in pixels; a code that needs more makes it wider
  float height = 0;                         // that the card may take, in pixels; a code that needs more makes it higher
  float span = headline_code_span;          // of the code at least, in units
  float span_largest = headline_code_span;  // the code grows so far where width and height let it
  float caption_cap = card_caption_cap;     // the words shrink from these where they must
  float detail_cap = card_detail_cap;
};

// The white card of a headline's code, of a given width, so that it is the same on all boards. The code stands in its
// middle with the words below, or at its left with the words beside. Nothing for a payload that no QR code holds.
std::optional<Panel> headline_card_panel(const Page& page, const QrCard& card, const HeadlineCardLook& look);

}  // namespace kiosk
