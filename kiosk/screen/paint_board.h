#pragma once

#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "base/geometry.h"
#include "graphics/canvas.h"
#include "graphics/text.h"
#include "graphics/texture.h"
#include "screen/board.h"
#include "screen/layout.h"
#include "screen/paint_ruler.h"
#include "settings/settings.h"

namespace kiosk {

// Draws boards on the current framebuffer: one texture a text block, made once and kept while the block
// stays on the board. Needs one GL context, current for its whole life; draw thread only, and asserts it.
class BoardPainter {
 public:
  // An engine made before the window reads its fonts while that opens (graphics/text.h).
  explicit BoardPainter(const ThemeColors& theme, std::unique_ptr<TextEngine> engine = std::make_unique<TextEngine>())
      : theme_(theme), engine_(std::move(engine)), ruler_(*engine_) {}

  void paint(const Board& board, Size framebuffer);

  // Lays out as paint() does, without drawing.
  Layout lay_out(const Board& board, Size size);

 private:
  struct TextTexture {
    TextBox box;  // what it was made of; where it stands does not matter
    Texture texture;
    Point origin;
    Color tint;
    bool used = true;
  };
  struct QrTexture {
    std::string payload;
    Texture texture;
    bool used = true;
  };

  void paint_background(Size size);
  const TextTexture& texture_of(const TextBox& box);
  const QrTexture& texture_of(const QrBox& box);

  ThemeColors theme_;
  std::unique_ptr<TextEngine> engine_;
  PaintRuler ruler_;
  Canvas canvas_;
  std::vector<TextTexture> texts_;
  std::vector<QrTexture> qr_codes_;
  std::thread::id thread_ = std::this_thread::get_id();
};

}  // namespace kiosk
