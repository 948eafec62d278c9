#include "tests/screens/compare_images.h"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>

#include "images/pasting.h"

namespace kiosk::test {
namespace {

constexpr int noticed = 24;

// The channel that differs most.
int most_different(const std::uint8_t* a, const std::uint8_t* b) {
  return std::max({std::abs(a[0] - b[0]), std::abs(a[1] - b[1]), std::abs(a[2] - b[2])});
}

}  // namespace

Difference difference(const Image& picture, const Image& reference) {
  if (picture.size != reference.size || picture.rgba.size() != reference.rgba.size() || picture.rgba.empty()) {
    return {false, 1, 255};
  }
  std::size_t visible = 0;
  std::uint64_t sum = 0;
  for (std::size_t at = 0; at + 3 < picture.rgba.size(); at += 4) {
    visible += most_different(&picture.rgba[at], &reference.rgba[at]) > noticed ? 1U : 0U;
    for (std::size_t channel = 0; channel < 3; ++channel) {
      sum += static_cast<std::uint64_t>(std::abs(picture.rgba[at + channel] - reference.rgba[at + channel]));
    }
  }
  const double pixels = static_cast<double>(picture.rgba.size()) / 4;
  return {true, static_cast<double>(visible) / pixels, static_cast<double>(sum) / pixels / 3};
}

bool looks_the_same(const Difference& difference) {
  return difference.same_size && difference.share <= most_share && difference.mean <= most_mean;
}

std::string describe(const Difference& difference) {
  if (!difference.same_size) {
    return "it is of another size";
  }
  char text[100];
  std::snprintf(text, sizeof text, "%.3f %% of the pixels differ visibly, by %.2f of 255 on average",
                difference.share * 100, difference.mean);
  return text;
}

Image side_by_side(const Image& reference, const Image& picture) {
  constexpr int gap = 8;
  const int width = std::max(reference.size.width, picture.size.width);
  const int height = std::max(reference.size.height, picture.size.height);
  Image sheet = blank_image({3 * width + 2 * gap, height}, rgb(0xffffff));
  paste(reference, 0, 0, sheet);
  paste(picture, width + gap, 0, sheet);
  if (reference.size != picture.size) {
    return sheet;
  }
  Image marked = reference;
  for (std::size_t at = 0; at + 3 < marked.rgba.size(); at += 4) {
    const int most = most_different(&picture.rgba[at], &reference.rgba[at]);
    const int grey = (reference.rgba[at] + reference.rgba[at + 1] + reference.rgba[at + 2]) / 12 + 160;
    const int rest = most == 0 ? grey : std::max(0, 110 - 4 * most);  // the redder the more it differs
    marked.rgba[at] = static_cast<std::uint8_t>(most == 0 ? grey : 255);
    marked.rgba[at + 1] = marked.rgba[at + 2] = static_cast<std::uint8_t>(rest);
  }
  paste(marked, 2 * (width + gap), 0, sheet);
  return sheet;
}

}  // namespace kiosk::test
