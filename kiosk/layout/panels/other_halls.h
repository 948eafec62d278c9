#pragma once

#include <cstdint>

#include "layout/panels/panel.h"

namespace kiosk {

struct OtherHallsGrid {
  int columns = 1;
  int rows = 1;
  int title_lines = 1;
};

// What is on in other halls, each hall's name above the title. Where there are more than the grid holds, `turn` chooses
// the page.
Panel other_halls_panel(const Page& page, const OtherHalls& others, float width, const OtherHallsGrid& grid,
                        std::int64_t turn);

}  // namespace kiosk
