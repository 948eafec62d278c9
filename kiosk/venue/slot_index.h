#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "venue/slot.h"

namespace kiosk {

// Some slots of one timeline, made to be found by instant. Holds positions and no pointer, so that whatever holds both
// may be copied and moved.
class SlotIndex {
 public:
  SlotIndex() = default;
  // `positions` in the timeline, rising. O(n).
  SlotIndex(const Timeline& timeline, std::vector<std::uint32_t> positions);

 private:
  friend class SlotFinder;
  std::vector<std::uint32_t> positions_;
  // A binary tree: the children of node n are 2n and 2n + 1, each node holds the latest end below it. The second half
  // are the leaves, one for each position and at least one to spare.
  std::vector<Instant> latest_ends_;
};

// Asks an index and the timeline it was made of, both borrowed. Nothing is O(n): a kiosk asks a hundred halls each
// time.
class SlotFinder {
 public:
  SlotFinder(const Timeline& timeline, const SlotIndex& index) : timeline_(timeline), index_(index) {}

  // Those that hold the instant, latest start first. O(log n) each.
  std::vector<Slot> at(Instant instant) const;
  // The first that starts later.
  std::optional<Slot> first_after(Instant instant) const;
  // Those that start later than `after` and no later than `until`, in order.
  std::vector<Slot> starting(Instant after, Instant until) const;

 private:
  // How many start at the instant or before.
  std::size_t started(Instant instant) const;
  // The last of the first `count` that ends later than the instant; `count` where there is none.
  std::size_t last_that_goes_on(std::size_t count, Instant instant) const;
  const Slot& slot(std::size_t i) const { return timeline_[index_.positions_[i]]; }

  const Timeline& timeline_;
  const SlotIndex& index_;
};

}  // namespace kiosk
