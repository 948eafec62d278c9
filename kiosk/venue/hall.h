#pragma once

#include <chrono>
#include <optional>
#include <string>

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
  std::string id;  // what settings and sessions call it; unique in a schedule
  LocalText name;
  LocalText place;                // how to get there: "2 этаж, налево"
  std::optional<Link> broadcast;  // of everything in this hall whose session names no other
  std::optional<HallDelay> delay;
  std::string background;  // a picture's absolute address; may be empty
  friend bool operator==(const Hall&, const Hall&) = default;
};

}  // namespace kiosk
