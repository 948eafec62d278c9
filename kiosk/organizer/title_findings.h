#pragma once

#include <vector>

#include "base/geometry.h"
#include "locales/wording.h"
#include "organizer/finding_list.h"
#include "typesetting/ruler.h"
#include "venue/schedule.h"

namespace kiosk {

// Those that halls have, and those of old projectors: lying, upright, and 4:3.
inline const std::vector<Size> usual_screens{{1280, 720}, {1920, 1080}, {1080, 1920}, {1024, 768}};

// Titles that are cut on the board that tells their session is on, in any of the event's languages, with the screens on
// which they are. Lays each board out as screens do; of very many long titles that differ, the longest 300.
void find_cut_titles(const Schedule& schedule, const std::vector<Size>& screens, Ruler& ruler, Wordings& wordings,
                     FindingList& findings);

}  // namespace kiosk
