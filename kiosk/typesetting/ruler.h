#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/geometry.h"

namespace kiosk {

// The side of its box at which a text's lines start or end, whichever way its script runs.
enum class Align { left, center, right };

// How a text is set. Lengths in pixels.
struct TextStyle {
  float cap_height = 0;  // of a capital letter: what the eye at ten metres measures
  int weight = 400;
  bool display = false;      // the cut for large sizes
  bool tabular = false;      // digits of one width, for what ticks or stands in columns
  bool struck = false;       // a line through
  float line_height = 1.3F;  // in font sizes
  Align align = Align::left;
  bool right_to_left = false;  // the direction of a text without letters, such as digits; letters bring their own
  std::string language;        // BCP 47, chooses glyphs; may be empty
  friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

// The room a text takes when it is wrapped at some width.
struct TextSize {
  float width = 0;     // of the longest line
  float shortest = 0;  // of the shortest line
  float height = 0;    // of all lines
  float baseline = 0;  // the first one's, from the top
  int lines = 0;
  bool broken_word = false;  // a word wider than the line was broken inside
};

class LineBreaker;

// Measures texts, QR codes and pictures for the layout. The painter's ruler measures by the same code that draws; tests
// may have a ruler of their own.
class Ruler {
 public:
  virtual ~Ruler() = default;
  // `width` 0: one line, however long.
  virtual TextSize text_size(std::string_view text, const TextStyle& style, float width) = 0;
  // Where the lines of a text end best (typesetting/line_breaker.h), its spaces bound. Kept as long as what was
  // measured.
  virtual LineBreaker& line_breaker(std::string_view text, const TextStyle& style) = 0;
  // The text with soft hyphens (U+00AD) where words of that language (BCP 47) may break; a ruler that knows no language
  // leaves it as it is.
  virtual std::string hyphenated(std::string_view text, std::string_view /*language*/) { return std::string(text); }
  // Modules on a side, quiet zone not counted; 0 for a payload no QR code holds.
  virtual int qr_modules(std::string_view payload) = 0;
  // Size in pixels of a loaded picture; nothing while it is fetched, and for a broken one.
  virtual std::optional<Size> picture_size(std::string_view address) = 0;
};

}  // namespace kiosk
