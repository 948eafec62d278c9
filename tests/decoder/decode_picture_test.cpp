#include "decoder/decode_picture.h"

#include <fstream>
#include <random>
#include <sstream>

#include "images/image_file.h"
#include "tests/catch.h"
#include "tests/harness/colorful_image.h"

using namespace kiosk;
using kiosk::test::colorful;

namespace {

std::string big_endian(std::uint32_t value) {
  return {static_cast<char>(value >> 24U), static_cast<char>(value >> 16U), static_cast<char>(value >> 8U),
          static_cast<char>(value)};
}
std::string little_endian(std::uint32_t value, int length) {
  std::string out;
  for (int i = 0; i < length; ++i, value >>= 8U) {
    out += static_cast<char>(value);
  }
  return out;
}

// RGBA, its deflate stream stored without compression; checksums are left out, which readers forgive.
std::string png_with_alpha(Size size, const std::string& rgba) {
  const auto chunk = [](const std::string& name, const std::string& content) {
    return big_endian(static_cast<std::uint32_t>(content.size())) + name + content + big_endian(0);
  };
  std::string rows;
  for (int y = 0; y < size.height; ++y) {
    rows += std::string(1, '\0') +
            rgba.substr(static_cast<std::size_t>(y * size.width) * 4, static_cast<std::size_t>(size.width) * 4);
  }
  const auto length = static_cast<std::uint32_t>(rows.size());
  return "\x89PNG\r\n\x1a\n" +
         chunk("IHDR", big_endian(static_cast<std::uint32_t>(size.width)) +
                           big_endian(static_cast<std::uint32_t>(size.height)) + std::string("\x08\x06\0\0\0", 5)) +
         chunk("IDAT", "\x78\x01\x01" + little_endian(length, 2) + little_endian(~length, 2) + rows + big_endian(0)) +
         chunk("IEND", "");
}

std::string photo() {
  std::ostringstream bytes;
  bytes << std::ifstream(KIOSK_SOURCE_DIR "/tests/decoder/pictures/corners.jpg", std::ios::binary).rdbuf();
  return bytes.str();
}

// The corner's colour by its strongest channels: "r" red, "g" green, "b" blue, "rgb" white.
std::string color_at(const Image& image, int x, int y) {
  const auto* at = &image.rgba[static_cast<std::size_t>(y * image.size.width + x) * 4];
  return std::string(at[0] > 128 ? "r" : "") + (at[1] > 128 ? "g" : "") + (at[2] > 128 ? "b" : "");
}

// A segment of a JPEG that defines one table of codes, `counts` of each of the 16 lengths.
std::string table_of_codes(const std::string& counts) { return std::string("\xff\xc4\x10\0\0", 5) + counts; }

}  // namespace

TEST_CASE("bytes that are no picture are refused with a reason") {
  const std::string png = encode_png(colorful({50, 50}));
  for (const std::string& bytes : {std::string(), std::string("<html>404</html>"),
                                   std::string("GIF89a\x01\x00\x01\x00", 10), std::string("\xff\xd8\xff\xe0 not quite"),
                                   png.substr(0, 8), png.substr(0, 40), png.substr(0, png.size() / 2)}) {
    const auto image = decode_picture(bytes);
    REQUIRE_FALSE(image);
    CHECK_FALSE(image.error().empty());
  }
}

TEST_CASE("a PNG that names a part of it by zeros is refused with a reason all the same") {
  std::string png = encode_png(colorful({2, 2}));
  png.replace(png.find("IDAT"), 4, std::string("\0\xff\xff\xff", 4));
  const auto image = decode_picture(png);
  REQUIRE_FALSE(image);
  CHECK(image.error().starts_with("it is damaged"));
}

TEST_CASE("a picture keeps its alpha") {
  const std::string rgba("\xff\0\0\xff\0\xff\0\x80\0\0\xff\0\1\2\3\4", 16);
  const auto image = decode_picture(png_with_alpha({2, 2}, rgba));
  REQUIRE(image);
  CHECK(image->size == Size{2, 2});
  CHECK(std::string(image->rgba.begin(), image->rgba.end()) == rgba);
}

TEST_CASE("a JPEG comes out with its corners where they were") {
  const auto image = decode_picture(photo());
  REQUIRE(image);
  CHECK(image->size == Size{48, 32});
  CHECK(color_at(*image, 2, 2) == "r");
  CHECK(color_at(*image, 45, 2) == "g");
  CHECK(color_at(*image, 2, 29) == "b");
  CHECK(color_at(*image, 45, 29) == "rgb");
  CHECK(int{image->rgba[3]} == 255);
}

TEST_CASE("a photo of a telephone held upright comes out upright") {
  // Orientation 6: to be turned by a quarter, clockwise.
  const std::string note(
      "\xff\xe1\0\x22"
      "Exif\0\0MM\0\x2a\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0",
      36);
  const auto image = decode_picture(photo().insert(2, note));
  REQUIRE(image);
  CHECK(image->size == Size{32, 48});
  CHECK(color_at(*image, 2, 2) == "b");
  CHECK(color_at(*image, 29, 2) == "r");
  CHECK(color_at(*image, 2, 45) == "rgb");
  CHECK(color_at(*image, 29, 45) == "g");
}

TEST_CASE("of a GIF the first frame is shown") {
  // Two pixels, red and clear, and a second frame of two red ones.
  const std::string palette("\xff\0\0\0\0\0", 6);
  const std::string place("\x2c\0\0\0\0\2\0\1\0\0", 10);
  const std::string gif = std::string("GIF89a\2\0\1\0\x80\0\0", 13) + palette + std::string("\x21\xf9\4\1\0\0\1\0", 8) +
                          place + std::string("\2\2\x44\x0a\0", 5) + std::string("\x21\xf9\4\1\0\0\1\0", 8) + place +
                          std::string("\2\2\x04\x0a\0", 5) + "\x3b";
  const auto image = decode_picture(gif);
  REQUIRE(image);
  CHECK(image->size == Size{2, 1});
  CHECK(color_at(*image, 0, 0) == "r");
  CHECK(int{image->rgba[3]} == 255);
  CHECK(int{image->rgba[7]} == 0);
}

TEST_CASE("a BMP is read") {
  const std::string bmp = "BM" + little_endian(14 + 40 + 8, 4) + little_endian(0, 4) + little_endian(54, 4) +
                          little_endian(40, 4) + little_endian(2, 4) + little_endian(1, 4) + little_endian(1, 2) +
                          little_endian(24, 2) + std::string(24, '\0') + std::string("\0\0\xff\xff\0\0\0\0", 8);
  const auto image = decode_picture(bmp);
  REQUIRE(image);
  CHECK(image->size == Size{2, 1});
  CHECK(color_at(*image, 0, 0) == "r");
  CHECK(color_at(*image, 1, 0) == "b");
}

TEST_CASE("a format that is not read is called by its name") {
  const auto reason = [](const std::string& bytes) { return decode_picture(bytes).error(); };
  CHECK(reason(std::string("\0\0\0\x20"
                           "ftypavif",
                           12))
            .find("it is AVIF") != std::string::npos);
  CHECK(reason(std::string("\0\0\0\x20"
                           "ftypheic",
                           12))
            .find("it is HEIC") != std::string::npos);
  CHECK(reason("<!DOCTYPE html><html>Not found</html>").find("it is a web page") != std::string::npos);
  CHECK(reason("\x1f\x8b\x08").find("it is compressed") != std::string::npos);
  CHECK(reason("hello") == "PNG, JPEG, WebP, GIF, BMP and SVG are read");
}

TEST_CASE("a picture cut off anywhere is refused or shown in part and never harms") {
  const std::string whole = photo();
  for (std::size_t length = 0; length < whole.size(); length += 7) {
    const auto image = decode_picture(std::string_view(whole).substr(0, length));
    if (image) {
      CHECK(image->rgba.size() == 48U * 32 * 4);
    } else {
      CHECK_FALSE(image.error().empty());
    }
  }
}

TEST_CASE("a picture that would take gigabytes is refused by its header alone") {
  std::string png = encode_png(colorful({2, 2}));
  const auto with_size = [&png](std::uint32_t width, std::uint32_t height) {
    std::string out = png;
    return out.replace(16, 8, big_endian(width) + big_endian(height));  // IHDR stands first in every PNG
  };
  CHECK_FALSE(decode_picture(with_size(60000, 60000)));
  const auto over = decode_picture(with_size(4001, 4000));
  REQUIRE_FALSE(over);
  CHECK(over.error().find("16 megapixels") != std::string::npos);
  CHECK_FALSE(decode_picture(std::string("GIF89a\xff\xff\xff\xff\x80\0\0", 13)));
  const auto fits = decode_picture(with_size(4000, 4000));  // read on, to fail where its pixels are missing
  REQUIRE_FALSE(fits);
  CHECK(fits.error().find("16 megapixels") == std::string::npos);
}

// stb 2.27 writes beyond its own for these; found by tests/fuzz.

TEST_CASE("a PNG of which a part says that it is longer than the file is refused before there is room made for it") {
  const std::string good = encode_png(colorful({2, 2}));
  const std::size_t pixels = good.find("IDAT") - 4;
  const std::uint32_t left = static_cast<std::uint32_t>(good.size() - pixels - 12);
  for (const std::uint32_t length : {left + 1, 0x12000000U, 0x7fffffffU, 0xffffffffU}) {
    std::string png = good;
    png.replace(pixels, 4, big_endian(length));
    const auto image = decode_picture(png);
    INFO(length);
    REQUIRE_FALSE(image);
    CHECK(image.error() == "it is cut short");
  }
  // What lies behind the end is no part.
  CHECK(decode_picture(good + "\x7f\xff\xff\xff junk"));
}

TEST_CASE("a JPEG with as many codes as there are bytes is read") {
  const std::string counts = std::string(14, '\0') + "\x01\xff";
  const std::string segment = std::string("\xff\xc4\x01\x13\0", 5) + counts + std::string(256, '\0');
  CHECK(decode_picture(photo().insert(2, segment)));
  for (std::size_t length = 0; length < segment.size(); ++length) {
    INFO(length);
    CHECK_FALSE(decode_picture("\xff\xd8\xff" + segment.substr(0, length)));
  }
}

TEST_CASE("a marker that is followed by no table of codes hides none that is") {
  const std::string too_many = std::string(16, '\xff');
  CHECK(decode_picture(photo() + std::string("\xff\xc4\0\x40\x24", 5) + too_many));  // a fifth table: stb stops there
  CHECK_FALSE(decode_picture(photo() + "\xff\xc4" + table_of_codes(too_many)));
}

TEST_CASE("a JPEG that names a table of codes which it has not defined is damaged") {
  const std::string marker = "\xff\xc4";
  const auto without_table = [&](std::size_t at) {
    const std::string whole = photo();
    const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(whole[i])); };
    return whole.substr(0, at) + whole.substr(at + 2 + (byte(at + 2) << 8U | byte(at + 3)));
  };
  int tables = 0;
  for (std::size_t at = photo().find(marker); at != std::string::npos; at = photo().find(marker, at + 1), ++tables) {
    INFO(at);
    CHECK_FALSE(decode_picture(without_table(at)));
  }
  CHECK(tables > 0);

  // The scan's component names its two tables, 0 and 0, after the marker, a length, the number of components and its
  // own.
  const std::size_t named = photo().find("\xff\xda") + 6;
  for (const char other : {'\x02', '\x20', '\x33'}) {
    std::string jpeg = photo();
    jpeg[named] = other;
    CHECK_FALSE(decode_picture(jpeg));
  }

  // The last scan of a picture that gets sharper by and by needs its own as well.
  std::ostringstream sharper;
  sharper << std::ifstream(KIOSK_SOURCE_DIR "/tests/fuzz/seeds/image/progressive.jpg", std::ios::binary).rdbuf();
  const std::string whole = sharper.str();
  REQUIRE(decode_picture(whole));
  const std::size_t last = whole.rfind("\xff\xda");
  const std::size_t components = static_cast<unsigned char>(whole[last + 4]);
  for (std::size_t i = 0; i < components; ++i) {
    std::string jpeg = whole;
    jpeg[last + 6 + 2 * i] = 0x33;
    CHECK_FALSE(decode_picture(jpeg));
  }
}

TEST_CASE("a file is judged by its pixels and its bytes before anything is unpacked") {
  CHECK(judge_size({4000, 4000}, 1000).empty());
  CHECK(judge_size({16'384, 1}, 1000).empty());
  CHECK(judge_size({1, 16'384}, 1000).empty());
  CHECK(judge_size({16'385, 1}, 1000) == "16385x1 has a side of over 16384 pixels");
  CHECK(judge_size({1, 16'000'000}, 1000).find("a side") != std::string::npos);
  CHECK(judge_size({4000, 4001}, 1000) == "4000x4001 is over 16 megapixels");
  CHECK_FALSE(judge_size({2'147'483'647, 2'147'483'647}, 1000).empty());
  CHECK(judge_size({0, 10}, 1000) == "it has no pixels");
  CHECK(judge_size({10, -1}, 1000) == "it has no pixels");
  const std::size_t most = most_bytes_beside_pixels + 3 * 2 * most_bytes_a_pixel;
  CHECK(judge_size({3, 2}, most).empty());
  CHECK(judge_size({3, 2}, most + 1) == std::to_string(most + 1) + " bytes are too many for 3x2 pixels");
}

TEST_CASE("a few pixels behind many bytes are refused, whatever the format") {
  const std::string padding(most_bytes_beside_pixels + 100, '\0');
  const std::string bmp = "BM" + little_endian(14 + 40 + 8, 4) + little_endian(0, 4) + little_endian(54, 4) +
                          little_endian(40, 4) + little_endian(2, 4) + little_endian(1, 4) + little_endian(1, 2) +
                          little_endian(24, 2) + std::string(24, '\0') + std::string("\0\0\xff\xff\0\0\0\0", 8);
  for (const std::string& bytes : {encode_png(colorful({1, 1})), bmp}) {
    CHECK(decode_picture(bytes));
    const auto padded = decode_picture(bytes + padding);
    REQUIRE_FALSE(padded);
    CHECK(padded.error().find("bytes are too many") != std::string::npos);
  }
}

TEST_CASE("a large picture comes out no larger than a screen, in its proportions") {
  const auto wide = decode_picture(encode_png(colorful({2500, 1250})));
  REQUIRE(wide);
  CHECK(wide->size == Size{1920, 960});
  CHECK(wide->rgba.size() == std::size_t{1920} * 960 * 4);
  const auto fits = decode_picture(encode_png(colorful({1920, 10})));
  REQUIRE(fits);
  CHECK(fits->size == Size{1920, 10});
}

TEST_CASE("pictures flipped in any byte are refused or shown as something, and never harm") {
  const std::string svg =
      "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='30'><g transform='scale(2)'><path d='M0 0L9 9L0 9z' "
      "fill='#c86432' fill-opacity='.5'/></g><circle cx='20' cy='15' r='9'/></svg>";
  std::mt19937 random(7);
  for (const std::string& whole : {photo(), encode_png(colorful({40, 30})), svg}) {
    for (int i = 0; i < 1000; ++i) {
      std::string flipped = whole;
      const std::size_t at = random() % flipped.size();
      flipped[at] = static_cast<char>(flipped[at] ^ static_cast<char>(1U << (random() % 8)));
      if (const auto image = decode_picture(flipped)) {
        REQUIRE(image->rgba.size() ==
                static_cast<std::size_t>(image->size.width) * static_cast<std::size_t>(image->size.height) * 4);
      } else {
        REQUIRE_FALSE(image.error().empty());
      }
    }
  }
}
