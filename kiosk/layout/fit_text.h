#pragma once

#include <string>
#include <string_view>

#include "layout/ruler.h"

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
};

// The largest cap height within bounds at which the text fits with no word broken, its lines balanced (as
// even as they get without another line); at the smallest, the text is cut at a word. style.cap_height is
// not read.
FittedText fit_text(Ruler& ruler, std::string_view text, const TextStyle& style, const FitBounds& bounds);

// The text at its style's own size in at most `lines` lines, cut at a word where it is longer.
FittedText cut_text(Ruler& ruler, std::string_view text, const TextStyle& style, float width, int lines);

// As cut_text(), for the name of a host: where it is too long its end stays, behind an ellipsis, since it is the end
// that says whose it is.
FittedText cut_host(Ruler& ruler, std::string_view host, const TextStyle& style, float width, int lines);

}  // namespace kiosk
