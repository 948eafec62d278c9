#pragma once

#include "base/color.h"
#include "layout/layout.h"
#include "layout/theme_colors.h"

namespace kiosk {

// The colour of every role, from a theme's few colours. QR cards are black on white in every theme:
// scanners expect dark modules on a light ground.
Color color_of(Ink ink, const ThemeColors& theme);
Color color_of(Surface surface, const ThemeColors& theme);

// The ground that an ink is read on, as one opaque colour. For the background that is its lightest corner, where light
// text has the least contrast.
Color ground_of(Ink ink, const ThemeColors& theme);

// `over`, drawn with its alpha on the opaque `under`.
Color blended(Color over, Color under);

// The least share of the theme's background that must lie over a picture, 0 to 1 in steps of 1/255, so that text, quiet
// text and the words on calm chips have a contrast of 7:1 on both given pixels. 1, which hides the picture, where the
// theme cannot reach that. Under the veil other pixels may become the darkest and the lightest: look for these, and ask
// again.
double veil_share(const ThemeColors& theme, Color darkest, Color lightest);

}  // namespace kiosk
