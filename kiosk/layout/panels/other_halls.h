#pragma once

#include <cstdint>

#include "layout/panels/panel.h"

namespace kiosk {

struct OtherHallsGrid {
  int columns = 1;
  int rows = 1;
  int title_lines = 1;       // 0: the title stands beside the hall's name, where there is room for some of it
  float first_baseline = 0;  // that the first hall's name stands on, at least
};

// The most columns, up to `most`, in which no hall's name is cut; one where there are none.
int other_halls_columns(const Page& page, const OtherHalls& others, float width, int most);

// What is on in other halls, each hall's name, with its time if that lies ahead, above the title. Where there are more
// than the grid holds, `turn` chooses the page; there are at most three pages, since who stands before a board does not
// wait for a fourth: what is on or begins soonest comes first.
Panel other_halls_panel(const Page& page, const OtherHalls& others, float width, const OtherHallsGrid& grid,
                        std::int64_t turn);

}  // namespace kiosk
