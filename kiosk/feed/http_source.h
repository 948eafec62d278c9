#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "feed/source.h"
#include "net/access.h"

namespace kiosk {

// How long a poll may take before it counts as failed.
struct PollLimits {
  std::chrono::milliseconds connect{10'000};  // no connection, TLS included
  std::chrono::seconds stalled{20};           // under 10 bytes a second
  std::chrono::seconds whole{120};            // in all
};

// See open_feed_source. One connection, kept open between polls.
std::unique_ptr<FeedSource> open_http_source(const std::string& url, AccessFiles access = {}, PollLimits limits = {});

}  // namespace kiosk
