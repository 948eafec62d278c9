#include "locales/line_breaks.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace kiosk {
namespace {

constexpr char16_t no_break_space = 0x00A0;
constexpr char16_t word_joiner = 0x2060;
constexpr char16_t soft_hyphen = 0x00AD;
constexpr int shortest_free_word = 3;  // letters; a shorter one never ends a line
constexpr int longest_bound_hyphen_word = 15;
constexpr int longest_word_after_dash = 12;

bool is_dash(const icu::UnicodeString& word) {
  return word.length() == 1 && (word[0] == u'—' || word[0] == u'–' || word[0] == u'-');
}

// Ends a clause, so whatever stands before it may end a line.
bool ends_clause(char16_t last) { return icu::UnicodeString(u".,:;!?…»”)").indexOf(last) >= 0; }

// "2", "17", "1–3", but no "2nd" and no "3,".
bool is_number(const icu::UnicodeString& word) {
  return !word.isEmpty() && u_isdigit(word.char32At(0)) != 0 &&
         u_isdigit(word.char32At(word.moveIndex32(word.length(), -1))) != 0;
}

bool binds_to_next(const icu::UnicodeString& word) {
  static const std::array bound{
      icu::UnicodeString(u"без"), icu::UnicodeString(u"для"), icu::UnicodeString(u"или"), icu::UnicodeString(u"как"),
      icu::UnicodeString(u"над"), icu::UnicodeString(u"под"), icu::UnicodeString(u"при"), icu::UnicodeString(u"про"),
      icu::UnicodeString(u"что"), icu::UnicodeString(u"the"), icu::UnicodeString(u"and"), icu::UnicodeString(u"for"),
      icu::UnicodeString(u"und"), icu::UnicodeString(u"der"), icu::UnicodeString(u"die"), icu::UnicodeString(u"das"),
      icu::UnicodeString(u"den"), icu::UnicodeString(u"dem"), icu::UnicodeString(u"des"), icu::UnicodeString(u"von"),
      icu::UnicodeString(u"mit"), icu::UnicodeString(u"für"), icu::UnicodeString(u"zur"), icu::UnicodeString(u"zum")};
  if (word.isEmpty() || ends_clause(word[word.length() - 1])) {
    // Initials ("И. И. Иванов") stay with their name all the same.
    return word.length() == 2 && word[1] == u'.' && u_isupper(word.char32At(0)) != 0;
  }
  icu::UnicodeString letters(word);
  while (!letters.isEmpty() && u_isalpha(letters.char32At(0)) == 0 && letters[0] != u'№') {
    letters.remove(0, 1);  // an opening quotation mark or bracket
  }
  if (letters == icu::UnicodeString(u"№")) {
    return true;
  }
  // Han, kana and the like need no spaces; a "word" of theirs is a phrase.
  if (letters.isEmpty() || u_isalpha(letters.char32At(0)) == 0 ||
      u_getIntPropertyValue(letters.char32At(0), UCHAR_LINE_BREAK) != U_LB_ALPHABETIC) {
    return false;
  }
  return letters.countChar32() < shortest_free_word ||
         std::find(bound.begin(), bound.end(), letters.toLower()) != bound.end();
}

std::vector<icu::UnicodeString> split_words(const icu::UnicodeString& text) {
  std::vector<icu::UnicodeString> words;
  icu::UnicodeString word;
  for (int i = 0; i < text.length(); ++i) {
    const char16_t unit = text[i];
    const bool space = (u_isspace(unit) != 0 || u_charType(unit) == U_CONTROL_CHAR) && unit != no_break_space;
    if (!space) {
      word.append(unit);
    } else if (!word.isEmpty()) {
      words.push_back(word);
      word.remove();
    }
  }
  if (!word.isEmpty()) {
    words.push_back(word);
  }
  return words;
}

void bind_hyphens(icu::UnicodeString& word) {
  if (word.length() > longest_bound_hyphen_word || word.indexOf(soft_hyphen) >= 0) {
    return;
  }
  for (int at = 1; at < word.length() - 1; ++at) {
    if (word[at] == u'-') {
      word.insert(++at, word_joiner);
    }
  }
}

}  // namespace

std::string with_bound_spaces(std::string_view text) {
  std::vector<icu::UnicodeString> words =
      split_words(icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}));
  icu::UnicodeString line;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool last = i + 1 == words.size();
    const bool before_dash = !last && is_dash(words[i + 1]);
    const bool after_dash = !last && is_dash(words[i]) && words[i + 1].countChar32() <= longest_word_after_dash;
    const bool bound = before_dash || after_dash || (!last && binds_to_next(words[i])) ||
                       (!last && is_number(words[i]) && !is_number(words[i + 1]));
    bind_hyphens(words[i]);
    line.append(words[i]);
    if (!last) {
      if (after_dash) {
        line.append(word_joiner);  // a no-break space alone does not bind to a dash (UAX #14, LB12a)
      }
      line.append(bound ? no_break_space : u' ');
    }
  }
  std::string utf8;
  line.toUTF8String(utf8);
  return utf8;
}

}  // namespace kiosk
