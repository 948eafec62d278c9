#include "paint/paint_board.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstdint>

#include "graphics/qr_code.h"
#include "images/scaling.h"
#include "layout/theme.h"
#include "layout/without_words.h"
#include "paint/paint_icon.h"

namespace kiosk {
namespace {

// Drops what the last frame did not show: otherwise the clock alone would fill the memory in a month.
template <class Entry>
void drop_unused(std::vector<Entry>& entries) {
  std::erase_if(entries, [](const Entry& entry) { return !entry.used; });
  for (Entry& entry : entries) {
    entry.used = false;
  }
}

Rect whole(Size size) { return {0, 0, static_cast<float>(size.width), static_cast<float>(size.height)}; }

Size pixels_of(const Rect& rect) {
  return {static_cast<int>(std::lround(rect.width)), static_cast<int>(std::lround(rect.height))};
}

std::uint8_t alpha_of(double share) {
  return static_cast<std::uint8_t>(std::lround(std::clamp(share, 0.0, 1.0) * 255));
}

// The least veil under which text keeps its contrast on every pixel. Under a thicker veil other pixels may be the
// darkest and the lightest, so the search is repeated until the veil is thick enough for these too.
std::uint8_t veil_alpha(const Image& image, const ThemeColors& theme) {
  std::uint8_t alpha = 0;
  for (;;) {
    const Extremes found = extremes(image, theme.background, alpha);
    const std::uint8_t wanted = alpha_of(veil_share(theme, found.darkest, found.lightest));
    if (wanted <= alpha) {
      return alpha;
    }
    alpha = wanted;
  }
}

// Blends the picture with the veil and makes it opaque, so that a frame draws each pixel of the screen once.
void veil(Image& image, const ThemeColors& theme) {
  const std::uint8_t alpha = veil_alpha(image, theme);
  for (std::size_t at = 0; at + 3 < image.rgba.size(); at += 4) {
    const Color pixel{image.rgba[at], image.rgba[at + 1], image.rgba[at + 2], 255};
    const Color seen = mixed(theme.background, mixed(pixel, theme.background, image.rgba[at + 3]), alpha);
    image.rgba[at] = seen.r;
    image.rgba[at + 1] = seen.g;
    image.rgba[at + 2] = seen.b;
    image.rgba[at + 3] = 255;
  }
}

}  // namespace

Layout BoardPainter::lay_out(const Board& board, Size size) {
  Layout layout = legibility_.can_be_written(to_text(board)) ? kiosk::lay_out(board, size, ruler_)
                                                             : lay_out_without_words(board, size, ruler_);
  ruler_.forget_unused();
  return layout;
}

void BoardPainter::set_theme(const ThemeColors& theme) {
  assert(std::this_thread::get_id() == thread_);
  if (theme == theme_) {
    return;
  }
  theme_ = theme;
  texts_.clear();  // they were made with the old colours
  std::erase_if(picture_textures_, [](const PictureTexture& known) { return known.backdrop; });
}

void BoardPainter::set_picture(const std::string& address, std::shared_ptr<const Image> picture) {
  if (picture != nullptr && picture->size.width > 0 && picture->size.height > 0) {
    pictures_.insert_or_assign(address, std::move(picture));
  } else {
    pictures_.erase(address);
  }
}

void BoardPainter::keep_pictures(const std::vector<std::string>& addresses) {
  std::erase_if(pictures_, [&](const auto& known) {
    return std::find(addresses.begin(), addresses.end(), known.first) == addresses.end();
  });
}

void BoardPainter::paint(const Layout& layout) {
  ImguiFrame frame = gui_.begin_frame(layout.size);
  draw(layout, frame);
  frame.end();
}

void BoardPainter::draw(const Layout& layout, const ImguiFrame& frame) {
  assert(std::this_thread::get_id() == thread_);
  Canvas canvas(frame);
  paint_background(layout, canvas);
  for (const SurfaceBox& box : layout.surfaces) {
    canvas.fill(box.rect, color_of(box.surface, theme_), box.radius);
  }
  for (const PictureBox& box : layout.pictures) {
    if (const Texture* texture = texture_of(box.address, pixels_of(box.rect), false)) {
      canvas.image(*texture, box.rect, rgb(0xffffff), box.radius);
    }
  }
  for (const QrBox& box : layout.qr_codes) {
    canvas.image(texture_of(box).texture, box.rect, rgb(0x000000));
  }
  for (const IconBox& box : layout.icons) {
    paint_icon(box.icon, box.rect, color_of(box.ink, theme_), layout.right_to_left, canvas);
  }
  for (const TextBox& box : layout.texts) {
    const TextTexture& text = texture_of(box);
    if (text.texture) {
      const Size size = text.texture.size();
      canvas.image(text.texture,
                   {box.rect.x + text.origin.x, box.rect.y + text.origin.y, static_cast<float>(size.width),
                    static_cast<float>(size.height)},
                   text.tint);
    }
  }
  if (layout.shade > 0) {
    canvas.fill(whole(layout.size), {0, 0, 0, alpha_of(layout.shade)});
  }
  // Safe before the frame is sent: its draw list uses none of the textures that this board did not use.
  drop_unused(texts_);
  drop_unused(qr_codes_);
  drop_unused(picture_textures_);
}

void BoardPainter::paint_between(const Texture& before, const Texture& after, double share, Size framebuffer) {
  assert(std::this_thread::get_id() == thread_);
  ImguiFrame frame = gui_.begin_frame(framebuffer);
  Canvas canvas(frame);
  canvas.image(before, whole(framebuffer));
  canvas.image(after, whole(framebuffer), {255, 255, 255, alpha_of(share)});
  frame.end();
}

void BoardPainter::paint_background(const Layout& layout, Canvas& canvas) {
  if (const Texture* backdrop = texture_of(layout.backdrop, layout.size, true)) {
    canvas.image(*backdrop, whole(layout.size));
    return;
  }
  // The light comes from the corner where reading begins.
  const Color middle = blended({theme_.glow.r, theme_.glow.g, theme_.glow.b, 96}, theme_.background);
  std::array corners{theme_.glow, middle, theme_.background, middle};
  if (layout.right_to_left) {
    std::swap(corners[0], corners[1]);
    std::swap(corners[2], corners[3]);
  }
  canvas.gradient(whole(layout.size), corners);
}

const Texture* BoardPainter::texture_of(const std::string& address, Size size, bool backdrop) {
  const auto there = pictures_.find(address);
  if (there == pictures_.end() || size.width <= 0 || size.height <= 0) {
    return nullptr;
  }
  const std::shared_ptr<const Image>& picture = there->second;
  const auto same = std::find_if(picture_textures_.begin(), picture_textures_.end(), [&](const PictureTexture& known) {
    return known.picture == picture && known.size == size && known.backdrop == backdrop;
  });
  if (same != picture_textures_.end()) {
    same->used = true;
    return &same->texture;
  }
  Image image = scaled(*picture, covering_part(picture->size, size), size);
  if (backdrop) {
    veil(image, theme_);
  }
  Texture texture(size, Texture::Format::rgba, Texture::Filter::nearest, image.rgba);
  return &picture_textures_.emplace_back(PictureTexture{picture, size, backdrop, std::move(texture)}).texture;
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
  const auto same = std::find_if(qr_codes_.begin(), qr_codes_.end(), [&](const QrTexture& known) {
    return known.payload == box.payload && known.least_modules == box.least_modules;
  });
  if (same != qr_codes_.end()) {
    same->used = true;
    return *same;
  }
  const auto code = encode_qr(box.payload, box.least_modules);
  std::vector<std::uint8_t> coverage;
  Size size;
  if (code) {
    size = {code->modules, code->modules};
    for (const bool dark : code->dark) {
      coverage.push_back(dark ? 255 : 0);
    }
  }
  // A texel a module, enlarged by a whole number without filtering: every module is the same size.
  return qr_codes_.emplace_back(QrTexture{
      box.payload, box.least_modules, Texture(size, Texture::Format::coverage, Texture::Filter::nearest, coverage)});
}

}  // namespace kiosk
