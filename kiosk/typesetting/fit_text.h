#pragma once

#include <string>
#include <string_view>

#include "typesetting/ruler.h"

namespace kiosk {

// A text that was made to fit, and the room it takes.
struct FittedText {
  std::string text;  // with bound spaces, and cut where it had to be
  TextStyle style;   // cap_height chosen
  float width = 0;   // to wrap at
  TextSize size;
  bool cut = false;  // an ellipsis stands for the rest
};

struct FitBounds {
  float width = 0;
  float height = 0;
  float largest_cap = 0;
  float smallest_cap = 0;
  // Of a text of more than two lines; 0: as above.
  float largest_cap_of_long = 0;
  // Another line is taken only where letters get much larger by it, or are smaller than this; 0: the smallest.
  float wanted = 0;
  // Words are hyphenated where the text would else be smaller than this; 0: never. By the language of the style, or
  // where that names none by this one.
  float hyphenated_below = 0;
  std::string language = {};

  float largest_long_cap() const { return largest_cap_of_long > 0 ? largest_cap_of_long : largest_cap; }
  float wanted_cap() const { return wanted > 0 ? wanted : smallest_cap; }
};

// The style with more room between lines for a text with letters that reach far above or below their line, with marks
// above and below these: set as tight as Latin, its lines would touch. The functions below see to that themselves.
TextStyle with_room_for_script(const TextStyle& style, std::string_view text);

// So many lines of that width a text has in any case, or more: breaking it into fewer, which takes time where it is
// long, is not worth trying. Both at the size that the breaker measured at.
int lines_at_least(LineBreaker& breaker, float width);

// The text as large as it gets within the bounds, in as few lines as that takes, broken where it reads best
// (line_breaker.h), with no word broken but by a hyphen; at the smallest size a word breaks where it must, and the text
// is cut at a word. style.cap_height is not read. A line separator (U+2028) stands in the text where a line ends.
FittedText fit_text(Ruler& ruler, std::string_view text, const TextStyle& style, const FitBounds& bounds);

// The text at its style's own size in at most `lines` lines, broken as above, cut at a word where it is longer.
FittedText cut_text(Ruler& ruler, std::string_view text, const TextStyle& style, float width, int lines);

// As cut_text(), for a title: where it is too long, what stands inside of its quotation marks says more than what kind
// of thing that is, and stays whole if it fits.
FittedText cut_title(Ruler& ruler, std::string_view title, const TextStyle& style, float width, int lines);

// As cut_text(), for the name of a host: where it is too long its end stays, behind an ellipsis, since it is the end
// that says whose it is.
FittedText cut_host(Ruler& ruler, std::string_view host, const TextStyle& style, float width, int lines);

}  // namespace kiosk
