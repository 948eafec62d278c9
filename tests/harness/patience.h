#pragma once

#include <chrono>

namespace kiosk::test {

// How long a test waits for an event before it fails. Events come at once on an idle machine, but minutes later under a
// sanitizer on a busy one, so tests measure nothing by it. It is shorter than ctest's limit, so that the test can
// report which event did not come.
inline constexpr std::chrono::seconds patience{300};

// For waits that something other than time must end: longer than ctest lets a test live.
inline constexpr std::chrono::hours for_ever{24};

}  // namespace kiosk::test
