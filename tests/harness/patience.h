#pragma once

#include <chrono>

namespace kiosk::test {

// How long a test waits for what is to come. It is there at once on an idle machine, and minutes later under a
// sanitizer on one that has twenty things to do, so that this measures nothing: it only ends the waiting for what never
// comes. ctest's own limit is longer, lest it should hide which of a test's lines it was.
inline constexpr std::chrono::seconds patience{300};

// For waits that something other than time must end: longer than ctest lets a test live.
inline constexpr std::chrono::hours for_ever{24};

}  // namespace kiosk::test
