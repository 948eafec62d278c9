#include "feed/cache_folder.h"

#include "base/tidy_folder.h"

namespace kiosk {

bool is_cache_file_name(std::string_view name) {
  if (name == "pictures") {
    return true;
  }
  constexpr std::string_view prefix = "feed-";
  constexpr std::size_t digits = 16;
  if (!name.starts_with(prefix) || name.size() < prefix.size() + digits ||
      name.substr(prefix.size(), digits).find_first_not_of("0123456789abcdef") != std::string_view::npos) {
    return false;
  }
  const std::string_view kind = name.substr(prefix.size() + digits);
  return kind.empty() || kind == ".confirmed" || kind == ".memory";
}

void tidy_cache_folder(const std::filesystem::path& folder) { tidy_folder(folder, is_cache_file_name); }

}  // namespace kiosk
