#include "base/file_stamp.h"

namespace kiosk {

FileStamp stamp_of(const struct ::stat& status) {
  return {.device = status.st_dev,
          .inode = status.st_ino,
          .size = status.st_size,
          .seconds = status.st_mtim.tv_sec,
          .nanoseconds = status.st_mtim.tv_nsec};
}

std::optional<FileStamp> stamp_of(const std::filesystem::path& file) {
  struct ::stat status {};
  return ::stat(file.c_str(), &status) == 0 ? std::optional(stamp_of(status)) : std::nullopt;
}

std::string to_string(const FileStamp& stamp) {
  return std::to_string(stamp.device) + '-' + std::to_string(stamp.inode) + '-' + std::to_string(stamp.size) + '-' +
         std::to_string(stamp.seconds) + '.' + std::to_string(stamp.nanoseconds);
}

}  // namespace kiosk
