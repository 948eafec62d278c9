#pragma once

#include "venue/local_time.h"

namespace kiosk {

// A server's word on what time it is now, to about a second.
struct ServerTime {
  Instant time;
  // Whether nobody on the way could have written it: TLS all the way, or a server on this machine. Else it is whatever
  // someone between here and there wants it to be.
  bool vouched = false;
  friend bool operator==(const ServerTime&, const ServerTime&) = default;
};

}  // namespace kiosk
