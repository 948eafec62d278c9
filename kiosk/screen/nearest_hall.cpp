#include <algorithm>

#include <unicode/unistr.h>

#include "base/edit_distance.h"
#include "screen/compose_board.h"

namespace kiosk {
namespace {

std::string folded(const std::string& text) {
  std::string lower;
  return icu::UnicodeString::fromUTF8(text).foldCase().toUTF8String(lower);
}

}  // namespace

const Hall* nearest_hall(const Schedule& schedule, const std::string& hall) {
  const std::string wanted = folded(hall);
  const Hall* nearest = nullptr;
  std::size_t least = std::max<std::size_t>(2, wanted.size() / 2) + 1;  // farther is a guess, not a hint
  for (const Hall& candidate : schedule.halls()) {
    const std::size_t distance =
        std::min(edit_distance(wanted, folded(candidate.id)), edit_distance(wanted, folded(candidate.name.in(""))));
    if (distance < least) {
      least = distance;
      nearest = &candidate;
    }
  }
  return nearest;
}

}  // namespace kiosk
