#include "images/scaling.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <new>
#include <utility>

// The version that Debian 13 has, or that of Debian 12.
#if __has_include(<stb_image_resize2.h>)
#define KIOSK_STB_IMAGE_RESIZE_2
#define STB_IMAGE_RESIZE_IMPLEMENTATION
#define STB_IMAGE_RESIZE_STATIC
#define STBIR_ASSERT(condition) static_cast<void>(0)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#include <stb_image_resize2.h>
#pragma GCC diagnostic pop
#else
#define STB_IMAGE_RESIZE_IMPLEMENTATION
#define STB_IMAGE_RESIZE_STATIC
#define STBIR_ASSERT(condition) static_cast<void>(0)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wunused-variable"
#include <stb_image_resize.h>
#pragma GCC diagnostic pop
#endif

namespace kiosk {
namespace {

bool has_pixels(const Image& image) {
  return image.size.width > 0 && image.size.height > 0 &&
         image.rgba.size() >=
             static_cast<std::size_t>(image.size.width) * static_cast<std::size_t>(image.size.height) * 4;
}

// The part of the picture, as shares of its sides, scaled to `out`. Where it shrinks, by areas; where it grows, by
// lines between pixels.
struct Part {
  float left;
  float top;
  float right;
  float bottom;
};
bool resize(const Image& image, const Part& part, bool shrinks_across, bool shrinks_down, Image& out) {
  const auto filter = [](bool shrinks) { return shrinks ? STBIR_FILTER_BOX : STBIR_FILTER_TRIANGLE; };
#ifdef KIOSK_STB_IMAGE_RESIZE_2
  STBIR_RESIZE resize;
  stbir_resize_init(&resize, image.rgba.data(), image.size.width, image.size.height, 0, out.rgba.data(), out.size.width,
                    out.size.height, 0, STBIR_RGBA, STBIR_TYPE_UINT8);
  stbir_set_edgemodes(&resize, STBIR_EDGE_CLAMP, STBIR_EDGE_CLAMP);
  stbir_set_filters(&resize, filter(shrinks_across), filter(shrinks_down));
  stbir_set_input_subrect(&resize, part.left, part.top, part.right, part.bottom);
  return stbir_resize_extended(&resize) != 0;
#else
  constexpr int channels = 4;
  constexpr int alpha = 3;
  return stbir_resize_region(image.rgba.data(), image.size.width, image.size.height, 0, out.rgba.data(), out.size.width,
                             out.size.height, 0, STBIR_TYPE_UINT8, channels, alpha, 0, STBIR_EDGE_CLAMP,
                             STBIR_EDGE_CLAMP, filter(shrinks_across), filter(shrinks_down), STBIR_COLORSPACE_LINEAR,
                             nullptr, part.left, part.top, part.right, part.bottom) != 0;
#endif
}

}  // namespace

Rect covering_part(Size picture, Size box) {
  if (picture.width <= 0 || picture.height <= 0 || box.width <= 0 || box.height <= 0) {
    return {};
  }
  const auto width = static_cast<double>(picture.width);
  const auto height = static_cast<double>(picture.height);
  const double scale = std::max(box.width / width, box.height / height);
  const double part_width = std::min(width, box.width / scale);
  const double part_height = std::min(height, box.height / scale);
  return {static_cast<float>((width - part_width) / 2), static_cast<float>((height - part_height) / 2),
          static_cast<float>(part_width), static_cast<float>(part_height)};
}

Image scaled(const Image& image, const Rect& part, Size size) {
  if (!has_pixels(image) || size.width <= 0 || size.height <= 0 || !(part.width > 0) || !(part.height > 0)) {
    return {};
  }
  const Rect whole{0, 0, static_cast<float>(image.size.width), static_cast<float>(image.size.height)};
  if (size == image.size && part == whole) {
    return image;
  }
  const auto width = static_cast<float>(image.size.width);
  const auto height = static_cast<float>(image.size.height);
  const auto within = [](float at, float side) { return std::clamp(at / side, 0.0F, 1.0F); };
  const Part shares{within(part.x, width), within(part.y, height), within(part.x + part.width, width),
                    within(part.y + part.height, height)};
  if (!(shares.left < shares.right) || !(shares.top < shares.bottom)) {
    return {};
  }
  Image out{size, {}};
  out.rgba.resize(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * 4);
  if (!resize(image, shares, part.width > static_cast<float>(size.width), part.height > static_cast<float>(size.height),
              out)) {
    throw std::bad_alloc();  // nothing else can be wrong
  }
  return out;
}

Image shrunk(Image image, Size most) {
  if (!has_pixels(image) || most.width <= 0 || most.height <= 0) {
    return {};
  }
  const double scale = std::min(static_cast<double>(most.width) / image.size.width,
                                static_cast<double>(most.height) / image.size.height);
  if (scale >= 1) {
    return image;
  }
  const auto side = [scale](int length) { return std::max(1, static_cast<int>(std::lround(length * scale))); };
  return scaled(image, {0, 0, static_cast<float>(image.size.width), static_cast<float>(image.size.height)},
                {side(image.size.width), side(image.size.height)});
}

Extremes extremes(const Image& image, Color ground, std::uint8_t veil) {
  ground.a = 255;
  if (!has_pixels(image)) {
    return {ground, ground};
  }
  // Luminance is a sum of one term for each channel. The terms are in tables, since photos have millions of pixels.
  std::array<std::array<double, 256>, 3> terms;
  for (std::size_t value = 0; value < 256; ++value) {
    const auto byte = static_cast<std::uint8_t>(value);
    const Color seen = mixed(ground, {byte, byte, byte}, veil);
    terms[0][value] = relative_luminance({seen.r, 0, 0});
    terms[1][value] = relative_luminance({0, seen.g, 0});
    terms[2][value] = relative_luminance({0, 0, seen.b});
  }
  Extremes found;
  double least = 1e9;
  double greatest = -1;
  for (std::size_t at = 0; at + 3 < image.rgba.size(); at += 4) {
    Color pixel{image.rgba[at], image.rgba[at + 1], image.rgba[at + 2], image.rgba[at + 3]};
    if (pixel.a < 255) {
      pixel = mixed(pixel, ground, pixel.a);
    }
    const double luminance = terms[0][pixel.r] + terms[1][pixel.g] + terms[2][pixel.b];
    if (luminance < least) {
      least = luminance;
      found.darkest = pixel;
    }
    if (luminance > greatest) {
      greatest = luminance;
      found.lightest = pixel;
    }
  }
  return found;
}

}  // namespace kiosk
