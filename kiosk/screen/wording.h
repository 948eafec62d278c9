#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "venue/local_time.h"

namespace kiosk {

// The kiosk's own words in one language: patterns from assets/locales filled in by ICU (plurals, dates,
// upper case). Loads ICU data when made, so keep it. One thread.
class Wording {
 public:
  // Tags of the languages shipped, in order of name.
  static std::vector<std::string> languages();
  // Whether there is wording in this language or its base ("de" for "de-AT").
  static bool speaks(std::string_view language);

  // A language that is not shipped is spoken in English.
  explicit Wording(std::string_view language);
  ~Wording();
  Wording(Wording&&) noexcept;
  Wording& operator=(Wording&&) noexcept;

  const std::string& language() const;

  using Argument = std::pair<const char*, std::variant<std::int64_t, std::string>>;
  // The pattern of `key` with its arguments. Precondition: the key exists (a test checks every locale).
  std::string say(const char* key, const std::vector<Argument>& arguments = {}) const;

  // Fields are local already; ICU only writes them.
  std::string time(LocalTime local) const;          // "14:42"
  std::string weekday_date(LocalTime local) const;  // "среда, 17 апреля"
  std::string date(LocalTime local) const;          // "17 апреля"
  std::string weekday(LocalTime local) const;       // "среда"
  // The first letter in upper case, by the language's rules.
  std::string sentence_case(const std::string& text) const;

 private:
  struct Icu;
  std::unique_ptr<Icu> icu_;
};

}  // namespace kiosk
