#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

#include "tests/harness/child_process.h"
#include "tests/harness/temporary_folder.h"

namespace kiosk::test {

inline std::string gzipped_file(const std::filesystem::path& file) {
  const TemporaryFolder folder;
  ChildProcess gzip({"gzip", "-1nc", file.string()}, {.output = folder / "packed"});
  if (gzip.wait_for() != 0) {
    throw std::runtime_error("gzip fails");
  }
  return file_text(folder / "packed");
}

inline std::string gzipped(const std::string& text) {
  const TemporaryFolder folder;
  write_file(folder / "text", text);
  return gzipped_file(folder / "text");
}

// A few kilobytes that become `bytes` zeros.
inline std::string gzip_bomb(std::uintmax_t bytes) {
  const TemporaryFolder folder;
  write_file(folder / "zeros", "");
  std::filesystem::resize_file(folder / "zeros", bytes);
  return gzipped_file(folder / "zeros");
}

}  // namespace kiosk::test
