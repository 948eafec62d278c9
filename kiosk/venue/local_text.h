#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kiosk {

// A text of the feed, in one language or several, UTF-8. The feed writes it as a plain string or as an
// object by language.
class LocalText {
 public:
  LocalText() = default;
  LocalText(std::string text) { add("", std::move(text)); }  // NOLINT(google-explicit-constructor): reads as the text
  LocalText(const char* text) : LocalText(std::string(text)) {}  // NOLINT(google-explicit-constructor)
  LocalText(std::initializer_list<std::pair<std::string, std::string>> by_language);

  // `language` is a BCP 47 tag ("ru", "zh-Hant"), or empty for a text that does not say. Empty texts are
  // not kept.
  void add(std::string language, std::string text);

  // The text in `language`; else in its base language ("de" for "de-AT"); else in a variety of that ("pt-BR"
  // for "pt"); else the one that says no language; else, for a reader of another
  // language, the English one; else the first
  // written. Empty only where there is no text at all.
  const std::string& in(std::string_view language) const;

  bool empty() const { return texts_.empty(); }

  // Language and text, as written.
  const std::vector<std::pair<std::string, std::string>>& all() const { return texts_; }

  friend bool operator==(const LocalText&, const LocalText&) = default;

 private:
  std::vector<std::pair<std::string, std::string>> texts_;  // as written, languages unique
};

}  // namespace kiosk
