#include "reading/cancelled_title.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "base/words.h"
#include "locales/title_words.h"

namespace kiosk {
namespace {

// In its composed form, in which a letter with its accent is one: "ä" as the lists of words have it.
icu::UnicodeString composed(std::string_view text) {
  const icu::UnicodeString given = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    return given;
  }
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* composer = icu::Normalizer2::getNFCInstance(error);
  const icu::UnicodeString normal = U_SUCCESS(error) ? composer->normalize(given, error) : given;
  return U_SUCCESS(error) ? normal : given;
}

UChar32 folded(UChar32 c) { return u_foldCase(c, U_FOLD_CASE_DEFAULT); }

// The longest first: "fällt leider aus" before "fällt".
const std::vector<icu::UnicodeString>& words() {
  static const std::vector<icu::UnicodeString> all = [] {
    std::vector<icu::UnicodeString> found;
    for (const std::string& word : title_words().cancelled) {
      found.push_back(composed(word));
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.length() > b.length(); });
    return found;
  }();
  return all;
}

// White space, and marks of text direction.
bool is_blank(UChar32 c) { return u_isUWhiteSpace(c) != 0 || c == 0x200E || c == 0x200F || c == 0x061C; }
bool is_dash(UChar32 c) { return c < 0x80 ? c == '-' : u_hasBinaryProperty(c, UCHAR_DASH) != 0; }
// A dash that is one without blanks around it, as no hyphen is.
bool is_long_dash(UChar32 c) { return c == 0x2014 || c == 0x2015; }
bool is_stop(UChar32 c) { return c == '.' || c == '!' || c == u'。' || c == u'！'; }
// Markdown's, and what newspapers frame their flashes with: "+++ abgesagt +++".
bool is_emphasis(UChar32 c) { return c == '*' || c == '_' || c == '~' || c == '+' || c == '='; }
constexpr int frame = 3;
// A pictogram, as organizers put before what they want to be seen.
bool is_pictogram(UChar32 c) { return u_charType(c) == U_OTHER_SYMBOL || c == 0xFE0F; }
bool is_letter(UChar32 c) { return u_isalnum(c) != 0 || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0; }

// Of an opening bracket; else 0.
UChar32 closing_of(UChar32 c) {
  switch (c) {
    case '(':
    case '[':
    case '{':
    case u'（':
    case u'［':
    case u'【':
    case u'〔':
      return u_getBidiPairedBracket(c);
    default:
      return 0;
  }
}

// What is left of a title that is read from both its ends.
struct Rest {
  const icu::UnicodeString& title;
  int begin = 0;
  int end = title.length();

  bool empty() const { return begin >= end; }
  UChar32 first() const { return empty() ? U_SENTINEL : title.char32At(begin); }
  UChar32 last() const { return empty() ? U_SENTINEL : title.char32At(end - 1); }

  template <typename Is>
  int drop_first(Is is) {
    const int from = begin;
    while (!empty() && is(first())) {
      begin = title.moveIndex32(begin, 1);
    }
    return begin - from;
  }
  template <typename Is>
  int drop_last(Is is) {
    const int from = end;
    while (!empty() && is(last())) {
      end = title.moveIndex32(end, -1);
    }
    return from - end;
  }
};

bool is_about_word(UChar32 c) { return is_blank(c) || is_pictogram(c) || is_stop(c) || is_emphasis(c); }

// Drops the word at the beginning, whatever its case.
bool drop_word(Rest& rest, const icu::UnicodeString& word) {
  int at = rest.begin;
  for (int i = 0; i < word.length(); i = word.moveIndex32(i, 1)) {
    const UChar32 wanted = word.char32At(i);
    const UChar32 given = at < rest.end ? rest.title.char32At(at) : U_SENTINEL;
    if (given < 0 || (folded(given) != folded(wanted) && !(is_blank(given) && is_blank(wanted)))) {
      return false;
    }
    at = rest.title.moveIndex32(at, 1);
  }
  if (at < rest.end && is_letter(rest.title.char32At(at))) {
    return false;
  }
  rest.begin = at;
  return true;
}

bool drop_any_word(Rest& rest) {
  if (rest.empty()) {
    return false;
  }
  const UChar32 first = folded(rest.first());
  return std::any_of(words().begin(), words().end(),
                     [&](const auto& word) { return folded(word.char32At(0)) == first && drop_word(rest, word); });
}

// Whether there is nothing but one of the words, and signs about it.
bool is_word(Rest rest) {
  rest.drop_first(is_about_word);
  rest.drop_last(is_about_word);
  return drop_any_word(rest) && rest.empty();
}

// Whether letters that come in two cases are there, in capitals alone.
bool is_shouted(const icu::UnicodeString& title, int begin, int end) {
  bool capitals = false;
  for (int i = begin; i < end; i = title.moveIndex32(i, 1)) {
    if (u_isULowercase(title.char32At(i)) != 0) {
      return false;
    }
    capitals = capitals || u_isUUppercase(title.char32At(i)) != 0;
  }
  return capitals;
}

// What stands between the word and the title behind it.
struct Between {
  bool separates = false;
  bool loose = false;  // a full stop or a hyphen, which may stand within a word: "cancelled-by-default"
  bool blank = false;
  int full_stops = 0;
  int emphasis = 0;
};

Between drop_between(Rest& title, bool emphasized) {
  Between found;
  title.drop_first([&](UChar32 c) {
    const bool is_separator = c == ':' || c == u'：' || is_stop(c) || is_dash(c);
    const bool is_loose = c == '.' || (is_dash(c) && !is_long_dash(c));
    found.separates = found.separates || (is_separator && !is_loose);
    found.loose = found.loose || is_loose;
    found.blank = found.blank || is_blank(c);
    found.full_stops += c == '.' ? 1 : 0;
    found.emphasis += emphasized && is_emphasis(c) ? 1 : 0;
    return is_separator || is_blank(c) || (emphasized && is_emphasis(c));
  });
  return found;
}

// "[cancelled]" at the beginning.
bool drop_bracketed_word(Rest& rest) {
  const UChar32 closing = closing_of(rest.first());
  const int close = closing != 0 ? rest.title.indexOf(closing, rest.begin, rest.end - rest.begin) : -1;
  if (close < 0 || !is_word({rest.title, rest.title.moveIndex32(rest.begin, 1), close})) {
    return false;
  }
  rest.begin = rest.title.moveIndex32(close, 1);
  return true;
}

// "CANCELLED Talk", "Cancelled: Talk", "[cancelled] Talk".
bool drop_before(Rest& rest) {
  Rest title = rest;
  title.drop_first([](UChar32 c) { return is_blank(c) || is_pictogram(c) || is_stop(c); });
  const int emphasis = title.drop_first(is_emphasis);
  title.drop_first(is_blank);
  const int word = title.begin;
  const bool bracketed = drop_bracketed_word(title);
  if (!bracketed && !drop_any_word(title)) {
    return false;
  }
  const int behind_word = title.begin;
  const Between between = drop_between(title, emphasis > 0);
  const bool apart = between.blank || title.empty();
  const bool separated = bracketed || between.separates || (between.loose && between.full_stops < 2 && apart) ||
                         (emphasis >= frame && between.emphasis >= frame);
  const bool shouted =
      apart && is_shouted(title.title, word, behind_word) && !is_shouted(title.title, title.begin, title.end);
  if (separated || shouted) {
    rest.begin = title.begin;
  }
  return separated || shouted;
}

// "Talk [CANCELLED]", "Talk – cancelled".
bool drop_behind(Rest& rest) {
  Rest title = rest;
  const auto is_trailing = [](UChar32 c) { return is_blank(c) || is_pictogram(c) || is_stop(c); };
  title.drop_last(is_trailing);
  const bool emphasized = title.drop_last(is_emphasis) > 0;
  for (int at = title.end; at > title.begin;) {
    at = title.title.moveIndex32(at, -1);
    const UChar32 c = title.title.char32At(at);
    const int behind = title.title.moveIndex32(at, 1);
    const bool opens = closing_of(c) != 0;
    if (!opens && !is_dash(c)) {
      continue;
    }
    const bool closed = opens && closing_of(c) == title.last();
    const bool dashed = !opens && (is_long_dash(c) || (at > title.begin && !is_letter(title.title.char32At(at - 1))));
    if ((!closed && !dashed) || !is_word({title.title, behind, closed ? title.end - 1 : title.end})) {
      return false;
    }
    title.end = at;
    title.drop_last(
        [&](UChar32 before) { return is_blank(before) || is_dash(before) || (emphasized && is_emphasis(before)); });
    rest.end = title.end;
    return true;
  }
  return false;
}

}  // namespace

std::optional<std::string> cancelled_title(std::string_view title) {
  const icu::UnicodeString text = composed(title);
  Rest rest{text};
  const bool before = drop_before(rest);
  if (!rest.empty() && !drop_behind(rest) && !before) {
    return std::nullopt;
  }
  if (rest.empty()) {
    return before ? std::optional(std::string(title)) : std::nullopt;
  }
  std::string without;
  text.tempSubStringBetween(rest.begin, rest.end).toUTF8String(without);
  return without;
}

bool take_cancelled(LocalText& title) {
  LocalText without;
  bool any = false;
  for (const auto& [language, text] : title.all()) {
    auto rest = cancelled_title(text);
    any = any || rest.has_value();
    without.add(language, rest ? *std::move(rest) : text);
  }
  if (any) {
    title = std::move(without);
  }
  return any;
}

bool is_cancelled_state(std::string_view state) {
  const icu::UnicodeString text = composed(state);
  return lower_case(state).starts_with("cancel") || is_word({text});
}

}  // namespace kiosk
