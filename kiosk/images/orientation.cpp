#include "images/orientation.h"

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace kiosk {
namespace {

constexpr int upright = 1;

// Reads numbers from a file's bytes; zero beyond their end.
class Bytes {
 public:
  Bytes(std::string_view bytes, bool little_endian) : bytes_(bytes), little_endian_(little_endian) {}

  std::uint32_t number(std::size_t at, std::size_t length) const {
    if (at > bytes_.size() || length > bytes_.size() - at) {
      return 0;
    }
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < length; ++i) {
      const std::size_t next = little_endian_ ? length - 1 - i : i;
      value = value << 8U | static_cast<unsigned char>(bytes_[at + next]);
    }
    return value;
  }

 private:
  std::string_view bytes_;
  bool little_endian_;
};

// In a TIFF the first directory has the tags of the picture itself.
int tiff_orientation(std::string_view tiff) {
  constexpr std::uint32_t orientation_tag = 0x0112;
  constexpr std::size_t entry_length = 12;
  const bool little_endian = tiff.starts_with("II");
  if (!little_endian && !tiff.starts_with("MM")) {
    return upright;
  }
  const Bytes bytes(tiff, little_endian);
  const std::size_t directory = bytes.number(4, 4);
  const std::uint32_t entries = bytes.number(directory, 2);
  for (std::uint32_t entry = 0; entry < entries; ++entry) {
    const std::size_t at = directory + 2 + entry * entry_length;
    if (bytes.number(at, 2) == orientation_tag) {
      const std::uint32_t value = bytes.number(at + 8, 2);
      return value >= 1 && value <= 8 ? static_cast<int>(value) : upright;
    }
  }
  return upright;
}

// Where a pixel of the upright picture lies in the stored picture, which has the given size.
struct Place {
  int x;
  int y;
};
Place stored_place(int orientation, Size stored, int x, int y) {
  const int right = stored.width - 1;
  const int bottom = stored.height - 1;
  switch (orientation) {
    case 2:
      return {right - x, y};
    case 3:
      return {right - x, bottom - y};
    case 4:
      return {x, bottom - y};
    case 5:
      return {y, x};
    case 6:
      return {y, bottom - x};
    case 7:
      return {right - y, bottom - x};
    case 8:
      return {right - y, x};
    default:
      return {x, y};
  }
}

}  // namespace

int exif_orientation(std::string_view jpeg) {
  constexpr std::string_view exif("Exif\0\0", 6);
  if (!jpeg.starts_with("\xff\xd8")) {
    return upright;
  }
  const Bytes bytes(jpeg, false);
  // A JPEG begins with segments, each a marker and a length, until the picture's data begins.
  for (std::size_t at = 2; bytes.number(at, 1) == 0xFF;) {
    const std::uint32_t marker = bytes.number(at + 1, 1);
    const std::size_t length = bytes.number(at + 2, 2);
    constexpr std::uint32_t start_of_scan = 0xDA;
    constexpr std::uint32_t application_1 = 0xE1;
    if (marker == start_of_scan || length < 2 || length > jpeg.size() - at - 2) {
      break;
    }
    const std::string_view segment = jpeg.substr(at + 4, length - 2);
    if (marker == application_1 && segment.starts_with(exif)) {
      return tiff_orientation(segment.substr(exif.size()));
    }
    at += 2 + length;
  }
  return upright;
}

Image turned_upright(Image image, int orientation) {
  if (orientation <= upright || orientation > 8) {
    return image;
  }
  const Size stored = image.size;
  const bool lies_on_its_side = orientation >= 5;
  Image turned{lies_on_its_side ? Size{stored.height, stored.width} : stored, {}};
  turned.rgba.resize(image.rgba.size());
  std::uint8_t* to = turned.rgba.data();
  for (int y = 0; y < turned.size.height; ++y) {
    for (int x = 0; x < turned.size.width; ++x, to += 4) {
      const Place from = stored_place(orientation, stored, x, y);
      const auto pixel =
          static_cast<std::size_t>(from.y) * static_cast<std::size_t>(stored.width) + static_cast<std::size_t>(from.x);
      std::memcpy(to, &image.rgba[pixel * 4], 4);
    }
  }
  return turned;
}

}  // namespace kiosk
