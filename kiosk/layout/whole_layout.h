#pragma once

#include <cstdint>

#include "layout/layout.h"

namespace kiosk {

// What is done to a layout when all of it stands, so that no panel knows of it.

// The whole screen in the colour of danger, marks the other way round.
void alarm(Layout& layout);

// Once round a small circle in an hour, in steps of a minute; what reaches from edge to edge stays.
void drift(Layout& layout, std::int64_t turn);

// Scripts that run from the right have the whole board the other way round, as their readers look at it.
void mirror(Layout& layout);

}  // namespace kiosk
