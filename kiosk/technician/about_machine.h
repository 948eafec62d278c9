#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "graphics/glass.h"
#include "graphics/monitors.h"
#include "technician/answer.h"

namespace kiosk {

// What `check` makes of the machine that it runs on. Pure: who calls has looked.

// Whether a time service keeps the clock, as far as the kernel knows.
Answer about_clock(bool synchronised);

// The folder of the last good schedule, for the user who asks: nothing where it is or its nearest parent that exists.
struct FolderFacts {
  bool writable = false;
  std::uint64_t free_bytes = 0;
};
Answer about_cache(const std::filesystem::path& folder, const std::optional<FolderFacts>& facts);

// Who draws, by a context without a display. That it is software is no fault.
Answer about_renderer(const Result<Renderer>& renderer);

// The monitors, and whether the one that the settings name is among them. Where no display can be reached from here, as
// over ssh, that is said, and is no fault. `wanted` is empty for the primary one.
Answer about_monitors(const Result<std::vector<MonitorFacts>>& monitors, const std::string& wanted);
// The one of them that a screen would fill; null: it is not there.
const MonitorFacts* wanted_monitor(const std::vector<MonitorFacts>& monitors, const std::string& wanted);

// Which of the schedule's characters no font has.
Answer about_characters(const std::set<char32_t>& characters, const std::function<bool(char32_t)>& has_font_for);

}  // namespace kiosk
