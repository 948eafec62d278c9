#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "net/validators.h"
#include "venue/local_time.h"

namespace kiosk {

// What an answer tells a technician of its server, beside what it is used for.
struct HttpFacts {
  long status = 0;
  std::string encoding{};                      // Content-Encoding: "gzip"; empty: it was not compressed
  Validators validators{};                     // as the server said them
  std::optional<Instant> certificate_until{};  // when the server's own certificate expires; nothing: without TLS, or on
                                               // a connection from before
};

}  // namespace kiosk
