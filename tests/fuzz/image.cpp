// Pictures from strangers, as their decoder reads them.

#include <utility>

#include "decoder/decode_picture.h"
#include "decoder/orientation.h"
#include "images/decoder_answer.h"
#include "images/scaling.h"
#include "tests/fuzz/expect.h"

using namespace kiosk;  // NOLINT(google-build-using-namespace): a target of many of its values
using fuzz::expect;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = fuzz::text_of(data, size);
  const int orientation = exif_orientation(bytes);
  expect(orientation >= 1 && orientation <= 8, "a picture lies in one of eight ways");
  Decoded<Image> image = decode_picture(bytes);
  if (!image) {
    expect(!image.error().empty() && image.error().size() <= most_reason_bytes, "a picture that is none says why");
    return 0;
  }
  const auto is_side = [](int side) { return side > 0 && side <= most_picture_side; };
  expect(is_side(image->size.width) && is_side(image->size.height), "a picture is no larger than a screen");
  expect(image->rgba.size() ==
             static_cast<std::size_t>(image->size.width) * static_cast<std::size_t>(image->size.height) * 4,
         "a picture has all its pixels");
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
