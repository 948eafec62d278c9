#include "decoder/svg.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>

#include <cairo.h>
#include <librsvg/rsvg.h>
#include <libxml/xmlreader.h>

#include "images/decoder_answer.h"

namespace kiosk {
namespace {

struct FreeReader {
  void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};
struct FreeObject {
  void operator()(void* object) const { g_object_unref(object); }
};
struct FreeSurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct FreeCairo {
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

std::string_view text_of(const xmlChar* text) {
  return text != nullptr ? reinterpret_cast<const char*>(text) : std::string_view();
}

bool is_inside(std::string_view address) {
  address.remove_prefix(std::min(address.find_first_not_of(" \t\r\n'\""), address.size()));
  return address.empty() || address.starts_with('#') || address.starts_with("data:");
}

// Whether a style, or an attribute that takes one, refers to another file.
bool styles_from_outside(std::string_view style) {
  constexpr std::string_view reference = "url(";
  for (std::size_t at = style.find(reference); at != std::string_view::npos; at = style.find(reference, at + 1)) {
    if (!is_inside(style.substr(at + reference.size()))) {
      return true;
    }
  }
  return style.find("@import") != std::string_view::npos;
}

constexpr const char* from_outside = "the SVG refers to something outside of its file: embed it, or leave it out";
// librsvg computes them with threads, which the decoder may not have.
constexpr const char* has_filter = "the SVG has filter effects, such as blur or shadow: save it without";
constexpr const char* has_script = "the SVG has a script: save it without";
constexpr const char* has_text = "the SVG has text, and its fonts are not here: convert it to paths";

NotAPicture refusal_of_style(std::string_view style) {
  if (styles_from_outside(style)) {
    return from_outside;
  }
  return style.find("filter:") != std::string_view::npos ? has_filter : "";
}

// Of the element at which the reader stands. Empty: nothing is wrong.
NotAPicture refusal_of_element(xmlTextReader* reader) {
  const std::string_view name = text_of(xmlTextReaderConstLocalName(reader));
  if (name == "text" || name == "tspan" || name == "flowRoot") {
    return has_text;
  }
  if (name == "script") {
    return has_script;
  }
  while (xmlTextReaderMoveToNextAttribute(reader) == 1) {
    const std::string_view attribute = text_of(xmlTextReaderConstLocalName(reader));
    const std::string_view value = text_of(xmlTextReaderConstValue(reader));
    // A link is an address to go to, and nothing that is shown.
    if (attribute == "href" && name != "a" && !is_inside(value)) {
      return from_outside;
    }
    if (NotAPicture refusal = attribute == "filter" && value != "none" ? has_filter : refusal_of_style(value);
        !refusal.empty()) {
      return refusal;
    }
    if (attribute.starts_with("on")) {
      return has_script;
    }
  }
  xmlTextReaderMoveToElement(reader);
  return {};
}

NotAPicture refusal_of(std::string_view svg) {
  const std::unique_ptr<xmlTextReader, FreeReader> reader(
      xmlReaderForMemory(svg.data(), static_cast<int>(svg.size()), nullptr, nullptr,
                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
  bool is_first = true;
  int read = reader ? xmlTextReaderRead(reader.get()) : -1;
  for (; read == 1; read = xmlTextReaderRead(reader.get())) {
    NotAPicture refusal;
    switch (xmlTextReaderNodeType(reader.get())) {
      case XML_READER_TYPE_ELEMENT:
        if (is_first && text_of(xmlTextReaderConstLocalName(reader.get())) != "svg") {
          return "it is XML, and no SVG";
        }
        is_first = false;
        refusal = refusal_of_element(reader.get());
        break;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
        refusal = refusal_of_style(text_of(xmlTextReaderConstValue(reader.get())));
        break;
      case XML_READER_TYPE_PROCESSING_INSTRUCTION:
        refusal = text_of(xmlTextReaderConstLocalName(reader.get())) == "xml-stylesheet" ? from_outside : "";
        break;
      default:
        break;
    }
    if (!refusal.empty()) {
      return refusal;
    }
  }
  return read == 0 && !is_first ? "" : "the SVG is damaged";
}

// Its own proportions, scaled until the longer side is as long as a picture may be: a logo of 100 pixels, drawn for a
// web page, would blur on a hall's screen. Empty where it says none.
Size size_of(RsvgHandle* svg) {
  double width = 0;
  double height = 0;
  if (rsvg_handle_get_intrinsic_size_in_pixels(svg, &width, &height) == FALSE) {
    gboolean has_box = FALSE;
    RsvgRectangle box{};
    rsvg_handle_get_intrinsic_dimensions(svg, nullptr, nullptr, nullptr, nullptr, &has_box, &box);
    width = has_box != FALSE ? box.width : 0;
    height = has_box != FALSE ? box.height : 0;
  }
  if (!std::isfinite(width) || !std::isfinite(height) || width <= 0 || height <= 0) {
    return {};
  }
  const double scale = most_picture_side / std::max(width, height);
  const auto side = [scale](double length) { return std::max(1, static_cast<int>(std::lround(length * scale))); };
  return {side(width), side(height)};
}

// Cairo's pixels have their colours multiplied by alpha, and are words in the machine's byte order.
Image straight(cairo_surface_t* surface, Size size) {
  Image image{size, {}};
  image.rgba.reserve(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * 4);
  const unsigned char* row = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  for (int y = 0; y < size.height; ++y, row += stride) {
    const auto* pixels = reinterpret_cast<const std::uint32_t*>(row);
    for (int x = 0; x < size.width; ++x) {
      const std::uint32_t pixel = pixels[x];
      const std::uint32_t alpha = pixel >> 24U;
      const auto channel = [&](unsigned shift) {
        const std::uint32_t value = pixel >> shift & 0xFFU;
        return static_cast<std::uint8_t>(alpha == 0 ? 0 : std::min(255U, (value * 255 + alpha / 2) / alpha));
      };
      image.rgba.insert(image.rgba.end(), {channel(16), channel(8), channel(0), static_cast<std::uint8_t>(alpha)});
    }
  }
  return image;
}

}  // namespace

bool is_svg(std::string_view bytes) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(byte_order_mark)) {
    bytes.remove_prefix(byte_order_mark.size());
  }
  bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
  // Editors put licences and declarations before the first element.
  const std::string_view head = bytes.substr(0, 8192);
  return head.starts_with('<') && head.find("<html") == std::string_view::npos &&
         (head.find("<svg") != std::string_view::npos || head.find(":svg") != std::string_view::npos);
}

Decoded<Image> decode_svg(std::string_view bytes) {
  if (bytes.size() > most_svg_bytes) {
    return tl::unexpected("an SVG of over " + std::to_string(most_svg_bytes >> 20U) + " MiB");
  }
  if (NotAPicture refusal = refusal_of(bytes); !refusal.empty()) {
    return tl::unexpected(std::move(refusal));
  }
  const NotAPicture damaged = "the SVG is damaged";
  const std::unique_ptr<RsvgHandle, FreeObject> svg(
      rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(bytes.data()), bytes.size(), nullptr));
  if (!svg) {
    return tl::unexpected(damaged);
  }
  const Size size = size_of(svg.get());
  if (size.width == 0) {
    return tl::unexpected(NotAPicture("the SVG says no size: give it width and height, or a viewBox"));
  }
  const std::unique_ptr<cairo_surface_t, FreeSurface> surface(
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, size.width, size.height));
  const std::unique_ptr<cairo_t, FreeCairo> cairo(cairo_create(surface.get()));
  const RsvgRectangle whole{0, 0, static_cast<double>(size.width), static_cast<double>(size.height)};
  if (rsvg_handle_render_document(svg.get(), cairo.get(), &whole, nullptr) == FALSE ||
      cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS) {
    return tl::unexpected(damaged);
  }
  cairo_surface_flush(surface.get());
  return straight(surface.get(), size);
}

}  // namespace kiosk
