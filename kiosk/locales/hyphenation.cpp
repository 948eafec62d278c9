#include "locales/hyphenation.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <system_error>
#include <utility>
#include <vector>

#include <hyphen.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

namespace kiosk {
namespace {

constexpr std::int32_t least_letters = 7;
constexpr std::int32_t longest_word = 100;  // letters; whatever is longer is no word
constexpr int least_beside = 3;             // letters on either side of a hyphen
constexpr std::size_t most_languages = 24;  // ever asked for; more than an event speaks
constexpr char16_t soft_hyphen = 0x00AD;

// "hyph_ru_RU.dic", "hyph_de.dic": the plainest name for the language. Empty where there is none.
std::filesystem::path patterns_file(const std::filesystem::path& folder, const std::string& language) {
  std::filesystem::path best;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    const bool fits =
        name == "hyph_" + language + ".dic" || (name.starts_with("hyph_" + language + "_") && name.ends_with(".dic"));
    const auto rank = [](const std::filesystem::path& path) {
      return std::pair(path.filename().string().size(), path.filename().string());
    };
    if (fits && (best.empty() || rank(entry.path()) < rank(best))) {
      best = entry.path();
    }
  }
  return best;
}

}  // namespace

struct Hyphenation::Patterns {
  struct FreeDictionary {
    void operator()(HyphenDict* dictionary) const { hnj_hyphen_free(dictionary); }
  };
  struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };
  std::unique_ptr<HyphenDict, FreeDictionary> dictionary;
  std::unique_ptr<UConverter, CloseConverter> converter;  // to the patterns' encoding

  static std::unique_ptr<Patterns> load(const std::filesystem::path& file) {
    auto patterns = std::make_unique<Patterns>();
    patterns->dictionary.reset(hnj_hyphen_load(file.c_str()));
    if (!patterns->dictionary) {
      return nullptr;
    }
    UErrorCode code = U_ZERO_ERROR;
    patterns->converter.reset(ucnv_open(patterns->dictionary->utf8 != 0 ? "UTF-8" : patterns->dictionary->cset, &code));
    if (U_FAILURE(code)) {
      return nullptr;
    }
    // A letter that the patterns' encoding lacks is no letter of this language.
    ucnv_setFromUCallBack(patterns->converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &code);
    return U_SUCCESS(code) ? std::move(patterns) : nullptr;
  }

  // Adds the word with its soft hyphens. All letters are of the Basic Multilingual Plane, as those of all patterns are.
  void add(const icu::UnicodeString& word, icu::UnicodeString& to) const {
    std::string bytes(static_cast<std::size_t>(word.length()) * 4 + 8, '\0');
    const icu::UnicodeString lower = icu::UnicodeString(word).toLower();
    UErrorCode code = U_ZERO_ERROR;
    const std::int32_t length = ucnv_fromUChars(converter.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                                lower.getBuffer(), lower.length(), &code);
    if (U_FAILURE(code) || lower.length() != word.length()) {
      to += word;
      return;
    }
    std::string hyphens(static_cast<std::size_t>(length) + 5, '\0');
    char** replacements = nullptr;  // for words that are spelt otherwise where they break: such breaks are left out
    int* positions = nullptr;
    int* cuts = nullptr;
    const int failed = hnj_hyphen_hyphenate3(dictionary.get(), bytes.c_str(), length, hyphens.data(), nullptr,
                                             &replacements, &positions, &cuts, least_beside, least_beside, 0, 0);
    for (std::int32_t i = 0; i < word.length(); ++i) {
      to += word[i];
      const bool plain = replacements == nullptr || replacements[i] == nullptr;
      const bool allowed = i + 1 >= least_beside && word.length() - (i + 1) >= least_beside;
      if (failed == 0 && plain && allowed && (hyphens[static_cast<std::size_t>(i)] & 1) != 0) {
        to += soft_hyphen;
      }
    }
    for (std::int32_t i = 0; replacements != nullptr && i < length; ++i) {
      std::free(replacements[i]);
    }
    std::free(replacements);
    std::free(positions);
    std::free(cuts);
  }
};

Hyphenation::Hyphenation(std::filesystem::path folder) : folder_(std::move(folder)) {}
Hyphenation::Hyphenation(Hyphenation&&) noexcept = default;
Hyphenation::~Hyphenation() = default;

const Hyphenation::Patterns* Hyphenation::patterns_of(std::string_view language) {
  const std::string first(language.substr(0, language.find_first_of("-_")));
  // It becomes a part of a file's name, and is a stranger's word.
  const bool is_language = (first.size() == 2 || first.size() == 3) &&
                           std::all_of(first.begin(), first.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!is_language) {
    return nullptr;
  }
  auto known = patterns_.find(first);
  if (known == patterns_.end()) {
    // Not the oldest forgotten instead: the library loses some memory with each load, and a feed may name any
    // languages.
    if (patterns_.size() >= most_languages) {
      return nullptr;
    }
    const std::filesystem::path file = patterns_file(folder_, first);
    known = patterns_.emplace(first, file.empty() ? nullptr : Patterns::load(file)).first;
  }
  return known->second.get();
}

std::string Hyphenation::hyphenated(std::string_view text, std::string_view language) {
  const Patterns* const patterns = patterns_of(language);
  const icu::UnicodeString unicode =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  if (patterns == nullptr || unicode.indexOf(soft_hyphen) >= 0) {
    return std::string(text);
  }
  icu::UnicodeString broken;
  for (std::int32_t at = 0; at < unicode.length();) {
    std::int32_t end = at;
    while (end < unicode.length() && u_isalpha(unicode[end]) != 0) {
      ++end;
    }
    const icu::UnicodeString word(unicode, at, end - at);
    if (word.length() >= least_letters && word.length() <= longest_word) {
      patterns->add(word, broken);
    } else {
      broken += word;
    }
    if (end < unicode.length()) {
      broken += unicode[end++];
    }
    at = end;
  }
  std::string utf8;
  broken.toUTF8String(utf8);
  return utf8;
}

}  // namespace kiosk
