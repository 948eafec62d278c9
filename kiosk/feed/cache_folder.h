#pragma once

#include <filesystem>
#include <string_view>

namespace kiosk {

// Whether a file of this name, in a folder where feeds are kept, is this program's: a last good body, what was
// confirmed or remembered beside it, or the folder of pictures.
bool is_cache_file_name(std::string_view name);

// Puts the folder in order (base/tidy_folder.h), once at the start.
void tidy_cache_folder(const std::filesystem::path& folder);

}  // namespace kiosk
