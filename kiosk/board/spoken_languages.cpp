#include "board/spoken_languages.h"

#include <algorithm>
#include <cstdlib>

#include "locales/wording.h"

namespace kiosk {
namespace {

std::vector<std::string> spoken(const std::vector<std::string>& wanted) {
  std::vector<std::string> languages;
  for (const std::string& language : wanted) {
    if (Wording::speaks(language) && std::find(languages.begin(), languages.end(), language) == languages.end()) {
      languages.push_back(language);
    }
  }
  return languages;
}

std::string language_of_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0') {
      const std::string locale(value);  // "ru_RU.UTF-8"; "C" and "POSIX" are spoken in English
      return locale.substr(0, locale.find_first_of("_.@"));
    }
  }
  return "en";
}

}  // namespace

std::vector<std::string> spoken_languages(const Settings& settings, const Schedule* schedule) {
  std::vector<std::string> languages = spoken(settings.languages);
  if (languages.empty() && schedule != nullptr) {
    languages = spoken(schedule->event().languages);
  }
  if (languages.empty()) {
    languages.push_back(language_of_locale());
  }
  return languages;
}

std::size_t language_at(Instant instant, std::size_t count, std::chrono::seconds turn) {
  const auto turns = (instant.time_since_epoch() - instant.time_since_epoch() % turn) / turn;
  return static_cast<std::size_t>(turns) % count;
}

Instant next_language_turn(Instant instant, std::chrono::seconds turn) {
  return instant + turn - instant.time_since_epoch() % turn;
}

}  // namespace kiosk
