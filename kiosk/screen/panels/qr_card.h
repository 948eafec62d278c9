#pragma once

#include <optional>

#include "screen/panels/panel.h"

namespace kiosk {

// How a card's words stand to its code.
enum class QrCaption { below, beside, below_short, none };

// A white card with a QR code whose modules span at least `span` units, whole pixels a module, and whose
// quiet zone is its own white. `beside` fills `width`; the others are as wide as the code needs. Nothing
// for a payload that no QR code holds.
std::optional<Panel> qr_card_panel(const Page& page, const QrCard& card, float span, QrCaption caption, float width);

}  // namespace kiosk
