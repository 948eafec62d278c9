#pragma once

#include <optional>

#include "net/validators.h"
#include "venue/local_time.h"

namespace kiosk {

// How much older than the answer a time of whole seconds has to be: what changes twice within one second looks the same
// both times, and a kiosk that asked between the two would hear "nothing new" from then on. Two, so that the second has
// surely ended.
inline constexpr std::chrono::seconds validators_settle{2};

// What of an answer's validators the next request may be sent with; the rest is empty. `date` is the answer's own
// (RFC 9110, 6.6.1): both times are by the server's clock. Not believed are a Last-Modified that has not settled, and
// an ETag with a part that is such a time, as nginx makes them of the file's second and size ("65f0a1b2-1c3"); where an
// ETag is not believed, the Last-Modified beside it is not either. Without a date nobody knows how old a time is: then
// none is believed. Other ETags always are. Pure.
Validators believed_validators(Validators said, std::optional<Instant> date);

}  // namespace kiosk
