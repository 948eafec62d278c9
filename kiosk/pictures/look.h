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
    unchanged,    // the picture the validators asked by belong to
    gone,         // there is none there
    too_large,    // there is something, no picture for a screen
    unreachable,  // nobody knows: no answer, or one of a server in trouble
  };
  Kind kind = Kind::unreachable;
  std::string body{};  // never empty where it arrived
  Validators validators{};
  Problem problem{};  // a warning, since a board does without; names the address without its password
  std::optional<std::chrono::seconds> retry_after{};
};

// The request for a picture, with the limits of its own: 8 MiB, 10 s without a byte to speak of, 60 s in all.
HttpRequest picture_request(const std::string& url, const Validators& known);

// What came of it.
PictureLook look_of(HttpAnswer answer, const Validators& known);

// A look at a file, regular ones only; its state stands for an ETag.
PictureLook look_at_file(const std::string& path, const Validators& known);

}  // namespace kiosk
