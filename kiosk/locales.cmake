# Wording is compiled in: a kiosk is one file, and a language is one file of assets/locales.
file(GLOB locales CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/assets/locales/*.json)
set(locales_cpp ${PROJECT_BINARY_DIR}/locales.cpp)
set(locale_entries "")
foreach(locale ${locales})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${locale})
  get_filename_component(language ${locale} NAME_WE)
  file(READ ${locale} text)
  string(APPEND locale_entries "  {\"${language}\", R\"locale(${text})locale\"},\n")
endforeach()
file(CONFIGURE OUTPUT ${locales_cpp} CONTENT [[#include "locales/locales.h"

namespace kiosk {
namespace {
const LocaleFile files[] = {
@locale_entries@};
}

std::span<const LocaleFile> locale_files() { return files; }
}  // namespace kiosk
]] @ONLY)
