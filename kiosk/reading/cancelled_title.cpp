#include "reading/cancelled_title.h"

#include <algorithm>

namespace kiosk {
namespace {

// As they are shouted, and as they are said.
struct Word {
  std::string_view upper;
  std::string_view lower;
};
constexpr Word words[] = {{"CANCELLED", "cancelled"}, {"CANCELED", "canceled"}, {"ОТМЕНЕНО", "отменено"},
                          {"ОТМЕНЕНА", "отменена"},   {"ОТМЕНЁН", "отменён"},   {"ОТМЕНЕН", "отменен"},
                          {"ABGESAGT", "abgesagt"},   {"ENTFÄLLT", "entfällt"}};

// Takes the first of `marks` that the text begins with off its front.
template <std::size_t count>
bool take(std::string_view& text, const std::string_view (&marks)[count]) {
  for (const std::string_view mark : marks) {
    if (text.starts_with(mark)) {
      text.remove_prefix(mark.size());
      return true;
    }
  }
  return false;
}

// "Cancelled" or "cancelled": small but for its first letter, which is small here.
bool take_small(std::string_view& text, const Word& word) {
  const std::size_t first = static_cast<unsigned char>(word.lower[0]) < 0x80 ? 1 : 2;  // bytes of the first letter
  const std::string_view given = text.substr(0, first);
  if ((given != word.lower.substr(0, first) && given != word.upper.substr(0, first)) ||
      !text.substr(given.size()).starts_with(word.lower.substr(first))) {
    return false;
  }
  text.remove_prefix(word.lower.size());
  return true;
}

}  // namespace

std::optional<std::string> cancelled_title(std::string_view title) {
  static constexpr std::string_view opening[] = {"[", "("};
  static constexpr std::string_view closing[] = {"]", ")"};
  static constexpr std::string_view separators[] = {":", "-", "–", "—", "!", "."};
  static constexpr std::string_view blanks[] = {" ", "\u00A0"};
  const std::string_view whole = title;
  const bool bracket = take(title, opening);
  bool shouted = false;
  const bool found = std::any_of(std::begin(words), std::end(words), [&](const Word& word) {
    shouted = title.starts_with(word.upper);
    if (shouted) {
      title.remove_prefix(word.upper.size());
    }
    return shouted || take_small(title, word);
  });
  if (!found || (bracket && !take(title, closing))) {
    return std::nullopt;
  }
  const std::string_view behind_word = title;
  bool separated = bracket;
  while (take(title, blanks)) {
  }
  const bool blank = title.size() < behind_word.size();
  while (take(title, separators) || take(title, blanks)) {
    separated = true;
  }
  const bool alone = title.empty();
  if (!separated && !(shouted && (blank || alone))) {
    return std::nullopt;
  }
  return std::string(alone ? whole : title);
}

}  // namespace kiosk
