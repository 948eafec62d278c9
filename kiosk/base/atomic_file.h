#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace kiosk {

// Who may read what is written.
enum class Readers {
  umask,        // whoever umask lets: metrics, and pictures that somebody asked for
  owner_alone,  // what a cache holds: the file is 0600, and folders that have to be made are 0700
};

// Replaces the file whole or not at all, power cuts included: writes a temporary file beside it, fsyncs
// it, renames it over `path` and fsyncs the folder. Makes missing parent folders. On failure (read-only,
// full, vanished folder) the old file is untouched, the temporary one is removed, and the problem names
// the path and the system's reason. What is there and is no regular file (a folder, a device, a pipe) is refused:
// renamed over, /dev/stdout would be gone from the machine.
Result<void> write_file_atomically(const std::filesystem::path& path, std::string_view bytes,
                                   Readers readers = Readers::umask);

// The name of the file that a temporary one of write_file_atomically was to become, where nobody can be writing it any
// longer: the process that made it has ended, or it is more than an hour old. Nothing for any other file.
std::optional<std::string> abandoned_temporary(const std::filesystem::path& file);

// The whole file, or a problem naming it; refuses files of more than `max_bytes`, and whatever is no regular file:
// directories, pipes, sockets, devices. Those are not opened either, which may block for ever or, of a device, do
// something.
Result<std::string> read_file(const std::filesystem::path& path, std::size_t max_bytes);

}  // namespace kiosk
