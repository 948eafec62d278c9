#include "decoder/orientation.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>

#include <libexif/exif-data.h>

namespace kiosk {
namespace {

constexpr int upright = 1;

struct FreeExif {
  void operator()(ExifData* data) const { exif_data_unref(data); }
};

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
  if (!jpeg.starts_with("\xff\xd8")) {
    return upright;
  }
  const std::unique_ptr<ExifData, FreeExif> data(
      exif_data_new_from_data(reinterpret_cast<const unsigned char*>(jpeg.data()), static_cast<unsigned>(jpeg.size())));
  ExifEntry* entry = data ? exif_content_get_entry(data->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION) : nullptr;
  if (entry == nullptr || entry->format != EXIF_FORMAT_SHORT || entry->size < 2) {
    return upright;
  }
  const int orientation = exif_get_short(entry->data, exif_data_get_byte_order(data.get()));
  return orientation >= 1 && orientation <= 8 ? orientation : upright;
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
