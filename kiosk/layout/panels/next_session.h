#pragma once

#include "layout/panels/panel.h"

namespace kiosk {

// The title's capitals in units: it grows where that costs the headline nothing.
inline constexpr float next_cap_smallest = 2.8F;
inline constexpr float next_cap_middle = 3.1F;
inline constexpr float next_cap_largest = 3.4F;
inline constexpr float next_time_cap = 3.4F;

struct NextLook {
  int lines = 2;
  float cap = next_cap_smallest;
  float time_cap = next_time_cap;  // the row that says until when is never smaller
  bool with_code = false;
};

// "Next", its time and its title; where asked for and there is one, its own code before them, and then up to four
// lines. `first_baseline` is that of time and title.
struct NextPanel {
  Panel panel;
  float first_baseline = 0;
};
NextPanel next_session_panel(const Page& page, const NextSession& next, float width, const NextLook& look);

}  // namespace kiosk
