#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "base/result.h"
#include "venue/local_time.h"

namespace kiosk {

struct ConvertContext {
  std::string file{};    // names the document in problems
  SaidZone time_zone{};  // of its times, instead of its own
  std::string title{};   // of the event, instead of its own
};

struct Converted {
  std::string feed;               // a venue feed, see dialects/write_venue_feed.h
  std::vector<Problem> findings;  // what was wrong with the document, and what the feed still lacks
};

// Any document that read_feed() reads, or a spreadsheet saved as CSV, as a venue feed. The problem: it is neither.
// Pure.
Result<Converted> convert(std::string_view bytes, const ConvertContext& context);

}  // namespace kiosk
