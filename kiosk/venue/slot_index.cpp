#include "venue/slot_index.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace kiosk {

SlotIndex::SlotIndex(const Timeline& timeline, std::vector<std::uint32_t> positions)
    : positions_(std::move(positions)) {
  const std::size_t leaves = std::bit_ceil(positions_.size() + 1);
  latest_ends_.assign(2 * leaves, Instant::min());
  for (std::size_t i = 0; i < positions_.size(); ++i) {
    latest_ends_[leaves + i] = timeline[positions_[i]].end;
  }
  for (std::size_t node = leaves - 1; node > 0; --node) {
    latest_ends_[node] = std::max(latest_ends_[2 * node], latest_ends_[2 * node + 1]);
  }
}

std::vector<Slot> SlotFinder::at(Instant instant) const {
  std::vector<Slot> found;
  std::size_t count = started(instant);
  for (std::size_t i = last_that_goes_on(count, instant); i < count; i = last_that_goes_on(count, instant)) {
    found.push_back(slot(i));
    count = i;
  }
  return found;
}

std::optional<Slot> SlotFinder::first_after(Instant instant) const {
  const std::size_t first = started(instant);
  return first < index_.positions_.size() ? std::optional(slot(first)) : std::nullopt;
}

std::vector<Slot> SlotFinder::starting(Instant after, Instant until) const {
  std::vector<Slot> found;
  for (std::size_t i = started(after); i < index_.positions_.size() && slot(i).start <= until; ++i) {
    found.push_back(slot(i));
  }
  return found;
}

std::size_t SlotFinder::started(Instant instant) const {
  const auto& positions = index_.positions_;
  const auto later = std::partition_point(positions.begin(), positions.end(),
                                          [&](std::uint32_t position) { return timeline_[position].start <= instant; });
  return static_cast<std::size_t>(later - positions.begin());
}

std::size_t SlotFinder::last_that_goes_on(std::size_t count, Instant instant) const {
  const std::vector<Instant>& ends = index_.latest_ends_;
  const std::size_t leaves = ends.size() / 2;
  // Up from the leaf behind the last, to the first left neighbour with such an end; then down again, to the right
  // wherever there is one.
  for (std::size_t node = leaves + count; node > 1; node /= 2) {
    if (node % 2 == 1 && ends[node - 1] > instant) {
      --node;
      while (node < leaves) {
        node = 2 * node + (ends[2 * node + 1] > instant ? 1 : 0);
      }
      return node - leaves;
    }
  }
  return count;
}

}  // namespace kiosk
