#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "venue/local_time.h"

namespace kiosk {

// What a reader must know beside the bytes.
struct FeedContext {
  std::string file{};    // names the feed in problems: its URL or path
  SaidZone time_zone{};  // the settings' override; none: the feed's own
  // The feed's own address, an URL or an absolute path, which its pictures are relative to; empty: they stay as
  // they are.
  std::string base{};
  // Whether it is one of the later of several feeds, see FeedPart. Only a venue feed can be one: exports are whole.
  bool addition = false;
  // The zones this machine knows.
  SaidZone (*find_zone)(std::string_view name) = find_time_zone;
  // Asked again and again while a feed is read; where it says so the read ends with reading_given_up() (json/json.h).
  // Empty: never.
  std::function<bool()> give_up{};
};

}  // namespace kiosk
