#pragma once

#include <filesystem>
#include <memory>

#include "feed/source.h"

namespace kiosk {

// See open_feed_source.
std::unique_ptr<FeedSource> open_file_source(const std::filesystem::path& path);

}  // namespace kiosk
