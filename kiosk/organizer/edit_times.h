#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "venue/local_time.h"

namespace kiosk {

// How organizers write times at a shell, and how feeds have them written. Pure.

// "10m", "1h", "1h30m" or "10", which are minutes; at most a day.
Result<std::chrono::minutes> parse_minutes(std::string_view text);

// "14:30" on the event day of `on` (before 05:00: in the night that follows it), or a whole instant as in RFC 3339;
// both in the event's zone where they have no offset. Without a zone only an instant with an offset is one.
Result<Instant> parse_event_time(std::string_view text, Instant on, SaidZone zone);

// An instant as another is written that stands in the feed already: without an offset, with Z, without seconds.
std::string written_like(std::string_view other, Instant instant, SaidZone zone);

}  // namespace kiosk
