#include "decoder/decode_picture.h"

#include <utility>

#include "decoder/orientation.h"
#include "decoder/raster.h"
#include "decoder/svg.h"
#include "decoder/webp.h"
#include "images/decoder_answer.h"
#include "images/scaling.h"

namespace kiosk {
namespace {

// The name of a format that organizers use and nothing here reads, recognised by its first bytes; else empty.
std::string_view foreign_format(std::string_view bytes) {
  const std::string_view kind = bytes.size() >= 12 ? bytes.substr(4, 8) : std::string_view();
  if (kind.starts_with("ftypavi")) {
    return "AVIF";
  }
  if (kind.starts_with("ftyphei") || kind.starts_with("ftypmif")) {
    return "HEIC";
  }
  if (bytes.starts_with("\x1f\x8b")) {
    return "compressed, SVGZ perhaps";
  }
  const std::string_view head = bytes.substr(0, 512);
  return head.find("<html") != std::string_view::npos || head.find("<!DOCTYPE") != std::string_view::npos ? "a web page"
                                                                                                          : "";
}

}  // namespace

NotAPicture judge_size(Size size, std::size_t bytes) {
  const std::int64_t pixels = std::int64_t{size.width} * size.height;
  const std::string what = std::to_string(size.width) + "x" + std::to_string(size.height);
  if (size.width <= 0 || size.height <= 0) {
    return "it has no pixels";
  }
  if (size.width > most_side || size.height > most_side) {
    return what + " has a side of over " + std::to_string(most_side) + " pixels";
  }
  if (pixels > most_pixels) {
    return what + " is over " + std::to_string(most_pixels / 1'000'000) + " megapixels";
  }
  if (bytes > most_bytes_beside_pixels + most_bytes_a_pixel * static_cast<std::size_t>(pixels)) {
    return std::to_string(bytes) + " bytes are too many for " + what + " pixels";
  }
  return {};
}

Decoded<Image> decode_picture(std::string_view bytes) {
  const auto decode = [&]() -> Decoded<Image> {
    if (is_raster(bytes)) {
      return decode_raster(bytes);
    }
    if (is_webp(bytes)) {
      return decode_webp(bytes);
    }
    if (is_svg(bytes)) {
      return decode_svg(bytes);
    }
    const std::string_view foreign = foreign_format(bytes);
    return tl::unexpected((foreign.empty() ? "" : "it is " + std::string(foreign) + "; ") +
                          "PNG, JPEG, WebP, GIF, BMP and SVG are read");
  };
  return decode().map([&](Image image) {
    // In this order: there are fewer pixels to turn.
    return turned_upright(shrunk(std::move(image), {most_picture_side, most_picture_side}), exif_orientation(bytes));
  });
}

}  // namespace kiosk
