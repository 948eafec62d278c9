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
  std::string bytes;  // whole: their hash is `content`
  Validators validators{};
  Instant fetched{};
};

// The pictures on disk: a file for each content, named by its hash, and one index. A broken folder stops nothing: what
// cannot be read counts as not there, what cannot be written is not kept, and failure() says why. Used by one thread.
// Screens on one machine may share a folder: at worst one removes another's files, and they are fetched again.
class PictureCache {
 public:
  // Does not touch the disk yet. With an empty path nothing is kept.
  explicit PictureCache(std::filesystem::path folder, PictureLimits limits = {})
      : folder_(std::move(folder)), limits_(limits) {}

  // Puts the folder in order (base/tidy_folder.h), reads the index, and removes pictures that it does not name, such as
  // those a power cut left.
  void open();

  // Counts the picture, if it is on disk, as the one used last.
  void use(const std::string& address);
  // Reads the picture; nothing where there is none, or a torn one.
  std::optional<CachedPicture> find(const std::string& address);
  // Whether the picture is on disk still. Compares the file's size, not its bytes.
  bool holds(const std::string& address) const;
  bool holds(const std::string& address, std::uint64_t content) const;  // whether it is this picture, too
  // Writes the picture, and evicts those used longest ago to make room. False: it is not on disk now.
  bool keep(const std::string& address, std::uint64_t content, std::string_view bytes, const Validators& validators,
            Instant now);
  // The server confirmed the picture. Not written before the next change: every ten minutes would wear the disk.
  void confirm(const std::string& address, const Validators& validators, Instant now);
  void drop(const std::string& address);

  // A warning: what failed last in this folder. Reset when something is written to it again.
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
