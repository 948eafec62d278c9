#include "commands/choose_language.h"

#include <cstdlib>

namespace kiosk {

std::string choose_language(const Settings& settings, const Schedule* schedule) {
  if (!settings.languages.empty()) {
    return settings.languages.front();
  }
  if (schedule != nullptr && !schedule->event().languages.empty()) {
    return schedule->event().languages.front();
  }
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0') {
      const std::string locale(value);  // "ru_RU.UTF-8"; "C" and "POSIX" are spoken in English
      return locale.substr(0, locale.find_first_of("_.@"));
    }
  }
  return "en";
}

}  // namespace kiosk
