#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/problem.h"
#include "net/transfers.h"
#include "net/validators.h"

namespace kiosk {

// What a look at a picture's address brought.
struct PictureLook {
  enum class Kind {
    arrived,      // body and validators
    unchanged,    // still the picture that the request's validators belong to
    missing,      // there is none at this address
    too_large,    // there is something, but too large to be a picture for a screen
    forbidden,    // the kiosk's own rules refuse where it leads
    unreachable,  // unknown: no answer, or that of a server in trouble
  };
  Kind kind = Kind::unreachable;
  std::string body{};  // not empty where `kind` is arrived
  Validators validators{};
  Problem problem{};  // why it neither arrived nor is unchanged. A warning, since a board works without pictures; names
                      // the address without its password
  std::optional<std::chrono::seconds> retry_after{};
};

// The request for a picture. Its limits: 8 MiB, 10 s in which hardly a byte comes, 60 s in all. `internet_only`: see
// HttpRequest.
HttpRequest picture_request(const std::string& url, const Validators& known, bool internet_only = false);

// What the answer to such a request means.
PictureLook look_of(HttpAnswer answer, const Validators& known);

// Looks at a file, which has to be a regular one. The file's stamp serves as its ETag. Blocks while it reads.
PictureLook look_at_file(const std::string& path, const Validators& known);

}  // namespace kiosk
