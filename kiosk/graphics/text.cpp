#include "graphics/text.h"

#include <hb-ot.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>

#include "graphics/font_families.h"
#include "graphics/glyph_painter.h"

namespace kiosk {
namespace {

template <auto free>
struct Free {
  template <class T>
  void operator()(T* thing) const {
    free(thing);
  }
};
template <class T>
using Object = std::unique_ptr<T, Free<g_object_unref>>;
using Description = std::unique_ptr<PangoFontDescription, Free<pango_font_description_free>>;
using Attributes = std::unique_ptr<PangoAttrList, Free<pango_attr_list_unref>>;
using Surface = std::unique_ptr<cairo_surface_t, Free<cairo_surface_destroy>>;
using Paper = std::unique_ptr<cairo_t, Free<cairo_destroy>>;

// All text is laid out at this size in pixels, and scaled afterwards. Without hinting that gives the same shapes, and
// fontconfig looks up a font once instead of once for each size that is tried for a title.
constexpr double layout_size = 64;
constexpr std::size_t longest_text = 4096;  // bytes; Pango's time grows with the square of the lines
constexpr double largest_side = 16384;      // pixels

bool is_control(gunichar c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

// Valid UTF-8 with paragraphs ended by line feeds, and no other control character.
std::string printable(std::string_view text) {
  text = text.substr(0, longest_text);  // may cut a character: it becomes U+FFFD
  const std::unique_ptr<char, Free<g_free>> valid(g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())));
  std::string out;
  const char* next = nullptr;
  for (const char* at = valid.get(); *at != '\0'; at = next) {
    next = g_utf8_next_char(at);
    const gunichar c = g_utf8_get_char(at);
    if (c == '\n') {
      out += '\n';
    } else if (c == '\r') {
      out += at[1] == '\n' ? "" : "\n";
    } else if (c == '\t') {
      out += ' ';
    } else if (!is_control(c)) {
      out.append(at, next);
    }
    if (out.size() >= longest_text) {
      break;
    }
  }
  return out;
}

struct Font {
  Description description;
  PangoLanguage* language = nullptr;  // Pango's own, for ever
  double cap_height = 0;              // of the main font, in font sizes
};

double cap_height_of(PangoContext* context, const PangoFontDescription* description) {
  constexpr double usual = 0.7;
  const Object<PangoFont> font(pango_context_load_font(context, description));
  hb_font_t* shapes = font ? pango_font_get_hb_font(font.get()) : nullptr;
  if (shapes == nullptr) {
    return usual;
  }
  hb_position_t height = 0;
  if (hb_ot_metrics_get_position(shapes, HB_OT_METRICS_TAG_CAP_HEIGHT, &height) == 0 || height <= 0) {
    hb_codepoint_t glyph = 0;
    hb_glyph_extents_t ink{};
    if (hb_font_get_nominal_glyph(shapes, 'H', &glyph) != 0 && hb_font_get_glyph_extents(shapes, glyph, &ink) != 0) {
      height = ink.y_bearing;
    }
  }
  return height > 0 ? height / (layout_size * PANGO_SCALE) : usual;
}

Attributes tabular_digits() {
  Attributes attributes(pango_attr_list_new());
  pango_attr_list_insert(attributes.get(), pango_attr_font_features_new("tnum=1"));
  return attributes;
}

// A rectangle of whole pixels, empty until it is given something.
struct Bounds {
  double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
  bool empty() const { return left >= right || top >= bottom; }
  void add(double x, double y, double width, double height) {
    if (width > 0 && height > 0) {
      left = std::min(left, std::floor(x) - 1);
      top = std::min(top, std::floor(y) - 1);
      right = std::max(right, std::ceil(x + width) + 1);
      bottom = std::max(bottom, std::ceil(y + height) + 1);
    }
  }
  void clip(double x1, double y1, double x2, double y2) {
    left = std::max(left, std::floor(x1));
    top = std::max(top, std::floor(y1));
    right = std::min(right, std::ceil(x2));
    bottom = std::min(bottom, std::ceil(y2));
  }
};

struct Line {
  PangoLayoutLine* line = nullptr;  // the layout's
  double x = 0;                     // of its left end, in pixels from the block's left
  double baseline = 0;              // whole pixels from the block's top: the feet of letters stay sharp
  double width = 0;                 // pixels
};

// The line through stands between the middle of small letters and that of digits.
Rect strike_of(const Line& line, double font_size) {
  const double thickness = std::max(1.0, std::round(font_size * 0.06));
  const double top = std::round(line.baseline - font_size * 0.31 - thickness / 2);
  return {static_cast<float>(line.x), static_cast<float>(top), static_cast<float>(line.width),
          static_cast<float>(thickness)};
}

std::vector<std::uint8_t> coverage_of(cairo_surface_t* surface, Size size) {
  std::vector<std::uint8_t> out;
  out.reserve(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height));
  const unsigned char* row = cairo_image_surface_get_data(surface);
  for (int y = 0; y < size.height; ++y, row += cairo_image_surface_get_stride(surface)) {
    out.insert(out.end(), row, row + size.width);
  }
  return out;
}

// Cairo's pixels are premultiplied, in words of the machine's byte order.
std::vector<std::uint8_t> rgba_of(cairo_surface_t* surface, Size size, Color color) {
  std::vector<std::uint8_t> out;
  out.reserve(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * 4);
  const unsigned char* row = cairo_image_surface_get_data(surface);
  for (int y = 0; y < size.height; ++y, row += cairo_image_surface_get_stride(surface)) {
    const auto* pixels = reinterpret_cast<const std::uint32_t*>(row);
    for (int x = 0; x < size.width; ++x) {
      const std::uint32_t pixel = pixels[x];
      const std::uint32_t alpha = pixel >> 24U;
      if (alpha == 0) {
        // Clear pixels get the text's colour too, so that filtering at an edge mixes in no black.
        out.insert(out.end(), {color.r, color.g, color.b, 0});
        continue;
      }
      for (const unsigned shift : {16U, 8U, 0U}) {
        const std::uint32_t channel = (pixel >> shift) & 0xFFU;
        out.push_back(static_cast<std::uint8_t>(std::min(255U, (channel * 255U + alpha / 2U) / alpha)));
      }
      out.push_back(static_cast<std::uint8_t>((alpha * color.a + 127U) / 255U));
    }
  }
  return out;
}

// Pango's answer to one request: its lines in Pango's layout, in units of layout_size.
struct Block {
  PangoLayout* layout = nullptr;
  double font_size = 0;  // pixels
  double scale = 0;      // pixels of the block in a pixel of the layout
  double distance = 0;   // of base lines, in pixels
  double first_baseline = 0;
  double width = 0;  // of the longest line, in pixels
  std::vector<Line> lines;
};

double slack_before(const Line& line, double room, TextAlign align) {
  const double slack = room - line.width;
  switch (align) {
    case TextAlign::left:
      return 0;
    case TextAlign::center:
      return slack / 2;
    case TextAlign::right:
      return slack;
  }
  return 0;
}

bool breaks_a_word(PangoLayout* layout, const std::vector<Line>& lines) {
  int count = 0;
  const PangoLogAttr* attributes = pango_layout_get_log_attrs_readonly(layout, &count);
  const char* text = pango_layout_get_text(layout);
  return std::any_of(lines.begin(), lines.end(), [&](const Line& line) {
    if (line.line->is_paragraph_start != 0) {
      return false;
    }
    const auto at = g_utf8_pointer_to_offset(text, text + line.line->start_index);
    return at > 0 && at < count && attributes[at].is_line_break == 0;
  });
}

}  // namespace

struct TextEngine::Pango {
  Object<PangoFontMap> fonts{pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)};
  Object<PangoContext> context{pango_font_map_create_context(fonts.get())};
  Object<PangoLayout> layout;
  Attributes tabular = tabular_digits();
  GlyphPainter painter;
  std::map<std::tuple<std::string, int, bool>, Font> chosen;  // by language, weight, display
  std::optional<std::string> text;                            // as it was asked for, now in the layout

  Pango() {
    const std::unique_ptr<cairo_font_options_t, Free<cairo_font_options_destroy>> options(cairo_font_options_create());
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context.get(), options.get());
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    layout.reset(pango_layout_new(context.get()));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_auto_dir(layout.get(), TRUE);
  }

  const Font& font(const TextRequest& request) {
    constexpr std::size_t most = 64;  // a feed may name any number of languages
    if (chosen.size() >= most) {
      chosen.clear();
    }
    const int weight = std::clamp(request.weight, 100, 900);
    // The machine's locale must not choose: an unknown language is "und".
    std::string language(request.language.empty() ? "und" : request.language);
    Font& font = chosen[{language, weight, request.display}];
    if (!font.description) {
      font.language = pango_language_from_string(language.c_str());
      font.description.reset(pango_font_description_new());
      pango_font_description_set_family(font.description.get(),
                                        font_families(request.language, request.display).c_str());
      pango_font_description_set_weight(font.description.get(), static_cast<PangoWeight>(weight));
      pango_font_description_set_absolute_size(font.description.get(), layout_size * PANGO_SCALE);
      font.cap_height = cap_height_of(context.get(), font.description.get());
    }
    return font;
  }
  // Nothing where there is nothing to show.
  std::optional<Block> lay_out(const TextRequest& request) {
    if (request.text.empty() || !(request.cap_height > 0) || !std::isfinite(request.cap_height)) {
      return std::nullopt;
    }
    const Font& main = font(request);
    pango_context_set_language(context.get(), main.language);
    pango_context_set_base_dir(context.get(), request.right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    pango_layout_set_font_description(layout.get(), main.description.get());
    pango_layout_set_attributes(layout.get(), request.tabular ? tabular.get() : nullptr);
    if (text != request.text) {
      text = request.text;
      const std::string shown = printable(request.text);
      pango_layout_set_text(layout.get(), shown.data(), static_cast<int>(shown.size()));
    }

    Block block;
    block.layout = layout.get();
    block.font_size = request.cap_height / main.cap_height;
    block.scale = block.font_size / layout_size;
    block.distance = request.line_height * block.font_size;
    block.first_baseline = std::round((block.distance + request.cap_height) / 2);
    // Two units more: a block that is given the width it was measured at must not wrap for a rounding.
    const double room = request.width / block.scale * PANGO_SCALE + 2;
    pango_layout_set_width(layout.get(), request.width > 0 ? static_cast<int>(std::min(room, 1e9)) : -1);

    for (const GSList* at = pango_layout_get_lines_readonly(layout.get()); at != nullptr; at = at->next) {
      Line line;
      line.line = static_cast<PangoLayoutLine*>(at->data);
      PangoRectangle logical;
      pango_layout_line_get_extents(line.line, nullptr, &logical);
      line.width = logical.width * block.scale / PANGO_SCALE;
      line.baseline = std::round((block.distance + request.cap_height) / 2 +
                                 block.distance * static_cast<double>(block.lines.size()));
      block.width = std::max(block.width, line.width);
      block.lines.push_back(line);
    }
    const double between = request.width > 0 ? static_cast<double>(request.width) : block.width;
    for (Line& line : block.lines) {
      line.x = slack_before(line, between, request.align);
    }
    return block;
  }
};

TextEngine::TextEngine() : pango_(std::make_unique<Pango>()) {}
TextEngine::~TextEngine() = default;

TextExtent TextEngine::measure(const TextRequest& request) {
  const std::optional<Block> block = pango_->lay_out(request);
  if (!block) {
    return {};
  }
  TextExtent extent;
  extent.width = static_cast<float>(block->width);
  const auto shortest = std::min_element(block->lines.begin(), block->lines.end(),
                                         [](const auto& a, const auto& b) { return a.width < b.width; });
  extent.shortest = static_cast<float>(shortest->width);
  extent.lines = static_cast<int>(block->lines.size());
  extent.height = static_cast<float>(block->distance * extent.lines);
  extent.first_baseline = static_cast<float>(block->first_baseline);
  extent.broken_word = breaks_a_word(block->layout, block->lines);
  return extent;
}

TextBitmap TextEngine::rasterise(const TextRequest& request, Color color) {
  const std::optional<Block> block = pango_->lay_out(request);
  if (!block) {
    return {};
  }
  TextBitmap bitmap;
  Bounds bounds;
  for (const Line& line : block->lines) {
    PangoRectangle ink;
    pango_layout_line_get_extents(line.line, &ink, nullptr);
    const double unit = block->scale / PANGO_SCALE;
    bounds.add(line.x + ink.x * unit, line.baseline + ink.y * unit, ink.width * unit, ink.height * unit);
    if (request.struck) {
      const Rect strike = strike_of(line, block->font_size);
      bounds.add(strike.x, strike.y, strike.width, strike.height);
    }
    for (const GSList* run = line.line->runs; run != nullptr; run = run->next) {
      bitmap.colored = bitmap.colored || has_color_glyphs(*static_cast<PangoGlyphItem*>(run->data));
    }
  }
  const double overhang = text_overhang * block->font_size;
  bounds.clip(-overhang, -overhang, (request.width > 0 ? static_cast<double>(request.width) : block->width) + overhang,
              block->distance * static_cast<double>(block->lines.size()) + overhang);
  if (bounds.empty()) {
    return {};
  }
  bitmap.origin = {static_cast<float>(bounds.left), static_cast<float>(bounds.top)};
  bitmap.size = {static_cast<int>(std::min(bounds.right - bounds.left, largest_side)),
                 static_cast<int>(std::min(bounds.bottom - bounds.top, largest_side))};

  // Made each time: a kiosk rasterises only a few blocks a minute, and need not hold this memory in between.
  const Surface surface(cairo_image_surface_create(bitmap.colored ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_A8,
                                                   bitmap.size.width, bitmap.size.height));
  const Paper paper(cairo_create(surface.get()));
  if (cairo_status(paper.get()) != CAIRO_STATUS_SUCCESS) {
    return {};
  }
  cairo_set_source_rgb(paper.get(), color.r / 255.0, color.g / 255.0, color.b / 255.0);
  cairo_translate(paper.get(), -bounds.left, -bounds.top);
  for (const Line& line : block->lines) {
    double x = 0;
    for (const GSList* at = line.line->runs; at != nullptr; at = at->next) {
      auto& run = *static_cast<PangoGlyphItem*>(at->data);
      cairo_save(paper.get());
      cairo_translate(paper.get(), line.x + x * block->scale, line.baseline);
      cairo_scale(paper.get(), block->scale, block->scale);
      pango_->painter.draw(paper.get(), run);
      cairo_restore(paper.get());
      x += static_cast<double>(pango_glyph_string_get_width(run.glyphs)) / PANGO_SCALE;
    }
    if (request.struck) {
      const Rect strike = strike_of(line, block->font_size);
      cairo_rectangle(paper.get(), strike.x, strike.y, strike.width, strike.height);
      cairo_fill(paper.get());
    }
  }
  cairo_surface_flush(surface.get());
  bitmap.pixels = bitmap.colored ? rgba_of(surface.get(), bitmap.size, color) : coverage_of(surface.get(), bitmap.size);
  return bitmap;
}

}  // namespace kiosk
