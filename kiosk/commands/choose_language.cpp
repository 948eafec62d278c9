#include "commands/choose_language.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "screen/wording.h"

namespace kiosk {

std::string choose_language(const Settings& settings, const Schedule* schedule) {
  std::vector<std::string> wanted = settings.languages;
  if (schedule != nullptr) {
    wanted.insert(wanted.end(), schedule->event().languages.begin(), schedule->event().languages.end());
  }
  if (const auto spoken = std::find_if(wanted.begin(), wanted.end(), Wording::speaks); spoken != wanted.end()) {
    return *spoken;
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
