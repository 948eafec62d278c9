#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "venue/local_time.h"

namespace kiosk {

// The times that stand in an answer's header. Pure; empty texts stand for headers that are not there.

// A date as HTTP writes it (RFC 9110, 5.6.7), its older forms too; nothing where it is none.
std::optional<Instant> http_date(const std::string& text);

// What the server's clock shows `passed` after it wrote `date` (RFC 9110, 6.6.1), or after a cache that kept the answer
// for `age` seconds (RFC 9111, 5.1) handed it on. To about a second, the precision of such a date.
std::optional<Instant> server_time(const std::string& date, const std::string& age, std::chrono::microseconds passed);

// How long to wait by Retry-After (RFC 9110, 10.2.3), which is seconds or a date. A date counts from the server's own:
// the clock here may be wrong. Nothing where it is neither, or has passed.
std::optional<std::chrono::seconds> retry_after(const std::string& header, const std::string& date);

}  // namespace kiosk
