#pragma once

#include <string>
#include <vector>

namespace kiosk {

// The words by which a title tells what it is of, as assets/locales lists them.
struct TitleWords {
  std::vector<std::string> breaks;     // of a break's whole title: "Mittagspause"
  std::vector<std::string> cancelled;  // of what is cancelled: "fällt aus"
};

// Of all languages together: a title does not say which it is in. Read once, any thread.
const TitleWords& title_words();

// The keys of both lists in a file of assets/locales.
inline constexpr const char* break_titles_key = "break_titles";
inline constexpr const char* cancelled_titles_key = "cancelled_titles";

}  // namespace kiosk
