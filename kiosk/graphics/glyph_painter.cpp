#include "graphics/glyph_painter.h"

#include <hb-ot.h>
#include <pango/pangocairo.h>

#include <span>

namespace kiosk {
namespace {

std::span<const PangoGlyphInfo> glyphs_of(const PangoGlyphItem& run) {
  return {run.glyphs->glyphs, static_cast<std::size_t>(run.glyphs->num_glyphs)};
}

hb_font_t* font_of(const PangoGlyphItem& run) {
  PangoFont* font = run.item->analysis.font;
  return font != nullptr ? pango_font_get_hb_font(font) : nullptr;
}

bool is_drawn(const PangoGlyphInfo& glyph) { return glyph.glyph != PANGO_GLYPH_EMPTY; }

bool is_color_font(hb_font_t* font) {
  hb_face_t* face = hb_font_get_face(font);
  return hb_ot_color_has_png(face) != 0 || hb_ot_color_has_layers(face) != 0 || hb_ot_color_has_svg(face) != 0;
}

// Pango draws a box with the code of a character for which no font has a glyph.
bool has_unknown(const PangoGlyphItem& run) {
  for (const PangoGlyphInfo& glyph : glyphs_of(run)) {
    if (is_drawn(glyph) && (glyph.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0) {
      return true;
    }
  }
  return false;
}

cairo_t* paper(void* data) { return static_cast<cairo_t*>(data); }

void draw_outline(hb_font_t* font, hb_codepoint_t glyph, hb_draw_funcs_t* pen, cairo_t* cairo) {
#if HB_VERSION_ATLEAST(7, 0, 0)
  hb_font_draw_glyph(font, glyph, pen, cairo);
#else
  hb_font_get_glyph_shape(font, glyph, pen, cairo);
#endif
}

void draw_by_cairo(cairo_t* cairo, const PangoGlyphItem& run) {
  cairo_move_to(cairo, 0, 0);
  pango_cairo_show_glyph_string(cairo, run.item->analysis.font, run.glyphs);
  cairo_new_path(cairo);
}

// Emoji are pictures of one size, 128 pixels in Noto's font. Cairo would cache a copy for every size they are shown in,
// so they are drawn at about their own size and then scaled like any picture.
void draw_by_cairo_once_sized(cairo_t* cairo, PangoGlyphItem& run) {
  constexpr double own_scale = 2;  // of the layout's 64 pixels
  PangoRectangle ink;
  pango_glyph_string_extents(run.glyphs, run.item->analysis.font, &ink, nullptr);
  pango_extents_to_pixels(&ink, nullptr);
  if (ink.width <= 0 || ink.height <= 0) {
    return;
  }
  const double left = ink.x - 1;
  const double top = ink.y - 1;
  cairo_surface_t* picture =
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, static_cast<int>((ink.width + 2) * own_scale),
                                 static_cast<int>((ink.height + 2) * own_scale));
  cairo_t* own = cairo_create(picture);
  cairo_set_source(own, cairo_get_source(cairo));
  cairo_scale(own, own_scale, own_scale);
  cairo_translate(own, -left, -top);
  draw_by_cairo(own, run);
  cairo_destroy(own);

  cairo_save(cairo);
  cairo_translate(cairo, left, top);
  cairo_scale(cairo, 1 / own_scale, 1 / own_scale);
  cairo_set_source_surface(cairo, picture, 0, 0);
  cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_GOOD);
  cairo_paint(cairo);
  cairo_restore(cairo);
  cairo_surface_destroy(picture);
}

}  // namespace

bool has_color_glyphs(const PangoGlyphItem& run) {
  hb_font_t* font = font_of(run);
  if (font == nullptr || !is_color_font(font)) {
    return false;
  }
  for (const PangoGlyphInfo& glyph : glyphs_of(run)) {
    hb_glyph_extents_t ink;
    if (is_drawn(glyph) && (glyph.glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0 &&
        hb_font_get_glyph_extents(font, glyph.glyph, &ink) != 0 && ink.width != 0) {
      return true;
    }
  }
  return false;
}

void GlyphPainter::Destroy::operator()(hb_draw_funcs_t* funcs) const { hb_draw_funcs_destroy(funcs); }

GlyphPainter::GlyphPainter() : pen_(hb_draw_funcs_create()) {
  // Without a function for quadratic curves HarfBuzz converts them to cubic ones.
  hb_draw_funcs_set_move_to_func(
      pen_.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) { cairo_move_to(paper(data), x, y); },
      nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(
      pen_.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) { cairo_line_to(paper(data), x, y); },
      nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(
      pen_.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x1, float y1, float x2, float y2, float x, float y,
         void*) { cairo_curve_to(paper(data), x1, y1, x2, y2, x, y); },
      nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(
      pen_.get(), [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) { cairo_close_path(paper(data)); }, nullptr,
      nullptr);
}

void GlyphPainter::draw(cairo_t* cairo, PangoGlyphItem& run) const {
  hb_font_t* font = font_of(run);
  if (font == nullptr) {
    return;
  }
  if (is_color_font(font)) {
    draw_by_cairo_once_sized(cairo, run);
    return;
  }
  if (has_unknown(run)) {
    draw_by_cairo(cairo, run);
    return;
  }
  cairo_save(cairo);
  cairo_scale(cairo, 1.0 / PANGO_SCALE, 1.0 / PANGO_SCALE);
  double x = 0;
  for (const PangoGlyphInfo& glyph : glyphs_of(run)) {
    if (is_drawn(glyph)) {
      cairo_save(cairo);
      cairo_translate(cairo, x + glyph.geometry.x_offset, glyph.geometry.y_offset);
      cairo_scale(cairo, 1, -1);  // a font's y points up
      draw_outline(font, glyph.glyph, pen_.get(), cairo);
      cairo_restore(cairo);
    }
    x += glyph.geometry.width;
  }
  cairo_fill(cairo);
  cairo_restore(cairo);
}

}  // namespace kiosk
