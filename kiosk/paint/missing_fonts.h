#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "locales/scripts.h"

namespace kiosk {

// Whether a font has the character (graphics/installed_fonts.h).
using HasFont = std::function<bool(char32_t)>;

// One error that says that none of the scripts has a font, or one for each that has none, with what to install. Pure.
std::vector<Problem> missing_fonts(std::span<const ScriptInUse> scripts, const HasFont& has_font);

// Whether words can be written at all, asked for each board that is drawn. A script is looked up once. Draw thread.
class Legibility {
 public:
  explicit Legibility(HasFont has_font) : has_font_(std::move(has_font)) {}

  // Whether a font has letters of one of the text's scripts; of a text without letters, digits.
  bool can_be_written(std::string_view utf8);

 private:
  HasFont has_font_;
  std::map<std::string, bool> known_;  // by script
};

}  // namespace kiosk
