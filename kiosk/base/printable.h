#pragma once

#include <string>
#include <string_view>

namespace kiosk {

// Words of strangers on their way out of the program: to a terminal, a log, a metric, a window's title.

// Whether a character steers what shows it instead of being shown: the controls C0, DEL and C1 (ISO 6429), the line and
// paragraph separators, the marks, embeddings, overrides and isolates of text direction (UAX #9, 2), the deprecated
// format characters beside them, byte order marks, annotation marks, tags (an invisible ASCII) and noncharacters.
// Joiners stay, since letters and emoji are joined by them.
bool steers(char32_t character);

// The text in one line that steers nothing: a blank stands for each character that steers, and U+FFFD for each byte
// that is no UTF-8, since a terminal of 8 bits takes 0x9B for a control. Pure; linear.
std::string printable(std::string_view text);

// What stands at the front of `text`, which is not empty, and how many bytes it takes. Bytes that are no UTF-8 (RFC
// 3629: overlong forms and surrogates, too) are taken one by one, as `invalid`.
struct CodePoint {
  static constexpr char32_t invalid = 0xFFFFFFFF;
  char32_t code = invalid;
  std::size_t bytes = 1;
};
CodePoint first_code_point(std::string_view text);

}  // namespace kiosk
