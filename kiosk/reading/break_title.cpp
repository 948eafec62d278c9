#include "reading/break_title.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/printable.h"
#include "locales/case_folded.h"
#include "locales/title_words.h"

namespace kiosk {
namespace {

// What is longer is no break's word in a language or two; it is then not looked at.
constexpr std::size_t longest = 256;

// What all writings of a word have in common; nothing where there is something that no mere word has.
std::optional<std::string> letters_of(std::string_view word) {
  const std::string folded = case_folded(word);
  const icu::UnicodeString text =
      icu::UnicodeString::fromUTF8({folded.data(), static_cast<std::int32_t>(folded.size())});
  icu::UnicodeString letters;
  for (int i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    if (u_isalnum(c) != 0 || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0) {
      letters.append(c);
    } else if (u_isUWhiteSpace(c) == 0 && u_hasBinaryProperty(c, UCHAR_DASH) == 0 && u_charType(c) != U_OTHER_SYMBOL &&
               c != '.' && c != '!') {
      return std::nullopt;
    }
  }
  std::string utf8;
  return letters.toUTF8String(utf8);
}

// How many letters there are, whatever their case; marks upon them are none.
std::size_t count_letters(std::string_view text) {
  std::size_t letters = 0;
  while (!text.empty()) {
    const CodePoint character = first_code_point(text);
    letters += character.code != CodePoint::invalid && u_isalnum(static_cast<UChar32>(character.code)) != 0 ? 1 : 0;
    text.remove_prefix(character.bytes);
  }
  return letters;
}

struct Words {
  std::set<std::string, std::less<>> all{};
  std::size_t most_letters = 0;
};

const Words& break_words() {
  static const Words words = [] {
    Words known;
    for (const std::string& title : title_words().breaks) {
      const std::string letters = letters_of(title).value_or(title);
      known.most_letters = std::max(known.most_letters, count_letters(letters));
      known.all.insert(letters);
    }
    return known;
  }();
  return words;
}

bool is_break_word(std::string_view word) {
  // Most titles are longer, and then need no folding, which makes none shorter.
  const Words& words = break_words();
  if (count_letters(word) > words.most_letters) {
    return false;
  }
  const auto letters = letters_of(word);
  return letters && words.all.find(*letters) != words.all.end();
}

}  // namespace

bool names_break(std::string_view title) {
  if (title.size() > longest) {
    return false;
  }
  // One title in two languages has a stroke between them.
  for (;;) {
    const std::size_t stroke = title.find_first_of("/|");
    if (!is_break_word(title.substr(0, stroke))) {
      return false;
    }
    if (stroke == std::string_view::npos) {
      return true;
    }
    title.remove_prefix(stroke + 1);
  }
}

bool is_break_title(const LocalText& title) {
  return std::any_of(title.all().begin(), title.all().end(), [](const auto& text) { return names_break(text.second); });
}

}  // namespace kiosk
