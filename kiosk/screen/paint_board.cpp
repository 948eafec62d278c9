#include "screen/paint_board.h"

#include <algorithm>
#include <cassert>
#include <cstdint>

#include "graphics/qr_code.h"
#include "screen/paint_icon.h"
#include "screen/theme.h"

namespace kiosk {
namespace {

// Keeps what the last frame showed, so that a clock ticking for a month costs the memory of one board.
template <class Entry>
void drop_unused(std::vector<Entry>& entries) {
  std::erase_if(entries, [](const Entry& entry) { return !entry.used; });
  for (Entry& entry : entries) {
    entry.used = false;
  }
}

}  // namespace

Layout BoardPainter::lay_out(const Board& board, Size size) {
  Layout layout = kiosk::lay_out(board, size, ruler_);
  ruler_.forget_unused();
  return layout;
}

void BoardPainter::paint(const Board& board, Size framebuffer) {
  assert(std::this_thread::get_id() == thread_);
  const Layout layout = lay_out(board, framebuffer);
  canvas_.begin(framebuffer);
  paint_background(framebuffer);
  for (const SurfaceBox& box : layout.surfaces) {
    canvas_.fill(box.rect, color_of(box.surface, theme_), box.radius);
  }
  for (const QrBox& box : layout.qr_codes) {
    canvas_.image(texture_of(box).texture, box.rect, rgb(0x000000));
  }
  for (const IconBox& box : layout.icons) {
    paint_icon(box.icon, box.rect, color_of(box.ink, theme_), canvas_);
  }
  for (const TextBox& box : layout.texts) {
    const TextTexture& text = texture_of(box);
    if (text.texture) {
      const Size size = text.texture.size();
      canvas_.image(text.texture,
                    {box.rect.x + text.origin.x, box.rect.y + text.origin.y, static_cast<float>(size.width),
                     static_cast<float>(size.height)},
                    text.tint);
    }
  }
  canvas_.end();
  // After end(): the frame's draw list names textures until it is sent.
  drop_unused(texts_);
  drop_unused(qr_codes_);
}

void BoardPainter::paint_background(Size size) {
  const Color middle = blended({theme_.glow.r, theme_.glow.g, theme_.glow.b, 96}, theme_.background);
  canvas_.gradient({0, 0, static_cast<float>(size.width), static_cast<float>(size.height)},
                   {theme_.glow, middle, theme_.background, middle});
}

const BoardPainter::TextTexture& BoardPainter::texture_of(const TextBox& box) {
  const Color color = color_of(box.ink, theme_);
  const auto same = std::find_if(texts_.begin(), texts_.end(), [&](const TextTexture& known) {
    return known.box.text == box.text && known.box.style == box.style && known.box.wrap == box.wrap &&
           known.box.ink == box.ink;
  });
  if (same != texts_.end()) {
    same->used = true;
    return *same;
  }
  const TextBitmap bitmap = engine_->rasterise(text_request(box.text, box.style, box.wrap), color);
  TextTexture made{box, {}, bitmap.origin, bitmap.colored ? rgb(0xffffff) : color};
  if (bitmap.size.width > 0 && bitmap.size.height > 0) {
    made.texture = Texture(bitmap.size, bitmap.colored ? Texture::Format::rgba : Texture::Format::coverage,
                           Texture::Filter::nearest, bitmap.pixels);
  }
  return texts_.emplace_back(std::move(made));
}

const BoardPainter::QrTexture& BoardPainter::texture_of(const QrBox& box) {
  const auto same = std::find_if(qr_codes_.begin(), qr_codes_.end(),
                                 [&](const QrTexture& known) { return known.payload == box.payload; });
  if (same != qr_codes_.end()) {
    same->used = true;
    return *same;
  }
  const auto code = encode_qr(box.payload);
  std::vector<std::uint8_t> coverage;
  Size size;
  if (code) {
    size = {code->modules, code->modules};
    for (const bool dark : code->dark) {
      coverage.push_back(dark ? 255 : 0);
    }
  }
  // A texel a module, enlarged by a whole number without filtering: every module is the same size.
  return qr_codes_.emplace_back(
      QrTexture{box.payload, Texture(size, Texture::Format::coverage, Texture::Filter::nearest, coverage)});
}

}  // namespace kiosk
