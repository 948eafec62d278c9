#include "images/scaling.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace kiosk {
namespace {

bool has_pixels(const Image& image) {
  return image.size.width > 0 && image.size.height > 0 &&
         image.rgba.size() >=
             static_cast<std::size_t>(image.size.width) * static_cast<std::size_t>(image.size.height) * 4;
}

// The pixels of a row or column that one pixel of the result covers, and by how much.
struct Taps {
  int first = 0;
  std::vector<float> weights;  // their sum is 1
};

// A window as wide as a pixel of the result, but at least as wide as one of the picture. Each pixel of the picture
// counts by how much of it lies in the window; where the picture grows, that is linear interpolation.
std::vector<Taps> taps_of(double from, double length, int count, int size) {
  const double step = length / count;
  const double half = std::max(step, 1.0) / 2;
  std::vector<Taps> all;
  all.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    const double middle = std::clamp(from + (i + 0.5) * step, 0.0, static_cast<double>(size));
    const double begin = std::clamp(middle - half, 0.0, size - 0.5);
    const double end = std::clamp(middle + half, begin + 0.5, static_cast<double>(size));
    Taps taps;
    taps.first = static_cast<int>(begin);
    for (int at = taps.first; at < end; ++at) {
      taps.weights.push_back(
          static_cast<float>((std::min(at + 1.0, end) - std::max<double>(at, begin)) / (end - begin)));
    }
    all.push_back(std::move(taps));
  }
  return all;
}

// A row of four numbers a pixel: red, green and blue by alpha, and alpha.
using Row = std::vector<float>;

void scale_row(const std::uint8_t* pixels, const std::vector<Taps>& taps, Row& out) {
  float* to = out.data();
  for (const Taps& tap : taps) {
    std::array<float, 4> sum{};
    const std::uint8_t* from = pixels + static_cast<std::ptrdiff_t>(tap.first) * 4;
    for (const float weight : tap.weights) {
      const float alpha = weight * static_cast<float>(from[3]);
      const float share = alpha / 255;
      sum[0] += share * static_cast<float>(from[0]);
      sum[1] += share * static_cast<float>(from[1]);
      sum[2] += share * static_cast<float>(from[2]);
      sum[3] += alpha;
      from += 4;
    }
    to = std::copy(sum.begin(), sum.end(), to);
  }
}

std::uint8_t rounded(float value) { return static_cast<std::uint8_t>(std::clamp(value + 0.5F, 0.0F, 255.0F)); }

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
  const std::vector<Taps> columns = taps_of(part.x, part.width, size.width, image.size.width);
  const std::vector<Taps> rows = taps_of(part.y, part.height, size.height, image.size.height);
  const std::size_t numbers = static_cast<std::size_t>(size.width) * 4;

  Image out{size, {}};
  out.rgba.reserve(numbers * static_cast<std::size_t>(size.height));
  Row sum(numbers);
  // Rows of the picture come in order, and two rows of the result share two of them at most.
  struct Scaled {
    int row = -1;
    Row numbers;
  };
  std::array<Scaled, 2> known{Scaled{-1, Row(numbers)}, Scaled{-1, Row(numbers)}};
  for (const Taps& tap : rows) {
    std::fill(sum.begin(), sum.end(), 0.0F);
    for (std::size_t i = 0; i < tap.weights.size(); ++i) {
      const int row = tap.first + static_cast<int>(i);
      Scaled& at = known[static_cast<std::size_t>(row) % 2];
      if (at.row != row) {
        at.row = row;
        scale_row(image.rgba.data() + static_cast<std::size_t>(row) * static_cast<std::size_t>(image.size.width) * 4,
                  columns, at.numbers);
      }
      const float weight = tap.weights[i];
      for (std::size_t n = 0; n < numbers; ++n) {
        sum[n] += weight * at.numbers[n];
      }
    }
    for (std::size_t n = 0; n < numbers; n += 4) {
      const float alpha = sum[n + 3];
      const float scale = alpha > 0 ? 255 / alpha : 0;
      out.rgba.insert(out.rgba.end(), {rounded(sum[n] * scale), rounded(sum[n + 1] * scale),
                                       rounded(sum[n + 2] * scale), rounded(alpha)});
    }
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
