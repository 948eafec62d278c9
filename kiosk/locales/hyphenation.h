#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace kiosk {

// Where the words of a language may break, by libhyphen and the patterns that are installed on this machine (Liang,
// "Word Hy-phen-a-tion by Com-put-er", 1983). A language's patterns are read when its first text comes; a language
// without any has no breaks, and so has one that comes after two dozen others. Not for several threads.
class Hyphenation {
 public:
  explicit Hyphenation(std::filesystem::path folder = "/usr/share/hyphen");
  Hyphenation(Hyphenation&&) noexcept;
  ~Hyphenation();

  // The text with soft hyphens (U+00AD) where its longer words may break, three letters or more on either side. A text
  // that holds soft hyphens already is left to its author. `language`: BCP 47; only its first part is asked for.
  std::string hyphenated(std::string_view text, std::string_view language);

 private:
  struct Patterns;
  const Patterns* patterns_of(std::string_view language);

  std::filesystem::path folder_;
  std::map<std::string, std::unique_ptr<Patterns>, std::less<>> patterns_;  // null: there are none
};

}  // namespace kiosk
