#include <cstdint>
#include <vector>

#include <unicode/unistr.h>

#include "base/words.h"
#include "board/compose_board.h"

namespace kiosk {
namespace {

std::string folded(std::string_view text) {
  const icu::StringPiece utf8(text.data(), static_cast<std::int32_t>(text.size()));
  std::string result;
  return icu::UnicodeString::fromUTF8(utf8).foldCase().toUTF8String(result);
}

}  // namespace

const Hall* nearest_hall(const Schedule& schedule, const std::string& hall) {
  std::vector<std::string> names;
  for (const Hall& candidate : schedule.halls()) {
    names.insert(names.end(), {candidate.id, candidate.name.in("")});
  }
  const std::vector<std::string_view> known(names.begin(), names.end());
  const std::string_view* meant = nearest(hall, known, folded);
  return meant == nullptr ? nullptr : &schedule.halls()[static_cast<std::size_t>(meant - known.data()) / 2];
}

}  // namespace kiosk
