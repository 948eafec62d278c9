#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "base/result.h"
#include "base/set_aside.h"
#include "reading/feed_context.h"
#include "reading/feed_part.h"
#include "venue/schedule.h"

namespace kiosk {

// A feed, read: whatever of it is good, and what was set aside.
struct FeedReading {
  std::shared_ptr<const Schedule> schedule;  // never null
  std::vector<Problem> problems;             // each with line and JSON pointer
};

// Reads a feed of any dialect this folder knows; the document's shape chooses the reader. Pure, no I/O
// but the time zone rules. A session, hall or notice that is wrong is set aside with a problem and the
// rest is shown; bytes that are no feed at all are refused whole, with the one problem that says what they look like
// instead, or why they are none.
// Any thread. Bounded by base/feed_budget.h in time, memory and in what comes of it: what is beyond a budget is set
// aside with a problem. At most 100 are listed, the last saying how many more there are.
Result<FeedReading> read_feed(std::string_view bytes, const FeedContext& context);

// The same before it is made a schedule, for one of several feeds: see merge_feeds.h.
struct FeedPartReading {
  FeedPart part;
  std::vector<Problem> problems;
  SetAsideList set_aside{};  // sessions that are not shown
  std::string dialect{};     // what the document was taken for: "schedule.json", "Sessionize view/All"
};
Result<FeedPartReading> read_feed_part(std::string_view bytes, const FeedContext& context);

// What is wrong with a feed that stands alone: also that it says no zone, which others could say for it.
std::vector<Problem> problems_of_only_feed(const FeedPartReading& reading);

}  // namespace kiosk
