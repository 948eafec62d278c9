#pragma once

#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "base/geometry.h"
#include "board/board.h"
#include "graphics/canvas.h"
#include "graphics/imgui_context.h"
#include "graphics/installed_fonts.h"
#include "graphics/text.h"
#include "graphics/texture.h"
#include "images/image.h"
#include "layout/layout.h"
#include "layout/theme_colors.h"
#include "paint/missing_fonts.h"
#include "paint/paint_ruler.h"

namespace kiosk {

// Draws boards on the current framebuffer. Each text block and picture is a texture, made once and kept while it is on
// the board. Needs one GL context, current for its whole life. Draw thread only, which is asserted. Borrows `gui` for
// its life.
class BoardPainter {
 public:
  // An engine made before the window reads fonts while the window opens (graphics/text.h).
  BoardPainter(ImguiContext& gui, const ThemeColors& theme,
               std::unique_ptr<TextEngine> engine = std::make_unique<TextEngine>())
      : gui_(gui), theme_(theme), engine_(std::move(engine)), ruler_(*engine_, &pictures_) {}
  BoardPainter(const BoardPainter&) = delete;
  BoardPainter& operator=(const BoardPainter&) = delete;

  // From the next paint() on.
  void set_theme(const ThemeColors& theme);

  // Gives the picture at an address that boards name; null or without pixels: there is none any more. It is kept as it
  // is, so shrink one that is much larger than the screen (images/scaling.h).
  void set_picture(const std::string& address, std::shared_ptr<const Image> picture);
  // Forgets all pictures but those at these addresses.
  void keep_pictures(const std::vector<std::string>& addresses);

  // A whole frame.
  void paint(const Board& board, Size framebuffer) { paint(lay_out(board, framebuffer)); }
  // What was laid out, over a framebuffer of its size.
  void paint(const Layout& layout);

  // Draws on the background of a frame of `gui`. The caller ends the frame, and may draw windows in it. Once a frame.
  void draw(const Board& board, const ImguiFrame& frame) { draw(lay_out(board, frame.size()), frame); }
  void draw(const Layout& layout, const ImguiFrame& frame);

  // Two whole frames mixed: `share` of `after`, 0 to 1, and the rest of `before`.
  void paint_between(const Texture& before, const Texture& after, double share, Size framebuffer);

  // Lays out as paint() does, without drawing. Where the machine has no font for any of the board's words, what needs
  // none is shown (layout/without_words.h).
  Layout lay_out(const Board& board, Size size);

 private:
  struct TextTexture {
    TextBox box;  // what it was made of; its place does not matter
    Texture texture;
    Point origin;
    Color tint;
    bool used = true;
  };
  struct QrTexture {
    std::string payload;
    int least_modules;
    Texture texture;
    bool used = true;
  };

  // A picture scaled to just the pixels it takes.
  struct PictureTexture {
    std::shared_ptr<const Image> picture;  // what it was made of: another may come by the same address
    Size size;
    bool backdrop = false;  // under the theme's veil
    Texture texture;
    bool used = true;
  };

  void paint_background(const Layout& layout, Canvas& canvas);
  // Null where there is no such picture.
  const Texture* texture_of(const std::string& address, Size size, bool backdrop);
  const TextTexture& texture_of(const TextBox& box);
  const QrTexture& texture_of(const QrBox& box);

  ImguiContext& gui_;
  ThemeColors theme_;
  std::unique_ptr<TextEngine> engine_;
  Pictures pictures_;
  PaintRuler ruler_;
  Legibility legibility_{has_font_for};
  std::vector<TextTexture> texts_;
  std::vector<QrTexture> qr_codes_;
  std::vector<PictureTexture> picture_textures_;
  std::thread::id thread_ = std::this_thread::get_id();
};

}  // namespace kiosk
