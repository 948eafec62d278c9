#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>

#include "decoder/raster.h"
#include "tests/harness/read_qr.h"
#include "tests/harness/temporary_folder.h"

namespace kiosk::test {

inline Image read_picture(const std::filesystem::path& file) {
  const std::string bytes = file_text(file);
  Decoded<Image> image = decode_raster(bytes);
  if (!image) {
    throw std::runtime_error(file.string() + ": " + image.error());
  }
  return *std::move(image);
}

// Shrinks the picture; each pixel is the mean of the area it covers, as for a camera far away.
inline Image scaled_down(const Image& image, Size size) {
  Image small{size, {}};
  const double x_step = static_cast<double>(image.size.width) / size.width;
  const double y_step = static_cast<double>(image.size.height) / size.height;
  // How much of the pixel [at, at + 1) lies between `begin` and `end`.
  const auto share = [](int at, double begin, double end) {
    return std::min(at + 1.0, end) - std::max<double>(at, begin);
  };
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      const double left = x * x_step;
      const double top = y * y_step;
      double sums[4] = {};
      for (int row = static_cast<int>(top); row < std::min<double>(top + y_step, image.size.height); ++row) {
        for (int column = static_cast<int>(left); column < std::min<double>(left + x_step, image.size.width);
             ++column) {
          const double weight = share(row, top, top + y_step) * share(column, left, left + x_step);
          const std::size_t at = 4 * (static_cast<std::size_t>(row) * static_cast<std::size_t>(image.size.width) +
                                      static_cast<std::size_t>(column));
          for (std::size_t channel = 0; channel < 4; ++channel) {
            sums[channel] += weight * image.rgba[at + channel];
          }
        }
      }
      for (const double sum : sums) {
        small.rgba.push_back(static_cast<std::uint8_t>(std::clamp(sum / (x_step * y_step) + 0.5, 0.0, 255.0)));
      }
    }
  }
  return small;
}

// The share of pixels whose difference an eye could see.
inline double differing(const Image& a, const Image& b) {
  if (a.size != b.size) {
    return 1;
  }
  std::size_t count = 0;
  for (std::size_t at = 0; at + 3 < a.rgba.size(); at += 4) {
    int most = 0;
    for (std::size_t channel = 0; channel < 3; ++channel) {
      most = std::max(most, std::abs(a.rgba[at + channel] - b.rgba[at + channel]));
    }
    count += most > 8 ? 1U : 0U;
  }
  return static_cast<double>(count) * 4 / static_cast<double>(a.rgba.size());
}

// Bright letters on a ground that is not black (but for a QR code): no blank, no black screen.
inline bool shows_something(const Image& image) {
  std::size_t bright = 0;
  std::size_t black = 0;
  for (std::size_t at = 0; at + 3 < image.rgba.size(); at += 4) {
    const int light = image.rgba[at] + image.rgba[at + 1] + image.rgba[at + 2];
    bright += light > 600 ? 1U : 0U;
    black += light == 0 ? 1U : 0U;
  }
  const std::size_t pixels = image.rgba.size() / 4;
  return bright > pixels / 500 && bright < pixels / 2 && black < pixels / 4;
}

}  // namespace kiosk::test
