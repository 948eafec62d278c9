#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

// A script, and a letter of it that stands in a text.
struct ScriptInUse {
  std::string script;  // "Cyrillic", as Unicode names it (UAX #24)
  char32_t letter = 0;
  friend bool operator==(const ScriptInUse&, const ScriptInUse&) = default;
};

// The scripts of a text's letters, each once, in order of their first letter. Signs, digits and emoji are of none.
// Pure.
std::vector<ScriptInUse> scripts_in(std::string_view utf8);

// Adds those of one more text.
void add_scripts_in(std::string_view utf8, std::vector<ScriptInUse>& known);

// Whether a text has letters of the Arabic script, in whichever of its languages. Pure.
bool has_arabic(std::string_view utf8);

// The times of day in a text, hours and minutes parted by a colon or a dot, in ASCII's digits whatever digits they are
// written in: "14:00". Pure.
std::vector<std::string> times_in(std::string_view utf8);

}  // namespace kiosk
