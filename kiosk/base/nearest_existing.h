#pragma once

#include <filesystem>

namespace kiosk {

// The folder, or the nearest above it that is there: on its disk the folder will be once it is made. A relative path of
// which nothing is there comes back as its first part.
std::filesystem::path nearest_existing(std::filesystem::path folder);

}  // namespace kiosk
