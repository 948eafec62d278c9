#pragma once

#include <span>
#include <string_view>

namespace kiosk {

// One file of assets/locales, compiled in: JSON, a key to an ICU MessageFormat pattern, or to a list of words
// (locales/title_words.h).
struct LocaleFile {
  std::string_view language;  // the file's name: "ru"
  std::string_view json;
};

// Every file there was at build time, in order of name.
std::span<const LocaleFile> locale_files();

}  // namespace kiosk
