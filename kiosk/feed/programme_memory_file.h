#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "base/result.h"
#include "programme/programme_memory.h"

namespace kiosk {

inline constexpr std::size_t max_programme_memory_bytes = 8U << 20U;

// What a ProgrammeMemory knows, on disk beside the feed's last good body: one file per feed, replaced whole or not at
// all, with a hash over it, so that a torn one is noticed. Of a hall it keeps what it is and was called, of a session what a board
// shows of one that does not take place. Used by one thread.
class ProgrammeMemoryFile {
 public:
  // Does not touch the disk yet.
  ProgrammeMemoryFile(const std::filesystem::path& folder, const std::string& feed);

  const std::filesystem::path& path() const { return path_; }

  // Empty where there is no file; a problem where there is one that is torn, foreign, unreadable or larger than
  // max_programme_memory_bytes. Whatever the file says, what comes back can be reckoned with: what could not stand in a
  // schedule is left out, and so is a time of no year with four digits.
  Result<ProgrammeMemory::State> load();

  // Writes only what the file does not say already. Where there is more than can be read back, what is over the
  // longest is left out.
  Result<void> save(const ProgrammeMemory::State& state);

 private:
  std::filesystem::path path_;
  std::optional<std::uint64_t> said_;  // hash of what the file says; nothing: not known
};

}  // namespace kiosk
