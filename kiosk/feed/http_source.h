#pragma once

#include <memory>
#include <string>

#include "feed/fetch.h"

namespace kiosk {

// See open_feed_source. One connection, kept open between polls.
std::unique_ptr<FeedSource> open_http_source(const std::string& url);

}  // namespace kiosk
