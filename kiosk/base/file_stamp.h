#pragma once

#include <sys/stat.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace kiosk {

// One state of a file, to notice the next without reading it: most editors leave a new time, one that empties the
// file first leaves another size, and one that moves a new file into its place leaves another inode. Take the stamp
// before reading, so that what is written meanwhile makes the next stamp differ.
struct FileStamp {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  std::int64_t size = 0;     // bytes
  std::int64_t seconds = 0;  // of the last change to its content, since 1970
  std::int64_t nanoseconds = 0;
  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

FileStamp stamp_of(const struct ::stat& status);
std::optional<FileStamp> stamp_of(const std::filesystem::path& file);  // nothing where there is no file

// On one line, without spaces; equal for equal stamps alone.
std::string to_string(const FileStamp& stamp);

}  // namespace kiosk
