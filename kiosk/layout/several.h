#pragma once

#include "layout/board_frame.h"

namespace kiosk {

// A board of several sessions at once: equally large, one below the other, each title beside its own code and nothing
// else, so that nobody opens the wrong one. Those that have no room are counted in a line below, none is dropped in
// silence.
void lay_out_several(const BoardFrame& frame);

}  // namespace kiosk
