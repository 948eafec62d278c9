#include "typesetting/fit_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <unicode/brkiter.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "base/printable.h"
#include "locales/line_breaks.h"
#include "typesetting/line_breaker.h"

namespace kiosk {
namespace {

// How much larger letters must get by another line.
constexpr float much_larger = 1.3F;
constexpr float worth_a_hyphen = 1.08F;
// Titles of so few lines may be larger than others.
constexpr int short_title_lines = 2;

using Fits = std::function<bool(const TextSize&)>;

// Where a text may be cut: after a word, or after any character of a script without spaces. In UTF-16 units, ascending.
std::vector<std::int32_t> cut_positions(const icu::UnicodeString& text) {
  UErrorCode code = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> lines(icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), code));
  std::vector<std::int32_t> ends;
  if (U_SUCCESS(code)) {
    lines->setText(text);
    for (std::int32_t at = lines->next(); at != icu::BreakIterator::DONE && at < text.length(); at = lines->next()) {
      ends.push_back(at);
    }
  }
  return ends;
}

// Where to cut a text that is a single long word: after any character.
std::vector<std::int32_t> character_positions(const icu::UnicodeString& text) {
  UErrorCode code = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> characters(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), code));
  std::vector<std::int32_t> ends;
  if (U_SUCCESS(code)) {
    characters->setText(text);
    for (std::int32_t at = characters->next(); at != icu::BreakIterator::DONE; at = characters->next()) {
      ends.push_back(at);
    }
  }
  return ends;
}

std::string with_ellipsis(const icu::UnicodeString& text, std::int32_t end) {
  icu::UnicodeString head(text, 0, end);
  const icu::UnicodeString hanging(u" \u00A0,.:;—–-«“(/·");
  while (!head.isEmpty() && hanging.indexOf(head[head.length() - 1]) >= 0) {
    head.truncate(head.length() - 1);
  }
  head.append(u'…');
  std::string utf8;
  head.toUTF8String(utf8);
  return utf8;
}

// The longest beginning of the text that fits with an ellipsis.
FittedText cut_until(Ruler& ruler, const std::string& text, const TextStyle& style, float width, const Fits& fits) {
  const icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(text);
  FittedText fitted{"…", style, width, ruler.text_size("…", style, width), true};
  for (const auto& positions : {cut_positions(unicode), character_positions(unicode)}) {
    std::size_t shown = 0;
    std::size_t hidden = positions.size() + 1;  // so many pieces are known not to fit
    while (hidden - shown > 1) {
      const std::size_t middle = (shown + hidden) / 2;
      std::string candidate = with_ellipsis(unicode, positions[middle - 1]);
      const TextSize size = ruler.text_size(candidate, style, width);
      if (fits(size)) {
        shown = middle;
        fitted = {std::move(candidate), style, width, size, true};
      } else {
        hidden = middle;
      }
    }
    if (shown > 0) {
      return fitted;
    }
  }
  return fitted;
}

// The longest part of a title between quotation marks, with these; empty where there is none, or none that could stand
// for the whole: a single short word in quotation marks is a name or a joke.
std::string_view longest_quotation(std::string_view title) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> marks{
      {{"«", "»"}, {"“", "”"}, {"„", "“"}, {"「", "」"}, {"『", "』"}, {"《", "》"}}};
  constexpr std::size_t least_bytes = 16;
  std::string_view longest;
  for (const auto& [opening, closing] : marks) {
    const std::size_t begin = title.find(opening);
    // To the last one: quotations stand in quotations.
    const std::size_t end = title.rfind(closing);
    if (begin != std::string_view::npos && end != std::string_view::npos && end > begin + opening.size()) {
      const std::string_view quoted = title.substr(begin, end + closing.size() - begin);
      longest = quoted.size() > longest.size() ? quoted : longest;
    }
  }
  return longest.size() >= least_bytes ? longest : std::string_view{};
}

// Lines of the best breaks, at the size and the width that a text has got, where it fits so; a text that has been cut
// keeps its cut.
void break_well(Ruler& ruler, FittedText& fitted) {
  if (fitted.size.lines < 2 || fitted.size.broken_word) {
    return;
  }
  LineBreaker& breaker = ruler.line_breaker(fitted.text, fitted.style);
  if (fitted.size.lines > breaker.most_lines()) {
    return;
  }
  std::string text = breaker.into(fitted.size.lines).text;
  const TextSize size = ruler.text_size(text, fitted.style, fitted.width);
  if (size.lines == fitted.size.lines && !size.broken_word) {
    fitted.text = std::move(text);
    fitted.size = size;
  }
  // No wider a box than the lines need, unless it says where they stand.
  if (fitted.style.align == Align::left) {
    fitted.width = std::ceil(fitted.size.width);
  }
}

// The text as large as its best breaks let it be within the bounds; nothing where that is smaller than the smallest.
std::optional<FittedText> fit_best_breaks(Ruler& ruler, const std::string& bound, const TextStyle& style,
                                          const FitBounds& bounds) {
  TextStyle reference = style;
  reference.cap_height = bounds.largest_cap;
  const float line_height = ruler.text_size("x", reference, 0).height / reference.cap_height;
  if (line_height <= 0) {
    return std::nullopt;
  }
  LineBreaker& breaker = ruler.line_breaker(bound, reference);
  LineBreaker::Broken best;
  float best_cap = 0;
  int best_lines = 0;
  const auto most_lines = static_cast<int>(bounds.height / (line_height * bounds.smallest_cap));
  const int least_lines = lines_at_least(breaker, bounds.width / bounds.smallest_cap * reference.cap_height);
  for (int lines = least_lines; lines <= std::min(most_lines, breaker.most_lines()); ++lines) {
    const LineBreaker::Broken& broken = breaker.into(lines);
    const float limit = lines <= short_title_lines ? bounds.largest_cap : bounds.largest_long_cap();
    const float cap = std::min({limit, bounds.width / std::max(broken.width, 1.0F) * reference.cap_height,
                                bounds.height / (line_height * static_cast<float>(lines))});
    // A line more is worth it for letters that are much larger, or as long as they are smaller than wanted.
    const float worth = best_cap < bounds.wanted_cap() ? best_cap : best_cap * much_larger;
    if (cap > worth) {
      best = broken;
      best_cap = cap;
      best_lines = lines;
    }
  }
  // What was added up piece by piece may be a pixel wider as a whole.
  for (int attempt = 0; attempt < 4 && best_cap >= bounds.smallest_cap; ++attempt, best_cap *= 0.99F) {
    TextStyle sized = style;
    sized.cap_height = best_cap;
    const TextSize size = ruler.text_size(best.text, sized, bounds.width);
    if (size.lines == best_lines && !size.broken_word && size.height <= bounds.height) {
      return FittedText{best.text, sized, std::ceil(size.width), size, false};
    }
  }
  return std::nullopt;
}

}  // namespace

TextStyle with_room_for_script(const TextStyle& style, std::string_view text) {
  constexpr float tall_line_height = 1.5F;
  constexpr std::array tall_scripts{USCRIPT_ARABIC,   USCRIPT_DEVANAGARI, USCRIPT_BENGALI, USCRIPT_TAMIL,
                                    USCRIPT_THAI,     USCRIPT_KHMER,      USCRIPT_MYANMAR, USCRIPT_TIBETAN,
                                    USCRIPT_TELUGU,   USCRIPT_KANNADA,    USCRIPT_LAO,     USCRIPT_SINHALA,
                                    USCRIPT_GUJARATI, USCRIPT_MALAYALAM,  USCRIPT_GURMUKHI};
  const icu::UnicodeString letters =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  TextStyle roomy = style;
  for (std::int32_t at = 0; at < letters.length(); at = letters.moveIndex32(at, 1)) {
    UErrorCode code = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(letters.char32At(at), &code);
    if (std::find(tall_scripts.begin(), tall_scripts.end(), script) != tall_scripts.end()) {
      roomy.line_height = std::max(style.line_height, tall_line_height);
      break;
    }
  }
  return roomy;
}

int lines_at_least(LineBreaker& breaker, float width) {
  constexpr float share_of_words = 0.9F;  // the rest may be spaces, which go where lines end
  if (breaker.most_lines() == 0) {
    return 1;
  }
  return std::max(1, static_cast<int>(std::min(1e6F, breaker.into(1).width * share_of_words / std::max(width, 1.0F))));
}

FittedText fit_text(Ruler& ruler, std::string_view text, const TextStyle& style, const FitBounds& bounds) {
  const std::string bound = with_bound_spaces(text);
  const TextStyle roomy = with_room_for_script(style, text);
  std::optional<FittedText> fitted_whole = fit_best_breaks(ruler, bound, roomy, bounds);
  if (!fitted_whole || fitted_whole->style.cap_height < bounds.hyphenated_below) {
    const std::string hyphenated =
        bounds.hyphenated_below > 0 ? ruler.hyphenated(bound, style.language.empty() ? bounds.language : style.language)
                                    : bound;
    std::optional<FittedText> broken =
        hyphenated == bound ? std::nullopt : fit_best_breaks(ruler, hyphenated, roomy, bounds);
    // A hyphen is worth letters that one sees to be larger.
    if (broken && (!fitted_whole || broken->style.cap_height > fitted_whole->style.cap_height * worth_a_hyphen)) {
      return *std::move(broken);
    }
  }
  if (fitted_whole) {
    return *std::move(fitted_whole);
  }
  // At the smallest size a word may break wherever it must, and what does not fit even so is cut.
  TextStyle smallest = roomy;
  smallest.cap_height = bounds.smallest_cap;
  const TextSize size = ruler.text_size(bound, smallest, bounds.width);
  FittedText fitted{bound, smallest, bounds.width, size, false};
  if (size.height > bounds.height) {
    fitted = cut_until(ruler, bound, smallest, bounds.width,
                       [&](const TextSize& cut) { return cut.height <= bounds.height; });
  }
  break_well(ruler, fitted);
  return fitted;
}

FittedText cut_text(Ruler& ruler, std::string_view text, const TextStyle& style, float width, int lines) {
  const std::string bound = with_bound_spaces(text);
  const TextStyle roomy = with_room_for_script(style, text);
  const TextSize size = ruler.text_size(bound, roomy, width);
  FittedText fitted{bound, roomy, width, size, false};
  if (size.lines > lines) {
    fitted = cut_until(ruler, bound, roomy, width, [&](const TextSize& cut) { return cut.lines <= lines; });
  }
  break_well(ruler, fitted);
  return fitted;
}

FittedText cut_title(Ruler& ruler, std::string_view title, const TextStyle& style, float width, int lines) {
  FittedText whole = cut_text(ruler, title, style, width, lines);
  if (!whole.cut) {
    return whole;
  }
  const std::string_view quoted = longest_quotation(title);
  if (quoted.empty() || quoted.size() == title.size()) {
    return whole;
  }
  FittedText inside = cut_text(ruler, quoted, style, width, lines);
  inside.cut = true;
  return inside;
}

FittedText cut_host(Ruler& ruler, std::string_view host, const TextStyle& style, float width, int lines) {
  const TextStyle roomy = with_room_for_script(style, host);
  FittedText fitted{std::string(host), roomy, width, ruler.text_size(host, roomy, width), false};
  while (fitted.size.lines > lines && !host.empty()) {
    const std::size_t next_label = host.find('.', 1);
    host.remove_prefix(next_label != std::string_view::npos ? next_label : first_code_point(host).bytes);
    fitted.text = "…" + std::string(host);
    fitted.size = ruler.text_size(fitted.text, roomy, width);
    fitted.cut = true;
  }
  return fitted;
}

}  // namespace kiosk
