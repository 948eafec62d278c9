#pragma once

#include <string>
#include <string_view>

namespace kiosk {

// The font families to look for, best first, in Pango's syntax: "Inter, Noto Sans, ...". Inter draws Latin,
// Cyrillic and Greek; Noto's sans serifs the other scripts, so that a line of several looks like one;
// `language` (BCP 47) chooses whose Han characters come first. "sans-serif" ends the list: whatever the
// machine has is better than boxes.
std::string font_families(std::string_view language, bool display);

}  // namespace kiosk
