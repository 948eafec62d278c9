#pragma once

#include "organizer/finding_list.h"
#include "venue/schedule.h"

namespace kiosk {

// What is odd about a programme, whatever it was read from: overlaps, people in two halls at once, days far off, empty
// halls, notices that are past at `now`. Pure.
void find_in_schedule(const Schedule& schedule, Instant now, FindingList& findings);

}  // namespace kiosk
