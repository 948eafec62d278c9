#pragma once

#include <cstdint>
#include <string>

#include "player/screen_report.h"

namespace kiosk {

// A screen's report as Prometheus text, exposition format 0.0.4. Pure.
std::string to_prometheus(const ScreenReport& report, std::uint64_t resident_memory_bytes);

}  // namespace kiosk
