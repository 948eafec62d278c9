#pragma once

#include <optional>

#include "layout/panels/panel.h"

namespace kiosk {

// Modules left free on each side of a code (ISO/IEC 18004, 9.1).
inline constexpr int quiet_zone = 4;

// What the modules of a code span at least, in units: to be read from the other side of a hall, from a few metres,
// and from before the screen.
inline constexpr float headline_code_span = 40.5F;
inline constexpr float small_code_span = 20.5F;
inline constexpr float recording_code_span = 30;

// How a card's words stand to its code.
enum class QrCaption { below, beside, below_short, none };

// How many whole pixels a module of a code takes whose modules span at least `span` units.
int module_pixels(const Page& page, int modules, float span);

// The side of such a code with its quiet zone, in pixels: how wide its card is.
float qr_card_side(const Page& page, int modules, float span);

// A white card with a QR code whose modules span at least `span` units, whole pixels a module, and whose
// quiet zone is its own white. `beside` fills `width`; the others are as wide as the code needs. Nothing
// for a payload that no QR code holds.
std::optional<Panel> qr_card_panel(const Page& page, const QrCard& card, float span, QrCaption caption, float width);

}  // namespace kiosk
