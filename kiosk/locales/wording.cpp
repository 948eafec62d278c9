#include "locales/wording.h"

#include <algorithm>
#include <functional>
#include <map>
#include <stdexcept>

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/msgfmt.h>
#include <unicode/smpdtfmt.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <nlohmann/json.hpp>

#include "locales/locales.h"

namespace kiosk {
namespace {

constexpr char16_t left_to_right_mark = 0x200E;
constexpr char16_t right_to_left_mark = 0x200F;
constexpr char16_t first_strong_isolate = 0x2068;
constexpr char16_t pop_directional_isolate = 0x2069;

// Tags are the same in any case (RFC 5646, 2.1.1).
std::string in_lower_case(std::string_view tag) {
  std::string lower(tag);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

// A feed may write what is no tag; as much of it counts as is one. ICU crashes over a locale it calls bogus.
icu::Locale locale_of(std::string_view tag) {
  for (;;) {
    UErrorCode code = U_ZERO_ERROR;
    icu::Locale locale = icu::Locale::forLanguageTag({tag.data(), static_cast<std::int32_t>(tag.size())}, code);
    if (U_SUCCESS(code) && locale.isBogus() == 0) {
      return locale;
    }
    const auto dash = tag.rfind('-');
    if (dash == std::string_view::npos) {
      return icu::Locale::getRoot();
    }
    tag = tag.substr(0, dash);
  }
}

// With the land where most speak the language. Without one ICU goes by the language alone, and its digits and commas
// then change from version to version.
icu::Locale with_land(icu::Locale locale) {
  icu::Locale full = locale;
  UErrorCode code = U_ZERO_ERROR;
  full.addLikelySubtags(code);
  return U_SUCCESS(code) && full.isBogus() == 0 ? full : locale;
}

// The tag, then ever less of it; before the bare language the script that is usual for the whole.
std::vector<std::string> lookup_order(std::string_view tag) {
  std::vector<std::string> order{in_lower_case(tag)};
  for (auto dash = order.back().rfind('-'); dash != std::string::npos; dash = order.back().rfind('-')) {
    order.push_back(order.back().substr(0, dash));
  }
  if (const icu::Locale full = with_land(locale_of(tag)); *full.getScript() != '\0') {
    order.insert(order.end() - 1, order.back() + '-' + in_lower_case(full.getScript()));
  }
  return order;
}

const LocaleFile* find_locale(std::string_view wanted) {
  const auto files = locale_files();
  for (const std::string& tag : lookup_order(wanted)) {
    const auto found =
        std::find_if(files.begin(), files.end(), [&](const auto& file) { return in_lower_case(file.language) == tag; });
    if (found != files.end()) {
      return &*found;
    }
  }
  return nullptr;
}

bool is_strong(UCharDirection direction) {
  return direction == U_LEFT_TO_RIGHT || direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

// Whether a text can reorder what stands around it in a wording of this direction: by a letter of the other one, or
// by a control that opens an embedding, an override or an isolate and may not close it.
bool reorders_neighbours(const icu::UnicodeString& text, bool right_to_left) {
  for (int i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UCharDirection direction = u_charDirection(text.char32At(i));
    const bool control =
        !is_strong(direction) && (direction == U_LEFT_TO_RIGHT_EMBEDDING || direction == U_LEFT_TO_RIGHT_OVERRIDE ||
                                  direction == U_RIGHT_TO_LEFT_EMBEDDING || direction == U_RIGHT_TO_LEFT_OVERRIDE ||
                                  direction == U_LEFT_TO_RIGHT_ISOLATE || direction == U_RIGHT_TO_LEFT_ISOLATE ||
                                  direction == U_FIRST_STRONG_ISOLATE);
    if (control || (is_strong(direction) && (direction != U_LEFT_TO_RIGHT) != right_to_left)) {
      return true;
    }
  }
  return false;
}

// The first strong letter makes a paragraph's direction (UAX #9, P2); Pango looks into isolates, too. Digits alone
// make none, and a span of them ("10:00 – 11:30") runs to the left in a sentence that does.
icu::UnicodeString in_direction(icu::UnicodeString text, bool right_to_left) {
  for (int i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    if (const UCharDirection direction = u_charDirection(text.char32At(i)); is_strong(direction)) {
      const bool taken_right_to_left = direction != U_LEFT_TO_RIGHT;
      return taken_right_to_left == right_to_left
                 ? text
                 : text.insert(0, right_to_left ? right_to_left_mark : left_to_right_mark);
    }
  }
  return right_to_left && !text.isEmpty() ? text.insert(0, right_to_left_mark) : text;
}

std::string utf8(const icu::UnicodeString& text) {
  std::string bytes;
  return text.toUTF8String(bytes);
}

// ICU calls fail only for a broken pattern or missing locale data: a build that tests would not pass.
void check(UErrorCode code, const char* what) {
  if (U_FAILURE(code)) {
    throw std::runtime_error(std::string(what) + ": " + u_errorName(code));
  }
}

std::unique_ptr<icu::DateFormat> date_format(const char* skeleton, const icu::Locale& locale) {
  UErrorCode code = U_ZERO_ERROR;
  std::unique_ptr<icu::DateFormat> format(icu::DateFormat::createInstanceForSkeleton(skeleton, locale, code));
  check(code, skeleton);
  format->setTimeZone(*icu::TimeZone::getGMT());
  return format;
}

}  // namespace

struct Wording::Icu {
  std::string language;
  icu::Locale locale;
  struct Pattern {
    icu::UnicodeString text;
    std::unique_ptr<icu::MessageFormat> compiled;  // null until it is first said
  };
  std::map<std::string, Pattern, std::less<>> patterns;
  std::unique_ptr<icu::DateFormat> time;
  std::unique_ptr<icu::DateFormat> weekday_date;
  std::unique_ptr<icu::DateFormat> date;
  std::unique_ptr<icu::DateFormat> weekday;
  std::unique_ptr<icu::BreakIterator> sentences;  // null until it is first asked for
  Work work;

  const icu::MessageFormat& ready(const char* key) {
    const auto found = patterns.find(key);
    if (found == patterns.end()) {
      throw std::logic_error(language + ".json has no \"" + key + '"');
    }
    Pattern& pattern = found->second;
    if (pattern.compiled == nullptr) {
      UErrorCode code = U_ZERO_ERROR;
      auto format = std::make_unique<icu::MessageFormat>(pattern.text, locale, code);
      check(code, key);
      pattern.compiled = std::move(format);
      ++work.compiled;
    }
    return *pattern.compiled;
  }

  std::string format(const icu::DateFormat& format, LocalTime local) {
    ++work.written;
    icu::UnicodeString text;
    format.format(static_cast<UDate>(local.time_since_epoch().count()) * 1000, text);
    return utf8(text);
  }
};

std::vector<std::string> Wording::languages() {
  std::vector<std::string> tags;
  for (const LocaleFile& file : locale_files()) {
    tags.emplace_back(file.language);
  }
  return tags;
}

bool Wording::speaks(std::string_view language) { return find_locale(language) != nullptr; }

Wording::Wording(std::string_view language) : icu_(std::make_unique<Icu>()) {
  const LocaleFile* file = find_locale(language);
  if (file == nullptr) {
    file = find_locale("en");
    language = "en";
  }
  icu_->language = language;
  // English that names no country is the world's, not America's: "Wednesday, 17 April".
  icu_->locale = with_land(locale_of(icu_->language == "en" ? "en-150" : icu_->language));
  UErrorCode code = U_ZERO_ERROR;
  if (icu_->locale.getKeywordValue<std::string>("calendar", code).empty()) {
    code = U_ZERO_ERROR;
    icu_->locale.setKeywordValue("calendar", "gregorian", code);
  }
  const nlohmann::json patterns = nlohmann::json::parse(file->json);
  for (const auto& [key, pattern] : patterns.items()) {
    if (pattern.is_string()) {  // lists are words that are read, not said
      icu_->patterns[key].text = icu::UnicodeString::fromUTF8(pattern.get<std::string>());
    }
  }
  // A 24-hour clock everywhere: a programme's times stand in columns and travel between languages.
  icu_->time = date_format("Hmm", icu_->locale);
  if (auto* simple = dynamic_cast<icu::SimpleDateFormat*>(icu_->time.get())) {
    simple->applyPattern("HH:mm");
  }
  icu_->weekday_date = date_format("EEEEdMMMM", icu_->locale);
  icu_->date = date_format("dMMMM", icu_->locale);
  icu_->weekday = date_format("cccc", icu_->locale);
}

Wording::~Wording() = default;
Wording::Wording(Wording&&) noexcept = default;
Wording& Wording::operator=(Wording&&) noexcept = default;

const std::string& Wording::language() const { return icu_->language; }
Wording::Work Wording::work() const { return icu_->work; }
bool Wording::right_to_left() const { return icu_->locale.isRightToLeft() != 0; }

std::string Wording::say(const char* key, const std::vector<Argument>& arguments) const {
  const icu::MessageFormat& format = icu_->ready(key);
  ++icu_->work.written;
  UErrorCode code = U_ZERO_ERROR;
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const auto& [name, value] : arguments) {
    names.push_back(icu::UnicodeString::fromUTF8(name));
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
      values.emplace_back(*number);
    } else {
      icu::UnicodeString written = icu::UnicodeString::fromUTF8(std::get<std::string>(value));
      if (reorders_neighbours(written, right_to_left())) {
        written.insert(0, first_strong_isolate).append(pop_directional_isolate);
      }
      values.emplace_back(written);
    }
  }
  icu::UnicodeString text;
  format.format(names.data(), values.data(), static_cast<std::int32_t>(values.size()), text, code);
  check(code, key);
  return utf8(in_direction(std::move(text), right_to_left()));
}

std::string Wording::time(LocalTime local) const { return icu_->format(*icu_->time, local); }
std::string Wording::weekday_date(LocalTime local) const { return icu_->format(*icu_->weekday_date, local); }
std::string Wording::date(LocalTime local) const { return icu_->format(*icu_->date, local); }
std::string Wording::weekday(LocalTime local) const { return icu_->format(*icu_->weekday, local); }

std::string Wording::sentence_case(const std::string& text) const {
  if (icu_->sentences == nullptr) {
    UErrorCode code = U_ZERO_ERROR;
    icu_->sentences.reset(icu::BreakIterator::createSentenceInstance(icu_->locale, code));
    check(code, "sentence break");
    ++icu_->work.compiled;
  }
  icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(text);
  unicode.toTitle(icu_->sentences.get(), icu_->locale, U_TITLECASE_NO_LOWERCASE);
  return utf8(unicode);
}

const Wording& Wordings::in(std::string_view language) {
  const auto known = by_language_.find(language);
  return known != by_language_.end() ? known->second : by_language_.emplace(language, Wording(language)).first->second;
}

}  // namespace kiosk
