#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "venue/local_time.h"

namespace kiosk {

// The kiosk's own words in one language: patterns from assets/locales filled in by ICU (plurals, dates,
// upper case). Loads ICU data when made, and compiles a pattern when it is first said, so keep it. One thread, even
// for what is const.
//
// A tag is looked up as RFC 4647 (3.4) says, the file of its usual script before that of the bare language: "zh-TW"
// is asked for as zh-TW, zh-Hant, zh. Traditional Chinese falls back to Simplified until there is a zh-Hant.json:
// its readers follow that better than English (as in CLDR's language matching), and the feed's own texts stay in the
// script they are written in.
//
// Digits are those CLDR gives the tag, the same in the clock, in times, dates and counts: Arabic-Indic for "ar" and
// "ar-EG", European for "ar-MA" and "ar-AE". A venue that wants it otherwise says so in the tag ("ar-u-nu-latn").
// Dates are Gregorian, as the feed's and the printed programme's are, even where CLDR prefers another calendar
// ("ar-SA", "fa"), unless the tag names one ("fa-u-ca-persian").
class Wording {
 public:
  // Tags of the languages shipped, in order of name.
  static std::vector<std::string> languages();
  // Whether there is wording for this tag, looked up as above ("de" for "de-AT").
  static bool speaks(std::string_view language);

  // A language that is not shipped is spoken in English.
  explicit Wording(std::string_view language);
  ~Wording();
  Wording(Wording&&) noexcept;
  Wording& operator=(Wording&&) noexcept;

  const std::string& language() const;
  // Whether its script is written from right to left; the board is mirrored then.
  bool right_to_left() const;

  using Argument = std::pair<const char*, std::variant<std::int64_t, std::string>>;
  // The pattern of `key` with its arguments. Precondition: the key exists (a test checks every locale).
  // A text written in the other direction (a Latin title in an Arabic sentence) stands isolated in U+2068…U+2069
  // (UAX #9, 2.4), so that it does not reorder its neighbours; and where its first letter would give the result the
  // wrong direction in a layout, a direction mark stands before it. Otherwise nothing is added.
  std::string say(const char* key, const std::vector<Argument>& arguments = {}) const;

  // Fields are local already; ICU only writes them.
  std::string time(LocalTime local) const;          // "14:42"
  std::string weekday_date(LocalTime local) const;  // "среда, 17 апреля"
  std::string date(LocalTime local) const;          // "17 апреля"
  std::string weekday(LocalTime local) const;       // "среда"
  // The first letter in upper case, by the language's rules.
  std::string sentence_case(const std::string& text) const;

  // What it has done so far, for tests and benchmarks: work that grows with an event is counted, not timed.
  struct Work {
    std::size_t compiled = 0;  // patterns and break rules made ready, each once
    std::size_t written = 0;   // texts
  };
  Work work() const;

 private:
  struct Icu;
  std::unique_ptr<Icu> icu_;
};

// The wordings of a screen's whole life: each is made when its language is first asked for, and kept. One thread.
class Wordings {
 public:
  // Stays where it is for as long as this lives.
  const Wording& in(std::string_view language);
  // How many were made so far.
  std::size_t made() const { return by_language_.size(); }

 private:
  std::map<std::string, Wording, std::less<>> by_language_;
};

}  // namespace kiosk
