#pragma once

#include <optional>

#include "layout/panels/panel.h"

namespace kiosk {

// Modules left free on each side of a code (ISO/IEC 18004, 9.1).
inline constexpr int quiet_zone = 4;

// The least side of a code without its quiet zone, in units: to be read across a hall, from a few metres, and in front
// of the screen.
inline constexpr float headline_code_span = 40;
inline constexpr float small_code_span = 20;
inline constexpr float recording_code_span = 30;

// Where a card's words are.
enum class QrCaption { below, beside, below_short, none };

// Pixels of a module, a whole number, so that a code of `modules` a side is at least `span` units wide.
int module_pixels(const Page& page, int modules, float span);

// The side of that code with its quiet zone, which is the width of its card, in pixels.
float qr_card_side(const Page& page, int modules, float span);

// A white card with a QR code at least `span` units wide; the card's white is the code's quiet zone. With the words
// `beside` the code the card fills `width`, else it is as wide as the code needs. Nothing for a payload that no QR code
// holds.
std::optional<Panel> qr_card_panel(const Page& page, const QrCard& card, float span, QrCaption caption, float width);

}  // namespace kiosk
