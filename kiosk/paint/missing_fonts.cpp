#include "paint/missing_fonts.h"

#include <algorithm>

namespace kiosk {
namespace {

// Debian's names, which others' resemble.
std::string package_for(const std::string& script) {
  static constexpr std::string_view east_asian[] = {"Han", "Hiragana", "Katakana", "Hangul", "Bopomofo"};
  const bool is_east_asian = std::find(std::begin(east_asian), std::end(east_asian), script) != std::end(east_asian);
  return is_east_asian ? "fonts-noto-cjk" : "fonts-noto-core";
}

}  // namespace

std::vector<Problem> missing_fonts(std::span<const ScriptInUse> scripts, const HasFont& has_font) {
  std::vector<Problem> problems;
  for (const ScriptInUse& one : scripts) {
    if (!has_font(one.letter)) {
      problems.push_back(
          {.where = "fonts",
           .what = "no font of this machine has " + one.script + " letters, which the board is written in",
           .right = "install one, such as those of the package " + package_for(one.script)});
    }
  }
  if (!problems.empty() && problems.size() == scripts.size()) {
    return {
        {.where = "fonts",
         .what = "no font of this machine has letters of the board's: it shows its codes and times without words",
         .right = "install fonts, such as those of the packages fonts-inter and " + package_for(scripts[0].script)}};
  }
  return problems;
}

bool Legibility::can_be_written(std::string_view utf8) {
  std::vector<ScriptInUse> scripts = scripts_in(utf8);
  if (scripts.empty()) {
    scripts.push_back({"", U'0'});
  }
  return std::any_of(scripts.begin(), scripts.end(), [&](const ScriptInUse& one) {
    const auto [known, is_new] = known_.try_emplace(one.script);
    if (is_new) {
      known->second = has_font_(one.letter);
    }
    return known->second;
  });
}

}  // namespace kiosk
