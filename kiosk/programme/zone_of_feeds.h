#pragma once

#include <deque>
#include <span>
#include <vector>

#include "base/problem.h"
#include "reading/feed_part.h"

namespace kiosk {

// The one zone of several feeds, and all their times in it. Borrows the feeds. The rules: merge_feeds.h.
class ZoneOfFeeds {
 public:
  explicit ZoneOfFeeds(std::span<const FeedPart* const> feeds);

  SaidZone zone() const { return zone_; }
  // Beside those given: the same, or in place of one whose zone was not known a copy whose times are told.
  std::span<const FeedPart* const> feeds() const { return feeds_; }
  // Where nobody names a zone: whose feeds should have.
  std::vector<Problem> problems() const;

 private:
  SaidZone zone_;
  std::vector<const FeedPart*> feeds_;
  std::deque<FeedPart> copies_;
};

}  // namespace kiosk
