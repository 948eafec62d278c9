#pragma once

#include <chrono>
#include <optional>

namespace kiosk {

// How long to wait until the next poll. Pure: `random` is in [0, 1).

// Before the first poll of a kiosk that has a schedule to show already: up to the interval, and to a
// minute. When power returns, every kiosk of a city starts in the same second.
std::chrono::milliseconds first_delay(std::chrono::milliseconds interval, double random);

// After a success: the interval, shortened by up to a tenth, so that kiosks switched on together drift apart and none
// polls later than promised.
std::chrono::milliseconds poll_delay(std::chrono::milliseconds interval, double random);

// After `failures` in a row (1 or more): exponential back-off with full jitter, from the poll interval
// doubling up to 60 s; never under the server's `retry_after`, itself capped at one hour, and up to an
// interval over it, since the server may have named the same instant to every kiosk.
std::chrono::milliseconds retry_delay(std::chrono::milliseconds interval, int failures,
                                      std::optional<std::chrono::seconds> retry_after, double random);

// The same of a kiosk that has nothing to show yet, but the back-off begins at a second: what boots beside the kiosk, a
// server or a switch, is there in seconds, and until then people stand before an empty board.
std::chrono::milliseconds retry_delay_with_nothing_to_show(std::chrono::milliseconds interval, int failures,
                                                           std::optional<std::chrono::seconds> retry_after,
                                                           double random);

}  // namespace kiosk
