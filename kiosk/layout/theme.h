#pragma once

#include "base/color.h"
#include "layout/layout.h"
#include "layout/theme_colors.h"

namespace kiosk {

// The colour of every role, from a theme's few colours. QR cards are black on white in every theme:
// scanners expect dark modules on a light ground.
Color color_of(Ink ink, const ThemeColors& theme);
Color color_of(Surface surface, const ThemeColors& theme);

// What an ink is read on, as one opaque colour; of the background the lightest corner, where light text
// has the least contrast.
Color ground_of(Ink ink, const ThemeColors& theme);

// `over` with its alpha, seen through onto the opaque `under`.
Color blended(Color over, Color under);

// How much of the theme's background must lie over a picture, 0 to 1 in steps of 1/255, so that what stands on
// the background itself (text, quiet text, a calm chip's word) keeps 7:1 on these two of its pixels: the least
// share that does. 1, no picture to be seen, where the theme cannot reach that. A share that does for the darkest
// and the lightest pixel may not do for one of another hue: see which two come out so under it, and ask again.
double veil_share(const ThemeColors& theme, Color darkest, Color lightest);

}  // namespace kiosk
