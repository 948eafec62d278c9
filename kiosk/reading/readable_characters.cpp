#include "reading/readable_characters.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/printable.h"

namespace kiosk {
namespace {

constexpr std::size_t most_marks = 6;
constexpr std::size_t most_accents = 3;     // marks of no script of their own
constexpr std::size_t most_invisibles = 2;  // in a run
constexpr std::size_t most_tags = 7;        // six letters at most name a region's part, and the end
constexpr char32_t black_flag = 0x1F3F4;
constexpr char32_t end_of_tags = 0xE007F;

bool is_one_of(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

bool is_blank_letter(char32_t c) { return c == 0x2800 || c == 0x3164 || c == 0xFFA0; }
bool is_tag(char32_t c) { return is_one_of(c, 0xE0020, end_of_tags); }
bool is_direction(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || is_one_of(c, 0x202A, 0x202E) || is_one_of(c, 0x2066, 0x2069);
}
bool is_variation_selector(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_VARIATION_SELECTOR) != 0;
}
bool is_invisible(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}
bool is_never_shown(char32_t c) {
  const std::int8_t category = u_charType(static_cast<UChar32>(c));
  return category == U_PRIVATE_USE_CHAR || category == U_SURROGATE || U_IS_UNICODE_NONCHAR(static_cast<UChar32>(c)) ||
         is_one_of(c, 0xFFF9, 0xFFFC) || (is_one_of(c, 0xE0000, 0xE007F));
}
bool is_mark(char32_t c) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0; }

UScriptCode script_of(char32_t c) {
  UErrorCode code = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &code);
  return U_SUCCESS(code) ? script : USCRIPT_COMMON;
}
bool is_of_any_script(UScriptCode script) { return script == USCRIPT_COMMON || script == USCRIPT_INHERITED; }

// Whether a mark belongs to some scripts and to no other: Arabic's vowel signs do, and an acute accent does not.
// Unicode lists the scripts of accents, too, since its version 16: what Latin has is an accent.
bool has_own_scripts(char32_t mark) {
  std::array<UScriptCode, 32> scripts{};
  UErrorCode code = U_ZERO_ERROR;
  const std::int32_t count = uscript_getScriptExtensions(static_cast<UChar32>(mark), scripts.data(),
                                                         static_cast<std::int32_t>(scripts.size()), &code);
  return U_FAILURE(code) || (uscript_hasScript(static_cast<UChar32>(mark), USCRIPT_LATIN) == 0 &&
                             !(count == 1 && is_of_any_script(scripts[0])));
}

class Reader {
 public:
  std::string read(std::string_view text) {
    out_.reserve(text.size());
    while (!text.empty()) {
      const CodePoint next = first_code_point(text);
      const std::string_view written = text.substr(0, next.bytes);
      text.remove_prefix(next.bytes);
      if (next.code == CodePoint::invalid) {
        letter(0xFFFD, "\uFFFD");
      } else if (next.code < 0x80) {
        letter(next.code, written);
      } else {
        take(next.code, written);
        if (next.code == black_flag) {
          take_tags(text);
        }
      }
    }
    return seen_ ? std::move(out_) : std::string();
  }

 private:
  void take(char32_t c, std::string_view written) {
    if (is_blank_letter(c)) {
      letter(' ', " ");
    } else if (is_variation_selector(c)) {
      if (!selected_ && !letter_is_blank_) {
        selected_ = true;
        out_ += written;
      }
    } else if (is_direction(c)) {
      out_ += written;
    } else if (is_never_shown(c)) {
      return;
    } else if (is_invisible(c)) {
      take_invisible(c, written);
    } else if (is_mark(c)) {
      take_mark(c, written);
    } else {
      letter(c, written);
    }
  }

  void letter(char32_t c, std::string_view written) {
    letter_is_blank_ = u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
    seen_ = seen_ || !letter_is_blank_;
    script_ = script_of(c);
    marks_ = accents_ = invisibles_ = 0;
    selected_ = false;
    out_ += written;
  }

  void take_invisible(char32_t c, std::string_view written) {
    const auto end = last_invisibles_.begin() + static_cast<std::ptrdiff_t>(invisibles_);
    if (invisibles_ < most_invisibles && std::find(last_invisibles_.begin(), end, c) == end) {
      last_invisibles_[invisibles_++] = c;
      out_ += written;
    }
  }

  void take_mark(char32_t c, std::string_view written) {
    const bool is_accent = !has_own_scripts(c);
    const auto end = last_marks_.begin() + static_cast<std::ptrdiff_t>(marks_);
    const bool fits = is_accent ? accents_ < most_accents
                                : is_of_any_script(script_) || uscript_hasScript(static_cast<UChar32>(c), script_) != 0;
    if (marks_ == most_marks || !fits || std::find(last_marks_.begin(), end, c) != end) {
      return;
    }
    last_marks_[marks_++] = c;
    accents_ += is_accent ? 1 : 0;
    out_ += written;
  }

  // The flag of a part of a country: tags and their end, behind a black flag. Other tags are never shown.
  void take_tags(std::string_view& text) {
    std::string tags;
    std::string_view rest = text;
    for (std::size_t count = 0; count < most_tags && !rest.empty(); ++count) {
      const CodePoint next = first_code_point(rest);
      if (!is_tag(next.code)) {
        return;
      }
      tags += rest.substr(0, next.bytes);
      rest.remove_prefix(next.bytes);
      if (next.code == end_of_tags) {
        out_ += tags;
        text = rest;
        return;
      }
    }
  }

  std::string out_;
  bool seen_ = false;  // something that can be seen
  // Of the last letter:
  UScriptCode script_ = USCRIPT_COMMON;
  bool letter_is_blank_ = true;
  bool selected_ = false;  // by a variation selector
  std::array<char32_t, most_marks> last_marks_{};
  std::size_t marks_ = 0;
  std::size_t accents_ = 0;
  std::array<char32_t, most_invisibles> last_invisibles_{};
  std::size_t invisibles_ = 0;
};

}  // namespace

std::string readable_characters(std::string_view text) { return Reader().read(text); }

}  // namespace kiosk
