#pragma once

#include "base/color.h"
#include "screen/layout.h"
#include "settings/settings.h"

namespace kiosk {

// The colour of every role, from the settings' few colours. QR cards are black on white in every theme:
// scanners expect dark modules on a light ground.
Color color_of(Ink ink, const ThemeColors& theme);
Color color_of(Surface surface, const ThemeColors& theme);

// What an ink is read on, as one opaque colour; of the background the lightest corner, where light text
// has the least contrast.
Color ground_of(Ink ink, const ThemeColors& theme);

// `over` with its alpha, seen through onto the opaque `under`.
Color blended(Color over, Color under);

}  // namespace kiosk
