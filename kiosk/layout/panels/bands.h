#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "layout/panels/panel.h"

namespace kiosk {

// Which of a board's notices stands at the foot in this turn. Notices take turns, each for a minute, in their order;
// `urgent` says how many of them are urgent, and these come first. Where there are urgent and calm ones, no two turns
// in a row are calm: at least every second one is an urgent notice's, so that one of them is seen within a minute.
// Expects `all` > 0, `urgent` <= `all` and `turn` >= 0.
std::size_t band_of_turn(std::size_t all, std::size_t urgent, std::int64_t turn);

// The notice of this turn, in a band at the foot from edge to edge of the screen, and which one it is of how many. At
// most two lines. The band is as high as the highest of all notices asks for, so that nothing moves above it when
// turns change. Expects at least one notice, the urgent ones first.
Panel bands_panel(const Page& page, const std::vector<Band>& bands, std::int64_t turn, float screen_width,
                  float margin);

}  // namespace kiosk
