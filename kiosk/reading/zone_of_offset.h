#pragma once

#include <string_view>

#include "venue/local_time.h"

namespace kiosk {

// A zone that keeps the offset of a time ("2024-04-17T10:00:00+03:00") all year, for feeds that name none: a
// screen's wall clock shall not be hours off. None is said where the text is no time, has no offset, or one that
// no zone keeps. `find` is asked for all but UTC.
SaidZone zone_of_offset(std::string_view time, SaidZone (*find)(std::string_view name) = find_time_zone);

}  // namespace kiosk
