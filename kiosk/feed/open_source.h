#pragma once

#include <memory>
#include <string>

#include "feed/source.h"
#include "net/access.h"

namespace kiosk {

// http(s):// by libcurl, see net/transfers.h: conditional (If-None-Match where an ETag is known, else
// If-Modified-Since), at most max_feed_bytes, a stalled transfer cut; `access` lets it in where it is for this origin.
// After a poll that reached nobody a wait ends a second after this machine's network has come up, where the system
// reports that. Anything else is a path: read when its size, modification time or inode changed; waiting ends early
// when someone writes it or moves another file over it.
std::unique_ptr<FeedSource> open_feed_source(const std::string& feed, const AccessFiles& access = {});

}  // namespace kiosk
