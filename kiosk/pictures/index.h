#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "net/validators.h"
#include "venue/local_time.h"

namespace kiosk {

struct PictureLimits {
  std::size_t bytes = 64U << 20U;  // of all contents, each counted once
  std::size_t pictures = 512;      // addresses
};

// What the index holds of one address.
struct PictureEntry {
  std::uint64_t address = 0;  // its body_hash(): the address itself may hold a password, which must not be on disk
  std::uint64_t content = 0;  // body_hash() of the picture's bytes
  std::size_t size = 0;       // of those bytes
  Validators validators{};    // of the content
  Instant fetched{};          // when a server last said that this is the picture; system clock
  friend bool operator==(const PictureEntry&, const PictureEntry&) = default;
};

// Which pictures are kept, the one used last first. Two addresses may have the same content. A plain value:
// PictureCache owns the files.
class PictureIndex {
 public:
  PictureIndex() = default;
  // The one used last first; of several entries of one address the first counts. O(n).
  explicit PictureIndex(std::vector<PictureEntry> entries);

  // Null where there is none.
  const PictureEntry* find(std::uint64_t address) const;
  bool names(std::uint64_t content) const;
  const std::vector<PictureEntry>& entries() const { return entries_; }

  // Puts the entry in front, and removes an older one of the same address.
  void put(PictureEntry entry);
  // Moves the entry to the front; does nothing where there is none.
  void use(std::uint64_t address);
  void drop(std::uint64_t address);
  // Drops every address with this content.
  void drop_content(std::uint64_t content);
  // Drops what was used longest ago until the rest is within the limits.
  void shrink(const PictureLimits& limits);

  friend bool operator==(const PictureIndex&, const PictureIndex&) = default;

 private:
  std::vector<PictureEntry> entries_;
};

// As text. It contains a hash of its entries, so that a torn file is noticed.
std::string to_text(const PictureIndex& index);
// Nothing where the text is not such an index, or is torn.
std::optional<PictureIndex> parse_picture_index(std::string_view text);

// The file's name of a content: sixteen hexadecimal digits.
std::string picture_file_name(std::uint64_t content);
bool is_picture_file_name(std::string_view name);

}  // namespace kiosk
