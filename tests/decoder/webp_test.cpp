#include "decoder/webp.h"

#include <algorithm>
#include <cstdint>

#include <webp/encode.h>
#include <webp/mux.h>

#include "tests/catch.h"

using namespace kiosk;

namespace {

// Without loss.
std::string webp(Size size, std::uint8_t red, std::uint8_t alpha = 255) {
  std::string rgba;
  for (int i = 0; i < size.width * size.height; ++i) {
    rgba += {static_cast<char>(red), 0, 0, static_cast<char>(alpha)};
  }
  std::uint8_t* out = nullptr;
  const std::size_t length = WebPEncodeLosslessRGBA(reinterpret_cast<const std::uint8_t*>(rgba.data()), size.width,
                                                    size.height, size.width * 4, &out);
  std::string bytes(reinterpret_cast<const char*>(out), length);
  WebPFree(out);
  return bytes;
}

// A frame for each light of red.
std::string animated(Size size, const std::vector<std::uint8_t>& reds) {
  WebPAnimEncoder* encoder = WebPAnimEncoderNew(size.width, size.height, nullptr);
  WebPConfig config;
  REQUIRE(WebPConfigInit(&config) == 1);
  config.lossless = 1;
  int milliseconds = 0;
  for (const std::uint8_t red : reds) {
    WebPPicture picture;
    REQUIRE(WebPPictureInit(&picture) == 1);
    picture.use_argb = 1;
    picture.width = size.width;
    picture.height = size.height;
    REQUIRE(WebPPictureAlloc(&picture) == 1);
    std::fill_n(picture.argb, picture.argb_stride * size.height, 0xff000000U | std::uint32_t{red} << 16U);
    REQUIRE(WebPAnimEncoderAdd(encoder, &picture, milliseconds, &config) == 1);
    WebPPictureFree(&picture);
    milliseconds += 100;
  }
  REQUIRE(WebPAnimEncoderAdd(encoder, nullptr, milliseconds, nullptr) == 1);
  WebPData data{};
  REQUIRE(WebPAnimEncoderAssemble(encoder, &data) == 1);
  std::string bytes(reinterpret_cast<const char*>(data.bytes), data.size);
  WebPDataClear(&data);
  WebPAnimEncoderDelete(encoder);
  return bytes;
}

}  // namespace

TEST_CASE("a WebP is read with its alpha") {
  const auto image = decode_webp(webp({7, 5}, 200, 100));
  REQUIRE(image);
  CHECK(image->size == Size{7, 5});
  CHECK(image->rgba.size() == 7U * 5 * 4);
  CHECK(int{image->rgba[0]} == 200);
  CHECK(int{image->rgba[3]} == 100);
}

TEST_CASE("of an animated WebP the first frame is shown") {
  const auto image = decode_webp(animated({6, 4}, {10, 250}));
  REQUIRE(image);
  CHECK(image->size == Size{6, 4});
  CHECK(int{image->rgba[0]} == 10);
}

TEST_CASE("a WebP cut off anywhere is refused") {
  const std::string whole = webp({20, 20}, 90);
  for (std::size_t length = 0; length < whole.size(); ++length) {
    INFO(length);
    CHECK_FALSE(decode_webp(std::string_view(whole).substr(0, length)));
  }
}

TEST_CASE("a WebP of few pixels and many bytes is refused") {
  std::string padded = webp({2, 2}, 90);
  padded += std::string(most_bytes_beside_pixels + 100, '\0');
  CHECK_FALSE(decode_webp(padded));
}
