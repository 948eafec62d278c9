#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "dialects/read_feed.h"
#include "net/access.h"
#include "programme/broadcast_pages.h"
#include "programme/programme_memory.h"
#include "venue/local_time.h"

namespace kiosk {

// What feeds to follow, and how. While this value stays equal the feeds are followed on.
struct FeedsToFollow {
  std::vector<std::string> feeds;  // URLs or absolute paths; later ones add to the first
  AccessFiles access{};            // for the first feed's origin
  std::filesystem::path cache_folder{};
  std::chrono::seconds poll_interval{10};
  SaidZone time_zone{};  // of the settings: for times without an offset
  HoldRules holds{};
  std::vector<BroadcastPage> pages{};

  // The feed that names a board's schedule; empty: there is no feed.
  std::string first() const { return feeds.empty() ? std::string() : feeds.front(); }
  bool any_server() const;
  // Whether a feed is a file of this machine. A feed of the web resolves no picture to one (reading/resolve_address.h).
  bool any_file() const;
  FeedContext context(std::size_t feed) const;  // for reading the feed of this index
  friend bool operator==(const FeedsToFollow&, const FeedsToFollow&) = default;
};

}  // namespace kiosk
