#include "locales/scripts.h"

#include <algorithm>
#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/printable.h"

namespace kiosk {
namespace {

// Nothing where the text is at its end.
char32_t take_code_point(std::string_view& text) {
  const CodePoint next = first_code_point(text);
  text.remove_prefix(next.bytes);
  return next.code == CodePoint::invalid ? 0xFFFD : next.code;
}

}  // namespace

void add_scripts_in(std::string_view utf8, std::vector<ScriptInUse>& known) {
  UScriptCode last = USCRIPT_COMMON;  // a text hardly ever changes its script
  while (!utf8.empty()) {
    const char32_t letter = take_code_point(utf8);
    UErrorCode code = U_ZERO_ERROR;
    if (u_isalpha(static_cast<UChar32>(letter)) == 0) {
      continue;
    }
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(letter), &code);
    if (script == last || script == USCRIPT_COMMON || script == USCRIPT_INHERITED || script == USCRIPT_UNKNOWN) {
      continue;
    }
    last = script;
    const std::string name = uscript_getName(script);
    if (std::none_of(known.begin(), known.end(), [&](const ScriptInUse& one) { return one.script == name; })) {
      known.push_back({name, letter});
    }
  }
}

std::vector<ScriptInUse> scripts_in(std::string_view utf8) {
  std::vector<ScriptInUse> found;
  add_scripts_in(utf8, found);
  return found;
}

bool has_arabic(std::string_view utf8) {
  while (!utf8.empty()) {
    UErrorCode code = U_ZERO_ERROR;
    if (uscript_getScript(static_cast<UChar32>(take_code_point(utf8)), &code) == USCRIPT_ARABIC) {
      return true;
    }
  }
  return false;
}

std::vector<std::string> times_in(std::string_view utf8) {
  std::string ascii;  // a digit, a separator, or a blank for anything else
  while (!utf8.empty()) {
    const char32_t c = take_code_point(utf8);
    const std::int32_t digit = u_charDigitValue(static_cast<UChar32>(c));
    ascii += digit >= 0 ? static_cast<char>('0' + digit) : c == ':' || c == '.' ? static_cast<char>(c) : ' ';
  }
  std::vector<std::string> times;
  for (std::size_t begin = 0; begin < ascii.size();) {
    const std::size_t end = std::min(ascii.find(' ', begin), ascii.size());
    std::string word = ascii.substr(begin, end - begin);
    begin = end + 1;
    const std::size_t separator = word.find_first_of(":.");
    // A dot at the end is a sentence's.
    while (!word.empty() && (word.back() == '.' || word.back() == ':')) {
      word.pop_back();
    }
    if ((separator == 1 || separator == 2) && word.size() == separator + 3 &&
        word.find_first_of(":.", separator + 1) == std::string::npos) {
      word[separator] = ':';
      times.push_back(std::move(word));
    }
  }
  return times;
}

}  // namespace kiosk
