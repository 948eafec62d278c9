#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include <unicode/messagepattern.h>
#include <unicode/msgfmt.h>
#include <unicode/plurrule.h>
#include <nlohmann/json.hpp>

#include "locales/case_folded.h"
#include "locales/locales.h"

// Whether files of wording can be shipped: what is wrong, each with its file and key. English is the measure.
namespace kiosk::locale_check {

using Names = std::set<std::string>;
using Patterns = std::vector<std::pair<std::string, std::string>>;  // as written
using Lists = std::map<std::string, std::vector<std::string>>;

// Arguments the program passes as numbers; every other is a text.
inline const Names numbers{"minutes", "hours", "count"};

inline std::string utf8(const icu::UnicodeString& text) {
  std::string bytes;
  return text.toUTF8String(bytes);
}

// The words of a list; nothing where one is no text, or there is none.
inline std::vector<std::string> words_of(const nlohmann::json& list) {
  std::vector<std::string> words;
  for (const nlohmann::json& word : list) {
    if (!word.is_string() || word.get<std::string>().empty()) {
      return {};
    }
    words.push_back(word.get<std::string>());
  }
  return words;
}

// The members of the file's object, those that are lists apart; what is wrong with its JSON goes to `faults`.
inline Patterns read(const LocaleFile& file, std::vector<std::string>& faults, Lists* lists = nullptr) {
  const std::string name = std::string(file.language) + ".json: ";
  Patterns patterns;
  Names keys;
  // JSON leaves open what becomes of a key that comes twice; a translator must hear of it.
  const auto once = [&](int, nlohmann::json::parse_event_t event, nlohmann::json& parsed) {
    if (event == nlohmann::json::parse_event_t::key && !keys.insert(parsed.get<std::string>()).second) {
      faults.push_back(name + parsed.get<std::string>() + ": comes twice");
    }
    return true;
  };
  const nlohmann::json object = nlohmann::json::parse(file.json, once, false);
  if (!object.is_object()) {
    faults.push_back(name + "is no JSON object");
    return {};
  }
  for (const auto& [key, pattern] : object.items()) {
    if (pattern.is_string() && !pattern.get<std::string>().empty()) {
      patterns.emplace_back(key, pattern.get<std::string>());
    } else if (std::vector<std::string> words = words_of(pattern); pattern.is_array() && !words.empty()) {
      if (lists != nullptr) {
        lists->emplace(key, std::move(words));
      }
    } else if (pattern.is_array()) {
      faults.push_back(name + key + ": is no list of words");
    } else {
      faults.push_back(name + key + ": is no text");
    }
  }
  return patterns;
}

inline Names arguments_of(const icu::MessagePattern& pattern) {
  Names names;
  for (int i = 0; i < pattern.countParts(); ++i) {
    if (const auto& part = pattern.getPart(i); part.getType() == UMSGPAT_PART_TYPE_ARG_NAME) {
      names.insert(utf8(pattern.getSubstring(part)));
    }
  }
  return names;
}

// Plural forms that the language has and a plural of the pattern does not tell. One that tells "other" alone means
// it for all; "=0" does for zero.
inline Names missing_plurals(const icu::MessagePattern& pattern, const icu::Locale& locale) {
  UErrorCode code = U_ZERO_ERROR;
  const std::unique_ptr<icu::PluralRules> rules(icu::PluralRules::forLocale(locale, code));
  const std::unique_ptr<icu::StringEnumeration> keywords(rules->getKeywords(code));
  Names missing;
  for (int i = 0; i < pattern.countParts(); ++i) {
    const auto& start = pattern.getPart(i);
    if (start.getType() != UMSGPAT_PART_TYPE_ARG_START || start.getArgType() != UMSGPAT_ARG_TYPE_PLURAL) {
      continue;
    }
    Names told;
    for (int j = i + 1; j < pattern.getLimitPartIndex(i); ++j) {
      const auto& part = pattern.getPart(j);
      if (part.getType() == UMSGPAT_PART_TYPE_ARG_SELECTOR) {
        const std::string selector = utf8(pattern.getSubstring(part));
        told.insert(selector == "=0" ? "zero" : selector);
      } else if (part.getType() == UMSGPAT_PART_TYPE_MSG_START) {
        j = pattern.getLimitPartIndex(j);
      }
    }
    told.erase("other");
    if (told.empty() || told == Names{"zero"}) {
      continue;
    }
    keywords->reset(code);
    while (const icu::UnicodeString* keyword = keywords->snext(code)) {
      if (const std::string form = utf8(*keyword); form != "other" && told.count(form) == 0) {
        missing.insert(form);
      }
    }
  }
  return missing;
}

// The pattern filled in: `number` for every number, the argument's name for every text; empty where ICU cannot.
inline std::string sample(const std::string& pattern, const Names& arguments, const icu::Locale& locale,
                          std::int64_t number) {
  UErrorCode code = U_ZERO_ERROR;
  const icu::MessageFormat format(icu::UnicodeString::fromUTF8(pattern), locale, code);
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const std::string& name : arguments) {
    names.push_back(icu::UnicodeString::fromUTF8(name));
    values.push_back(numbers.count(name) != 0 ? icu::Formattable(number) : icu::Formattable(names.back()));
  }
  icu::UnicodeString text;
  format.format(names.data(), values.data(), static_cast<std::int32_t>(values.size()), text, code);
  return U_SUCCESS(code) ? utf8(text) : "";
}

inline std::string listed(const Names& names) {
  std::string text;
  for (const std::string& name : names) {
    text += (text.empty() ? "" : ", ") + name;
  }
  return text.empty() ? "none" : text;
}

// Lists have English's keys, and no word twice; how many words there are is the language's own affair.
inline void check_lists(const std::string& name, const Lists& lists, const Lists& english,
                        std::vector<std::string>& faults) {
  for (const auto& [key, words] : lists) {
    if (english.count(key) == 0) {
      faults.push_back(name + key + ": is not in en.json");
    }
    Names known;
    for (const std::string& word : words) {
      if (!known.insert(case_folded(word)).second) {
        faults.push_back(name + key + ": has \"" + word + "\" twice");
      }
      if (word.find_first_of("'\"") != std::string::npos) {
        faults.push_back(name + key + ": has a typewriter's quotation mark");
      }
    }
  }
  for (const auto& [key, words] : english) {
    if (lists.count(key) == 0) {
      faults.push_back(name + key + ": is missing");
    }
  }
}

// Nothing: the files can be shipped.
inline std::vector<std::string> faults_of(std::span<const LocaleFile> files) {
  std::vector<std::string> faults;
  const auto english = std::find_if(files.begin(), files.end(), [](const auto& file) { return file.language == "en"; });
  if (english == files.end()) {
    return {"en.json: is missing"};
  }
  std::map<std::string, Names> measure;  // arguments by key
  Lists english_lists;
  std::vector<std::string> told_later;  // with English's own turn
  for (const auto& [key, text] : read(*english, told_later, &english_lists)) {
    UErrorCode code = U_ZERO_ERROR;
    measure[key] = arguments_of(icu::MessagePattern(icu::UnicodeString::fromUTF8(text), nullptr, code));
  }

  for (const LocaleFile& file : files) {
    const std::string name = std::string(file.language) + ".json: ";
    const icu::Locale locale(std::string(file.language).c_str());
    Names keys;
    Lists lists;
    for (const auto& [key, text] : read(file, faults, &lists)) {
      const auto fault = [&, place = name + key + ": "](const std::string& what) { faults.push_back(place + what); };
      keys.insert(key);
      if (measure.count(key) == 0) {
        fault("is not in en.json");
        continue;
      }
      UErrorCode code = U_ZERO_ERROR;
      const icu::MessagePattern pattern(icu::UnicodeString::fromUTF8(text), nullptr, code);
      if (U_FAILURE(code)) {
        fault(std::string("is no pattern (") + u_errorName(code) + ")");
        continue;
      }
      const Names arguments = arguments_of(pattern);
      if (arguments != measure[key]) {
        fault("uses " + listed(arguments) + ", en.json " + listed(measure[key]));
        continue;
      }
      if (const Names missing = missing_plurals(pattern, locale); !missing.empty()) {
        fault("has no plural form for " + listed(missing));
      }
      if (text.find_first_of("'\"") != std::string::npos) {
        fault("has a typewriter's quotation mark");
      }
      for (const std::int64_t number : {0, 1, 2, 3, 5, 11, 21, 100}) {
        const std::string words = sample(text, arguments, locale, number);
        if (words.empty() || words.find_first_of("{}#") != std::string::npos) {
          fault("becomes \"" + words + "\" for " + std::to_string(number));
          break;
        }
      }
    }
    for (const auto& [key, arguments] : measure) {
      if (keys.count(key) == 0) {
        faults.push_back(name + key + ": is missing");
      }
    }
    check_lists(name, lists, english_lists, faults);
  }
  return faults;
}

}  // namespace kiosk::locale_check
