#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace kiosk {

// Replaces the file whole or not at all, power cuts included: writes a temporary file beside it, fsyncs
// it, renames it over `path` and fsyncs the folder. Makes missing parent folders. On failure (read-only,
// full, vanished folder) the old file is untouched, the temporary one is removed, and the problem names
// the path and the system's reason.
Result<void> write_file_atomically(const std::filesystem::path& path, std::string_view bytes);

// The whole file, or a problem naming it; refuses directories, and files of more than `max_bytes`.
Result<std::string> read_file(const std::filesystem::path& path, std::size_t max_bytes);

}  // namespace kiosk
