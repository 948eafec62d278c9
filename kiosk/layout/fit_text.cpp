#include "layout/fit_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include <unicode/brkiter.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "base/printable.h"
#include "locales/line_breaks.h"

namespace kiosk {
namespace {

// Steps of the binary searches: differences that remain are too small to see.
constexpr int cap_steps = 6;
constexpr int width_steps = 7;

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

// Scripts whose letters reach far above or below their line, with marks above and below these: set as tight as Latin,
// their lines would touch.
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

// Makes the lines as even as they get without another line, so that no word stands alone in the last one if that can be
// avoided. It searches for the least width that needs no further line.
void balance(Ruler& ruler, FittedText& fitted) {
  if (fitted.size.lines < 2) {
    return;
  }
  const auto keeps_lines = [&](const TextSize& size) {
    return size.lines <= fitted.size.lines && size.broken_word <= fitted.size.broken_word;
  };
  float least = fitted.width;
  float too_narrow = fitted.width / 2;
  for (int step = 0; step < width_steps; ++step) {
    const float middle = std::ceil((least + too_narrow) / 2);
    if (keeps_lines(ruler.text_size(fitted.text, fitted.style, middle))) {
      least = middle;
    } else {
      too_narrow = middle;
    }
  }
  const auto evenness = [](const TextSize& size) { return size.shortest / size.width; };
  const float all = fitted.width;
  for (int step = 0; step < width_steps; ++step) {
    const float width = std::ceil(least + (all - least) * static_cast<float>(step) / width_steps);
    const TextSize size = ruler.text_size(fitted.text, fitted.style, width);
    if (keeps_lines(size) && evenness(size) > evenness(fitted.size)) {
      fitted.width = width;
      fitted.size = size;
    }
  }
  // The same breaks in no wider a box than they need.
  fitted.width = std::ceil(fitted.size.width);
}

}  // namespace

FittedText fit_text(Ruler& ruler, std::string_view text, const TextStyle& style, const FitBounds& bounds) {
  const std::string bound = with_bound_spaces(text);
  const TextStyle roomy = with_room_for_script(style, text);
  const auto at_cap = [&](float cap) {
    TextStyle sized = roomy;
    sized.cap_height = cap;
    const TextSize size = ruler.text_size(bound, sized, bounds.width);
    return FittedText{bound, sized, bounds.width, size, false};
  };
  // A word that breaks even at the smallest size breaks anyway, and is better read large.
  bool may_break_words = false;
  const auto fits = [&](const FittedText& fitted) {
    return fitted.size.height <= bounds.height && (may_break_words || !fitted.size.broken_word);
  };

  FittedText best = at_cap(bounds.largest_cap);
  if (!fits(best)) {
    best = at_cap(bounds.smallest_cap);
    may_break_words = best.size.broken_word;
    if (fits(best)) {
      float too_large = bounds.largest_cap;
      for (int step = 0; step < cap_steps; ++step) {
        FittedText middle = at_cap((best.style.cap_height + too_large) / 2);
        if (fits(middle)) {
          best = std::move(middle);
        } else {
          too_large = middle.style.cap_height;
        }
      }
    } else if (best.size.height > bounds.height) {
      best = cut_until(ruler, bound, best.style, bounds.width,
                       [&](const TextSize& size) { return size.height <= bounds.height; });
    }
  }
  balance(ruler, best);
  return best;
}

FittedText cut_text(Ruler& ruler, std::string_view text, const TextStyle& style, float width, int lines) {
  const std::string bound = with_bound_spaces(text);
  const TextStyle roomy = with_room_for_script(style, text);
  const TextSize size = ruler.text_size(bound, roomy, width);
  if (size.lines <= lines) {
    return {bound, roomy, width, size, false};
  }
  return cut_until(ruler, bound, roomy, width, [&](const TextSize& cut) { return cut.lines <= lines; });
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
