#include "locales/title_words.h"

#include <nlohmann/json.hpp>

#include "locales/locales.h"

namespace kiosk {
namespace {

TitleWords read_title_words() {
  TitleWords words;
  for (const LocaleFile& file : locale_files()) {
    const nlohmann::json keys = nlohmann::json::parse(file.json);
    for (const auto& [key, list] :
         {std::pair(break_titles_key, &words.breaks), std::pair(cancelled_titles_key, &words.cancelled)}) {
      for (const nlohmann::json& word : keys.at(key)) {
        list->push_back(word.get<std::string>());
      }
    }
  }
  return words;
}

}  // namespace

const TitleWords& title_words() {
  static const TitleWords words = read_title_words();
  return words;
}

}  // namespace kiosk
