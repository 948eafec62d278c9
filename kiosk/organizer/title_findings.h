#pragma once

#include "locales/wording.h"
#include "organizer/finding_list.h"
#include "typesetting/ruler.h"
#include "venue/schedule.h"

namespace kiosk {

// Titles that are cut on the board that tells their session is on, on a lying screen of 1920x1080, in any of the
// event's languages. Lays each board out as screens do.
void find_cut_titles(const Schedule& schedule, Ruler& ruler, Wordings& wordings, FindingList& findings);

}  // namespace kiosk
