#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "venue/local_text.h"
#include "venue/local_time.h"

namespace kiosk {

// A web page someone may open from a QR code. The bytes are the organizer's, kept as they are.
struct Link {
  std::string url;
  friend bool operator==(const Link&, const Link&) = default;
};

// A hall that runs late: on `from`'s event day, every session starting at or after `from`, and the end
// of the one then on, move by `by`. What has ended never moves.
struct HallDelay {
  std::chrono::minutes by{0};  // never negative
  Instant from;
  friend bool operator==(const HallDelay&, const HallDelay&) = default;
};

struct Hall {
  std::string id;  // what sessions call it; unique in a schedule
  LocalText name;
  LocalText place;                // how to get there: "2 этаж, налево"
  std::optional<Link> broadcast;  // of everything in this hall whose session names no other
  std::optional<HallDelay> delay;
  std::string background;  // a picture's absolute address; may be empty
  std::string key{};   // what its source knows the room by whatever it is called, a guid or a number; may be empty
  std::string slug{};  // of the room's page at its source; may be empty
  // Ids, slugs and names that it had in this feed before, the earliest first: settings may still call it so.
  std::vector<std::string> former_names{};
  friend bool operator==(const Hall&, const Hall&) = default;
};

}  // namespace kiosk
