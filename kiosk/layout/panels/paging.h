#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace kiosk {

// Which of `all` things are on the page of this turn, where a page has room for `capacity`. Every page is full: the
// last one begins with things of the page before it where its own are too few.
class Pages {
 public:
  Pages(std::size_t all, std::size_t capacity, std::int64_t turn)
      : pages_(std::max<std::size_t>(1, capacity == 0 ? 1 : (all + capacity - 1) / capacity)),
        page_(static_cast<std::size_t>(turn) % pages_),
        count_(std::min(capacity, all)),
        first_(std::min(page_ * capacity, all - count_)) {}

  std::size_t first() const { return first_; }
  std::size_t count() const { return count_; }
  std::size_t page() const { return page_; }
  std::size_t pages() const { return pages_; }

 private:
  std::size_t pages_;
  std::size_t page_;
  std::size_t count_;
  std::size_t first_;
};

}  // namespace kiosk
