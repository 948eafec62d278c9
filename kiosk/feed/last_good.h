#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "base/result.h"
#include "net/validators.h"
#include "venue/local_time.h"

namespace kiosk {

// The last body that read as a feed, as it lies on disk: what a screen shows after a power cut with the
// network still down.
struct LastGood {
  std::string feed;  // the URL or path it came from; another feed's body is never shown
  Validators validators{};
  // By the server's clock where it sent one, else by the system's; of a loaded one, when a server last confirmed it.
  Instant fetched{};
  std::string body{};
};

// One file per feed in `folder`, named by a hash of the feed's address; validators and body in the one
// file, so that they cannot fall apart, with a hash over all, so that a torn file is noticed. Passwords in the
// address are not written.
std::filesystem::path last_good_path(const std::filesystem::path& folder, const std::string& feed);

Result<void> save_last_good(const std::filesystem::path& folder, const LastGood& last_good);

// Notes that the feed is unchanged, in a small file beside the body: flash wears out, and a body may have megabytes. To
// be called every confirm_interval, not at each poll. `of_body` is the body_hash of the body confirmed.
Result<void> confirm_last_good(const std::filesystem::path& folder, const std::string& feed, std::uint64_t of_body,
                               Instant confirmed);
inline constexpr std::chrono::minutes confirm_interval{10};

// Nothing where there is no file; a problem where there is one that is torn, foreign or unreadable.
Result<std::optional<LastGood>> load_last_good(const std::filesystem::path& folder, const std::string& feed);

}  // namespace kiosk
