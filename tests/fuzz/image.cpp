// Pictures from strangers.

#include <utility>

#include "images/image_file.h"
#include "images/orientation.h"
#include "images/scaling.h"
#include "tests/fuzz/expect.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a target of many of its values
using fuzz::expect;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::text_of(data, size);
  const int orientation = exif_orientation(bytes);
  expect(orientation >= 1 && orientation <= 8, "a picture lies in one of eight ways");
  constexpr std::int64_t most_pixels = 1'000'000;  // more would be more of the same
  Result<Image> image = decode_image(bytes, most_pixels);
  if (!image) {
    expect(!image.error().what.empty(), "a picture that is none says why");
    return 0;
  }
  const std::int64_t pixels = std::int64_t{image->size.width} * image->size.height;
  expect(image->size.width > 0 && image->size.height > 0 && pixels <= most_pixels, "a picture has a size that can be");
  expect(image->rgba.size() == static_cast<std::size_t>(pixels) * 4, "a picture has all its pixels");
  extremes(*image, rgb(0x102030), 100);
  const Size most{48, 32};
  const Image small = shrunk(*std::move(image), most);
  expect(small.size.width > 0 && small.size.width <= most.width && small.size.height > 0 &&
             small.size.height <= most.height,
         "a shrunk picture fits");
  expect(
      small.rgba.size() == static_cast<std::size_t>(small.size.width) * static_cast<std::size_t>(small.size.height) * 4,
      "a shrunk picture has all its pixels");
  return 0;
}
