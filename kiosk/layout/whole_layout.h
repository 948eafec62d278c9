#pragma once

#include <cstdint>

#include "layout/layout.h"

namespace kiosk {

// Changes to a finished layout, so that no panel needs to know of them.

// Fills the screen with the colour of danger, and swaps the colours of marks.
void alarm(Layout& layout);

// Moves all boxes round a small circle, once in an hour, a step each minute. Boxes from edge to edge stay in place.
void drift(Layout& layout, std::int64_t turn);

// Mirrors the whole board, for scripts that run from right to left.
void mirror(Layout& layout);

}  // namespace kiosk
