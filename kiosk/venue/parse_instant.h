#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "venue/local_time.h"

namespace kiosk {

// RFC 3339 (section 5.6), "2024-04-17T14:42:00+03:00" or "…Z"; a space may stand for the T, fractions of
// a second are cut, seconds may be left out, and so may the offset's colon or minutes ("+0300", "+03", as
// ISO 8601 and strftime write it). A leap second, :60, is the second after. Nothing for any time that is not
// one: 24:00, 31 February, an offset of a day; nor for one without an offset, which is no instant.
std::optional<Instant> parse_instant(std::string_view text);

// The same, but where the offset is left out the time is `zone`'s.
std::optional<Instant> parse_instant(std::string_view text, TimeZone zone);

// What the wall clock shows then by the text itself, whatever offset follows.
std::optional<LocalTime> parse_as_written(std::string_view text);

// RFC 3339 in the zone's offset: "2024-04-17T14:42:00+03:00".
std::string format_instant(Instant instant, TimeZone zone);

// The same; without an offset where there is no zone: what is known is the wall clock alone, as if it were UTC's.
std::string format_instant(Instant instant, SaidZone zone);

}  // namespace kiosk
