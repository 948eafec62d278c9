#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "typesetting/ruler.h"

namespace kiosk {

// Breaks a text into lines by the whole text, not line by line: of all ways to break it into so many lines the one
// whose lines are the most even, with a price on a word alone on a line, on a line that ends with the first word of a
// quotation, on a short last line, and on a break inside of a word (Knuth and Plass, "Breaking Paragraphs into Lines",
// 1981, for lines whose length is still open).
//
// Which breaks are best does not depend on the size of the letters, so that a text is broken once and then made as
// large as its longest line allows. Each piece between two places where a line may end is measured once, at the style's
// size.
class LineBreaker {
 public:
  // `text` has its spaces bound (locales/line_breaks.h). Borrows nothing beyond the call.
  LineBreaker(Ruler& ruler, std::string_view text, const TextStyle& style);

  // The most lines that it can have.
  int most_lines() const { return static_cast<int>(pieces_.size()); }

  struct Broken {
    std::string text;  // with a line separator (U+2028) at the end of each line but the last
    float width = 0;   // of the longest line, at the style's size
  };
  // Expects 1 to most_lines(). O(lines * pieces²) at the first time, and kept.
  const Broken& into(int lines);

 private:
  struct Piece {
    std::string text;     // without the space behind it
    float width = 0;      // of the text
    float gap = 0;        // of the space behind it; 0: there is none
    bool word = true;     // a single word, where words have spaces between them
    bool opens = false;   // the first word of a quotation or bracket
    bool inside = false;  // the place behind it is inside of a word
    bool hyphen = false;  // and a hyphen stands there where a line ends (a soft hyphen, U+00AD)
  };
  Broken broken_into(int lines) const;
  float width_of(std::size_t first, std::size_t end) const;
  float price_of(std::size_t first, std::size_t end, float even_width, int lines) const;

  float hyphen_width_ = 0;
  std::vector<Piece> pieces_;
  std::vector<float> left_;  // where each piece begins if all stand in one line; one more than pieces
  std::map<int, Broken> known_;
};

}  // namespace kiosk
