#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/problem.h"
#include "net/validators.h"
#include "pictures/index.h"
#include "venue/local_time.h"

namespace kiosk {

inline constexpr std::size_t max_picture_bytes = 8U << 20U;

struct CachedPicture {
  std::uint64_t content = 0;
  std::string bytes;  // whole: their hash was compared
  Validators validators{};
  Instant fetched{};
};

// The pictures on disk: a file for each content, named by its hash, and one index. Whatever is wrong with the folder,
// pictures are shown all the same: what cannot be read is not there, what cannot be written is not kept, and failure()
// tells why. Used by one thread; several screens of one machine may share a folder and then lose no more than files.
class PictureCache {
 public:
  // Touches nothing yet. An empty folder: keeps nothing.
  explicit PictureCache(std::filesystem::path folder, PictureLimits limits = {})
      : folder_(std::move(folder)), limits_(limits) {}

  // Reads the index, and removes files it does not name: those a power cut left.
  void open();

  // The picture, where it is on disk, is now the one used last.
  void use(const std::string& address);
  std::optional<CachedPicture> find(const std::string& address);
  // Whether it still is on disk, as far as a look at the file's size can tell.
  bool holds(const std::string& address) const;
  bool holds(const std::string& address, std::uint64_t content) const;  // and that it is this one
  // False: it is not on disk now. Evicts what was used longest ago.
  bool keep(const std::string& address, std::uint64_t content, std::string_view bytes, const Validators& validators,
            Instant now);
  // A server said that it is still the picture. On disk with the next change: every ten minutes is too often to write.
  void confirm(const std::string& address, const Validators& validators, Instant now);
  void drop(const std::string& address);

  // A warning: what went wrong with the folder last, until something was written to it again.
  const std::optional<Problem>& failure() const { return failure_; }

 private:
  std::filesystem::path file_of(std::uint64_t content) const { return folder_ / picture_file_name(content); }
  void fail_with(Problem problem);
  void remove_unnamed();
  bool save();

  std::filesystem::path folder_;
  PictureLimits limits_;
  PictureIndex index_;
  std::optional<Problem> failure_;
};

}  // namespace kiosk
