#pragma once

#include <span>
#include <vector>

#include "base/problem.h"
#include "reading/feed_part.h"
#include "venue/schedule.h"

namespace kiosk {

// Several feeds as one schedule.
struct MergedFeeds {
  Schedule::Parts parts;  // without halls where no feed has one
  // Bounded: of each feed at most 100, as from its reader, and one for each budget (base/feed_budget.h) that the feeds
  // together are beyond; what is is left out.
  std::vector<Problem> problems;
};

// The first feed, and over it the later ones in their order; each adds halls, sessions and notices, and overrides
// fields of those there are. Pure; any thread. The rules:
//
// - A hall is recognised by its id or its name, a session by its id or another of its ids (FeedPart::other_ids), a
//   notice by its id; upper and lower case alike. A session of an export that repeats its id is the first of them.
// - An addition overrides the fields it gives, a whole feed those that are not empty. An event's fields are overridden
//   by additions alone; a whole feed fills those that are empty.
// - A session put at another start keeps its length, unless its end is given. One that an addition puts elsewhere, or
//   at another time, counts as moved: where none says `originally`, that is the hall and start of the feeds before.
// - The zone is one that any of them names, the later additions' first. The times of those that know none are read in
// it
//   now; where they had offsets, which their reader left out, nobody knows them and there is no zone. Where nobody
//   names one, the offsets of an addition's times stand in.
// - An addition to a hall or session that no feed before it has is added where it is whole; else it is a problem.
MergedFeeds merge_feeds(std::span<const FeedPart* const> feeds);

}  // namespace kiosk
