#pragma once

#include <string>
#include <vector>

#include "base/geometry.h"
#include "board/board.h"
#include "typesetting/ruler.h"

namespace kiosk {

// Where each part of a board is drawn, in whole pixels of the screen, and in which role. The theme gives each role its
// colour.

enum class Ink {
  text,
  quiet,
  on_accent,
  on_alert,
  on_calm,
  on_alarm,
  on_alarm_chip,
  on_card,
  on_card_quiet,
  on_darkness
};
enum class Surface {
  divider,
  chip_accent,
  chip_alert,
  chip_calm,
  alarm,
  alarm_chip,
  card,
  progress_track,
  progress,
  digit,       // bars that make digits, where there are no fonts
  card_digit,  // on a card
  darkness
};

struct SurfaceBox {
  Rect rect;
  Surface surface;
  float radius = 0;
};

struct TextBox {
  Rect rect;       // of all lines
  float wrap = 0;  // the width to wrap at, rect.width or 0 for one line
  std::string text;
  TextStyle style;
  Ink ink = Ink::text;
};

struct IconBox {
  Rect rect;
  Icon icon;
  Ink ink = Ink::text;
};

struct QrBox {
  Rect rect;  // of the modules; the quiet zone around is the card's white
  std::string payload;
  int module_pixels = 0;  // whole pixels a module
  int least_modules = 0;  // on a side, where the code is to look like others beside it; 0: as few as hold the payload
};

// A picture that fills its box: what is wider or higher is cut off evenly at both sides.
struct PictureBox {
  Rect rect;
  std::string address;
  float radius = 0;
};

// Drawn in this order.
struct Layout {
  Size size;
  std::string backdrop;  // a picture's address, drawn under a veil that keeps text readable; may be empty
  std::vector<SurfaceBox> surfaces;
  std::vector<PictureBox> pictures;
  std::vector<QrBox> qr_codes;
  std::vector<IconBox> icons;
  std::vector<TextBox> texts;
  bool right_to_left = false;  // icons that point are mirrored
  float shade = 0;             // over all of it, black: 0 clear, 1 opaque
};

// Lays out a board for a screen of at least 320x180 pixels. All lengths are shares of the short side, so that a board
// looks the same at 720p and at 4K. Pure, but for the ruler.
Layout lay_out(const Board& board, Size size, Ruler& ruler);

}  // namespace kiosk
