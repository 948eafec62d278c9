#pragma once

#include <string_view>

#include "venue/local_text.h"

namespace kiosk {

// Whether a title, or what an export calls the type of a session, is a break's word and nothing more: "Mittagspause",
// "Coffee-Break", "Обед / Lunch", "☕ Pause". "Lunch with an expert" is a talk, and so is "break;".
//
// The words are those of all languages (locales/title_words.h), in any case, with or without blanks, hyphens and
// pictograms. Pure; time is linear in the title.
bool names_break(std::string_view title);

// Whether a title does in any of its languages.
bool is_break_title(const LocalText& title);

}  // namespace kiosk
