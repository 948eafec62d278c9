#include "pictures/cache.h"

#include <dirent.h>

#include <memory>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "base/atomic_file.h"
#include "base/body_hash.h"
#include "base/tidy_folder.h"

namespace kiosk {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_index_bytes = 1U << 20U;

bool is_there(const fs::path& file) {
  std::error_code error;
  return fs::status(file, error).type() != fs::file_type::not_found;
}

bool is_ours(std::string_view name) { return name == "index" || is_picture_file_name(name); }

}  // namespace

void PictureCache::open() {
  if (folder_.empty()) {
    return;
  }
  tidy_folder(folder_, is_ours);
  const fs::path file = folder_ / "index";
  if (is_there(file)) {
    const Result<std::string> text = read_file(file, max_index_bytes);
    auto index = text ? parse_picture_index(*text) : std::nullopt;
    if (index) {
      index_ = *std::move(index);
    } else {
      fail_with(text ? Problem{.file = file.string(), .what = "is no index of pictures of this program, or torn"}
                     : text.error());
    }
  }
  index_.shrink(limits_);
  remove_unnamed();
}

void PictureCache::use(const std::string& address) { index_.use(body_hash(address)); }

std::optional<CachedPicture> PictureCache::find(const std::string& address) {
  const PictureEntry* entry = index_.find(body_hash(address));
  if (entry == nullptr) {
    return std::nullopt;
  }
  const std::uint64_t content = entry->content;
  Result<std::string> bytes = read_file(file_of(content), max_picture_bytes);
  if (!bytes || body_hash(*bytes) != content) {
    fail_with(bytes ? Problem{.file = file_of(content).string(), .what = "is not the picture that was kept, or torn"}
                    : bytes.error());
    index_.drop_content(content);
    remove_unnamed();
    return std::nullopt;
  }
  return CachedPicture{content, *std::move(bytes), entry->validators, entry->fetched};
}

bool PictureCache::holds(const std::string& address) const {
  const PictureEntry* entry = index_.find(body_hash(address));
  std::error_code error;
  return entry != nullptr && fs::file_size(file_of(entry->content), error) == entry->size && !error;
}

bool PictureCache::holds(const std::string& address, std::uint64_t content) const {
  const PictureEntry* entry = index_.find(body_hash(address));
  return entry != nullptr && entry->content == content && holds(address);
}

bool PictureCache::keep(const std::string& address, std::uint64_t content, std::string_view bytes,
                        const Validators& validators, Instant now) {
  if (folder_.empty()) {
    return false;
  }
  index_.put({body_hash(address), content, bytes.size(), validators, now});
  index_.shrink(limits_);
  remove_unnamed();  // first: the folder is never larger than its limits
  std::error_code error;
  const bool has_room = index_.names(content);
  if (has_room && (fs::file_size(file_of(content), error) != bytes.size() || error)) {
    if (const auto written = write_file_atomically(file_of(content), bytes, Readers::owner_alone); !written) {
      fail_with(written.error());
      index_.drop_content(content);
      return false;
    }
  }
  return save() && has_room;
}

void PictureCache::confirm(const std::string& address, const Validators& validators, Instant now) {
  if (const PictureEntry* entry = index_.find(body_hash(address))) {
    PictureEntry confirmed = *entry;
    confirmed.validators = validators;
    confirmed.fetched = now;
    index_.put(std::move(confirmed));
  }
}

void PictureCache::drop(const std::string& address) {
  if (index_.find(body_hash(address)) != nullptr) {
    index_.drop(body_hash(address));
    remove_unnamed();
    save();
  }
}

void PictureCache::fail_with(Problem problem) {
  problem.severity = Severity::warning;
  failure_ = std::move(problem);
}

// Lists the folder, which holds a few hundred files, rather than keeping account: others may have changed it. Files
// that are not ours are left alone.
void PictureCache::remove_unnamed() {
  std::vector<fs::path> unnamed;
  // By readdir(3): the standard library's iterators end the program where memory runs out.
  const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir(folder_.c_str()), ::closedir);
  while (const dirent* entry = folder != nullptr ? ::readdir(folder.get()) : nullptr) {
    const std::string name = entry->d_name;
    if (is_picture_file_name(name) && !index_.names(std::stoull(name, nullptr, 16))) {
      unnamed.push_back(folder_ / name);
    }
  }
  std::error_code error;
  for (const fs::path& file : unnamed) {
    fs::remove(file, error);
  }
}

bool PictureCache::save() {
  if (const auto saved = write_file_atomically(folder_ / "index", to_text(index_), Readers::owner_alone); !saved) {
    fail_with(saved.error());
    return false;
  }
  failure_.reset();
  return true;
}

}  // namespace kiosk
