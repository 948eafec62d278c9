#pragma once

#include <string_view>

#include "venue/local_time.h"

namespace kiosk {

// A zone that keeps the offset of a time ("2024-04-17T10:00:00+03:00") all year, for feeds that name none: a
// screen's wall clock shall not be hours off. Null where the text is no time, has no offset, or one that
// no zone keeps.
TimeZone zone_of_offset(std::string_view time);

}  // namespace kiosk
