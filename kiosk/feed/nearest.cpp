#include "feed/nearest.h"

#include <algorithm>

#include "base/edit_distance.h"
#include "base/url.h"

namespace kiosk {

std::string_view nearest(std::string_view word, std::span<const std::string_view> words) {
  constexpr std::size_t most_errors = 2;
  const std::string wanted = lower_case(word);
  std::string_view best;
  std::size_t fewest = most_errors + 1;
  for (const std::string_view candidate : words) {
    const std::size_t lengths_apart =
        std::max(candidate.size(), wanted.size()) - std::min(candidate.size(), wanted.size());
    if (lengths_apart >= fewest) {
      continue;
    }
    const std::size_t errors = edit_distance(wanted, lower_case(candidate));
    if (errors < fewest && 2 * errors < wanted.size()) {
      fewest = errors;
      best = candidate;
    }
  }
  return best;
}

}  // namespace kiosk
