#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"
#include "programme/programme_memory.h"

namespace kiosk {

// What a ProgrammeMemory knows, on disk beside the feed's last good body: one file per feed, replaced whole or not at
// all, with a hash over it, so that a torn one is noticed. Of a hall it keeps id and name, of a session what a board
// shows of one that does not take place.
std::filesystem::path programme_memory_path(const std::filesystem::path& folder, const std::string& feed);

Result<void> save_programme_memory(const std::filesystem::path& folder, const std::string& feed,
                                   const ProgrammeMemory::State& state);

// Empty where there is no file; a problem where there is one that is torn, foreign or unreadable.
Result<ProgrammeMemory::State> load_programme_memory(const std::filesystem::path& folder, const std::string& feed);

}  // namespace kiosk
