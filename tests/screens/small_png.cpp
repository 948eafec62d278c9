#include "tests/screens/small_png.h"

#include <png.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace kiosk::test {
namespace {

constexpr std::size_t most_colors = 256;
constexpr int step = 4;

std::uint32_t color_at(const Image& image, std::size_t at) {
  return static_cast<std::uint32_t>(image.rgba[at] << 16U | image.rgba[at + 1] << 8U | image.rgba[at + 2]);
}

std::uint8_t channel(std::uint32_t color, unsigned shift) { return static_cast<std::uint8_t>(color >> shift); }

int distance(std::uint32_t a, std::uint32_t b) {
  int sum = 0;
  for (const unsigned shift : {0U, 8U, 16U}) {
    const int apart = channel(a, shift) - channel(b, shift);
    sum += apart * apart;
  }
  return sum;
}

std::uint32_t nearest(const std::vector<std::uint32_t>& palette, std::uint32_t color) {
  return *std::min_element(palette.begin(), palette.end(),
                           [&](std::uint32_t a, std::uint32_t b) { return distance(a, color) < distance(b, color); });
}

// The most frequent first.
std::vector<std::uint32_t> palette_of(const Image& image) {
  std::unordered_map<std::uint32_t, int> counts;
  std::uint32_t last = 0;
  int run = 0;  // boards are mostly ground: neighbours are counted together
  for (std::size_t at = 0; at + 3 < image.rgba.size(); at += 4) {
    const std::uint32_t color = color_at(image, at);
    if (color != last) {
      counts[last] += run;
      last = color;
      run = 0;
    }
    ++run;
  }
  counts[last] += run;
  std::vector<std::pair<int, std::uint32_t>> order;
  for (const auto& [color, count] : counts) {
    if (count > 0) {
      order.emplace_back(-count, color);
    }
  }
  std::sort(order.begin(), order.end());
  order.resize(std::min(order.size(), most_colors));
  std::vector<std::uint32_t> palette;
  for (const auto& [ignored, color] : order) {
    palette.push_back(color);
  }
  return palette;
}

}  // namespace

Image reduced(const Image& image) {
  Image result = image;
  for (std::uint8_t& value : result.rgba) {
    value = static_cast<std::uint8_t>(std::min((value + step / 2) / step * step, 255));  // 254 and 255 are white
  }
  const std::vector<std::uint32_t> palette = palette_of(result);
  if (palette.empty()) {
    return result;
  }
  std::unordered_map<std::uint32_t, std::uint32_t> shown;
  std::pair<std::uint32_t, std::uint32_t> last{0, nearest(palette, 0)};
  for (std::size_t at = 0; at + 3 < result.rgba.size(); at += 4) {
    if (const std::uint32_t color = color_at(result, at); color != last.first) {
      const auto [entry, fresh] = shown.try_emplace(color, 0);
      if (fresh) {
        entry->second = nearest(palette, color);
      }
      last = *entry;
    }
    result.rgba[at] = channel(last.second, 16);
    result.rgba[at + 1] = channel(last.second, 8);
    result.rgba[at + 2] = channel(last.second, 0);
    result.rgba[at + 3] = 255;
  }
  return result;
}

void write_small_png(const std::filesystem::path& file, const Image& reduced) {
  const std::vector<std::uint32_t> palette = palette_of(reduced);
  std::unordered_map<std::uint32_t, std::uint8_t> index;
  std::vector<std::uint8_t> color_map;
  for (const std::uint32_t color : palette) {
    index[color] = static_cast<std::uint8_t>(index.size());
    for (const unsigned shift : {16U, 8U, 0U}) {
      color_map.push_back(channel(color, shift));
    }
  }
  std::vector<std::uint8_t> pixels;
  for (std::size_t at = 0; at + 3 < reduced.rgba.size(); at += 4) {
    pixels.push_back(index.at(color_at(reduced, at)));
  }
  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  png.width = static_cast<png_uint_32>(reduced.size.width);
  png.height = static_cast<png_uint_32>(reduced.size.height);
  png.format = PNG_FORMAT_RGB_COLORMAP;
  png.colormap_entries = static_cast<png_uint_32>(palette.size());
  if (png_image_write_to_file(&png, file.c_str(), 0, pixels.data(), 0, color_map.data()) == 0) {
    throw std::runtime_error(file.string() + ": " + static_cast<const char*>(png.message));
  }
}

}  // namespace kiosk::test
