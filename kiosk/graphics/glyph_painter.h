#pragma once

#include <memory>

struct _cairo;
struct _PangoGlyphItem;
struct _PangoFont;
struct hb_draw_funcs_t;

namespace kiosk {

// True where the run draws in its font's own colours: emoji.
bool has_color_glyphs(const _PangoGlyphItem& run);

// Draws Pango's runs on a Cairo context.
//
// Outlines are taken from HarfBuzz and filled by Cairo as shapes. Cairo's own text would round every glyph
// to whole pixels (up to 1.16), which tears the kerning of small text, and would keep the glyphs of every
// size that was ever shown.
class GlyphPainter {
 public:
  GlyphPainter();
  // Draws with the context's source; the run's origin is at the context's origin, Pango's units scaled to
  // the context's by 1 / PANGO_SCALE.
  void draw(_cairo* cairo, _PangoGlyphItem& run) const;

 private:
  struct Destroy {
    void operator()(hb_draw_funcs_t* funcs) const;
  };
  std::unique_ptr<hb_draw_funcs_t, Destroy> pen_;
};

}  // namespace kiosk
