#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/color.h"
#include "base/geometry.h"

namespace kiosk {

// The side of the block at which lines are aligned, whichever way their script runs.
enum class TextAlign { left, center, right };

// One block of text: a paragraph, or several where the text holds line feeds.
struct TextRequest {
  std::string_view text = {};         // UTF-8, at most 4 KiB, the rest is left out; U+FFFD stands for invalid bytes
  std::string_view language = {};     // BCP 47, chooses between the Han of zh, ja and ko; may be empty
  float cap_height = 0;               // of a capital letter of the main font, in pixels
  int weight = 400;                   // 100 to 900
  bool display = false;               // the cut drawn for large sizes
  bool tabular = false;               // digits of one width
  bool struck = false;                // a line through
  float width = 0;                    // wraps at it, in pixels; 0: one line a paragraph, however long
  float line_height = 1.3F;           // distance of base lines, in font sizes (Inter's capital is 0.727 of one)
  TextAlign align = TextAlign::left;  // within `width`, or the longest line where there is none
  // The direction of a text without letters, such as digits and dashes. A paragraph with letters has the direction of
  // the first of them, one without that of the paragraph before it.
  bool right_to_left = false;
};

// The room a block takes. Its height is lines * line distance, whatever letters it has, so that boards do not jump when
// a letter with a descender comes. Capitals are centred in their line's height. A block without text or cap height
// takes no room, not even a line.
struct TextExtent {
  float width = 0;     // of the longest line
  float shortest = 0;  // of the shortest line
  float height = 0;
  float first_baseline = 0;  // from the top; a whole number of pixels
  int lines = 0;
  bool broken_word = false;  // a line ends inside a word that was wider than the line
};

// How far ink may reach beyond its block on each side, in font sizes: the accents of a capital and the tail of a letter
// do, and a heap of marks goes no farther.
inline constexpr double text_overhang = 0.22;

// The block as pixels: its ink, which may reach beyond the block by text_overhang, with a clear pixel around it where
// it reaches less. No pixels where there is no ink. At most 16384 pixels a side; the rest is cut.
struct TextBitmap {
  Size size;
  Point origin;          // of the bitmap's top left, from the block's top left; a whole number of pixels
  bool colored = false;  // true: straight RGBA, colour glyphs among them; false: one byte of coverage
  std::vector<std::uint8_t> pixels;
};

// Shapes, breaks and rasterises text by Pango: bidi, fallback fonts, CJK line breaks, colour emoji. The
// machine's font configuration chooses fonts only: hinting and subpixel order are off, so that a board is
// the same on every machine with the same fonts. Draw thread only (fontconfig is not thread-safe enough).
//
// Making an engine starts the reading of font files on a thread of Pango's: make it before other slow parts of the
// start-up. The last text measured is kept laid out, so that rasterising it, or measuring it again, is cheap.
class TextEngine {
 public:
  TextEngine();
  ~TextEngine();
  TextEngine(const TextEngine&) = delete;
  TextEngine& operator=(const TextEngine&) = delete;

  TextExtent measure(const TextRequest& request);
  // `color` is baked in only where the block holds colour glyphs; its alpha then applies to these too.
  TextBitmap rasterise(const TextRequest& request, Color color);

 private:
  struct Pango;
  std::unique_ptr<Pango> pango_;
};

}  // namespace kiosk
