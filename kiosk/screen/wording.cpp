#include "screen/wording.h"

#include <algorithm>
#include <map>
#include <stdexcept>

#include <unicode/brkiter.h>
#include <unicode/msgfmt.h>
#include <unicode/smpdtfmt.h>
#include <unicode/unistr.h>
#include <nlohmann/json.hpp>

#include "screen/locales.h"

namespace kiosk {
namespace {

// Tags are the same in any case (RFC 5646, 2.1.1).
const LocaleFile* find_locale(std::string_view wanted) {
  const auto files = locale_files();
  std::string language(wanted);
  std::transform(language.begin(), language.end(), language.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  for (const std::string& tag : {language, language.substr(0, language.find('-'))}) {
    const auto found = std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.language == tag; });
    if (found != files.end()) {
      return &*found;
    }
  }
  return nullptr;
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
  std::map<std::string, icu::UnicodeString, std::less<>> patterns;
  std::unique_ptr<icu::DateFormat> time;
  std::unique_ptr<icu::DateFormat> weekday_date;
  std::unique_ptr<icu::DateFormat> date;
  std::unique_ptr<icu::DateFormat> weekday;

  static std::string format(const icu::DateFormat& format, LocalTime local) {
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
  icu_->locale = icu::Locale(icu_->language.c_str());
  const nlohmann::json patterns = nlohmann::json::parse(file->json);
  for (const auto& [key, pattern] : patterns.items()) {
    icu_->patterns[key] = icu::UnicodeString::fromUTF8(pattern.get<std::string>());
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

std::string Wording::say(const char* key, const std::vector<Argument>& arguments) const {
  const auto pattern = icu_->patterns.find(key);
  if (pattern == icu_->patterns.end()) {
    throw std::logic_error(icu_->language + ".json has no \"" + key + '"');
  }
  UErrorCode code = U_ZERO_ERROR;
  const icu::MessageFormat format(pattern->second, icu_->locale, code);
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const auto& [name, value] : arguments) {
    names.push_back(icu::UnicodeString::fromUTF8(name));
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
      values.emplace_back(*number);
    } else {
      values.emplace_back(icu::UnicodeString::fromUTF8(std::get<std::string>(value)));
    }
  }
  icu::UnicodeString text;
  format.format(names.data(), values.data(), static_cast<std::int32_t>(values.size()), text, code);
  check(code, key);
  return utf8(text);
}

std::string Wording::time(LocalTime local) const { return Icu::format(*icu_->time, local); }
std::string Wording::weekday_date(LocalTime local) const { return Icu::format(*icu_->weekday_date, local); }
std::string Wording::date(LocalTime local) const { return Icu::format(*icu_->date, local); }
std::string Wording::weekday(LocalTime local) const { return Icu::format(*icu_->weekday, local); }

std::string Wording::sentence_case(const std::string& text) const {
  icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(text);
  UErrorCode code = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> sentence(icu::BreakIterator::createSentenceInstance(icu_->locale, code));
  check(code, "sentence break");
  unicode.toTitle(sentence.get(), icu_->locale, U_TITLECASE_NO_LOWERCASE);
  return utf8(unicode);
}

}  // namespace kiosk
