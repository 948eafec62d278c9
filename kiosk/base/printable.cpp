#include "base/printable.h"

#include <algorithm>
#include <iterator>

namespace kiosk {
namespace {

struct Range {
  char32_t first, last;
};
constexpr Range steering[] = {{0x00, 0x1F},     {0x7F, 0x9F},      {0x061C, 0x061C}, {0x200E, 0x200F},
                              {0x2028, 0x202E}, {0x2066, 0x206F},  {0xFDD0, 0xFDEF}, {0xFEFF, 0xFEFF},
                              {0xFFF9, 0xFFFB}, {0xE0000, 0xE007F}};

}  // namespace

bool steers(char32_t character) {
  const auto* const range = std::lower_bound(std::begin(steering), std::end(steering), character,
                                             [](const Range& known, char32_t code) { return known.last < code; });
  return (range != std::end(steering) && range->first <= character) || (character & 0xFFFEU) == 0xFFFE;
}

CodePoint first_code_point(std::string_view text) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) {
    return {lead, 1};
  }
  const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < bytes) {
    return {};
  }
  char32_t code = lead & (0x7FU >> bytes);
  for (std::size_t at = 1; at < bytes; ++at) {
    if ((byte(at) & 0xC0U) != 0x80) {
      return {};
    }
    code = (code << 6U) | (byte(at) & 0x3FU);
  }
  constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
  return code < smallest[bytes] || code > 0x10FFFF || is_surrogate ? CodePoint() : CodePoint{code, bytes};
}

std::string printable(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  while (!text.empty()) {
    const CodePoint next = first_code_point(text);
    if (next.code == CodePoint::invalid) {
      shown += "\uFFFD";
    } else if (steers(next.code)) {
      shown += ' ';
    } else {
      shown += text.substr(0, next.bytes);
    }
    text.remove_prefix(next.bytes);
  }
  return shown;
}

}  // namespace kiosk
