#pragma once

#include <string>

#include "venue/schedule.h"

namespace kiosk {

// The schedule as a venue feed, venue-feed/1, indented for people. Reading it again gives the same halls, sessions and
// notices, whatever they were read from; a character that the reader would take for markup is written as a reference
// ("&#42;"). What the format has no place for is lost: by which guid or slug its source knows a hall, what a hall was
// called before, and that a source lists its halls by their sessions alone. Where there is no zone, times are written
// without an offset. Pure; linear.
std::string write_venue_feed(const Schedule::Parts& parts);

}  // namespace kiosk
