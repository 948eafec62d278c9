#include "decoder/orientation.h"

#include <string>
#include <vector>

#include "tests/catch.h"
#include "tests/images/pixels.h"

using namespace kiosk;

namespace {

std::string number(unsigned value, int length, bool little_endian) {
  std::string out;
  for (int i = 0; i < length; ++i) {
    const int shift = 8 * (little_endian ? i : length - 1 - i);
    out += static_cast<char>(value >> static_cast<unsigned>(shift));
  }
  return out;
}

std::string segment(char marker, const std::string& content) {
  return std::string("\xff") + marker + number(static_cast<unsigned>(content.size()) + 2, 2, false) + content;
}

// As cameras write it: some other entries first.
std::string exif(unsigned orientation, bool little_endian) {
  const auto n = [&](unsigned value, int length) { return number(value, length, little_endian); };
  std::string tiff = (little_endian ? "II" : "MM") + n(42, 2) + n(8, 4) + n(3, 2);
  tiff += n(0x010F, 2) + n(2, 2) + n(4, 4) + std::string("abc\0", 4);
  tiff += n(0x0112, 2) + n(3, 2) + n(1, 4) + n(orientation, 2) + n(0, 2);
  tiff += n(0x0131, 2) + n(2, 2) + n(4, 4) + std::string("def\0", 4);
  return segment('\xe1', std::string("Exif\0\0", 6) + tiff + n(0, 4));
}

std::string jpeg(const std::string& segments) { return "\xff\xd8" + segments + segment('\xda', "scan") + "pixels"; }

}  // namespace

TEST_CASE("a camera's note of how it was held is read, whichever way its bytes run") {
  for (const bool little_endian : {false, true}) {
    for (int orientation = 1; orientation <= 8; ++orientation) {
      const std::string note = exif(static_cast<unsigned>(orientation), little_endian);
      CHECK(exif_orientation(jpeg(note)) == orientation);
      CHECK(exif_orientation(jpeg(segment('\xe0', "JFIF") + note)) == orientation);
      CHECK(exif_orientation(jpeg(segment('\xe1', "http://ns.adobe.com/xap/1.0/") + note)) == orientation);
    }
  }
}

TEST_CASE("a picture without such a note, or with a strange one, is upright") {
  for (const std::string& bytes :
       {std::string(), std::string("\xff\xd8"), std::string("\xff\xd8\xff"), std::string("\x89PNG\r\n\x1a\n"), jpeg(""),
        jpeg(segment('\xe0', "JFIF")), jpeg(exif(0, true)), jpeg(exif(9, false)), jpeg(exif(65535, false)),
        jpeg(segment('\xe1', std::string("Exif\0\0", 6))), jpeg(segment('\xe1', std::string("Exif\0\0XX", 8)))}) {
    CHECK(exif_orientation(bytes) == 1);
  }
  // Behind the start of the scan lie pixels, which may look like anything.
  CHECK(exif_orientation("\xff\xd8" + segment('\xda', "scan") + exif(6, true)) == 1);
}

TEST_CASE("a note cut off anywhere harms nothing") {
  const std::string whole = jpeg(exif(6, true));
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const int orientation = exif_orientation(whole.substr(0, length));
    CHECK((orientation == 1 || orientation == 6));
  }
  // A directory that lies far outside, and one that claims 65535 entries.
  std::string far = whole;
  far.replace(far.find("II") + 4, 4, "\xff\xff\xff\xff");
  CHECK(exif_orientation(far) == 1);
  std::string many = whole;
  many.replace(many.find("II") + 8, 2, "\xff\xff");
  CHECK(exif_orientation(many) == 6);
}

TEST_CASE("every way a camera was held is turned upright") {
  // Two wide, three high:  1 2 / 3 4 / 5 6, as it was meant; and how each orientation stores it (Exif 2.32).
  struct Stored {
    int orientation;
    Size size;
    std::vector<int> pixels;
  };
  for (const Stored& stored : {Stored{1, {2, 3}, {1, 2, 3, 4, 5, 6}}, Stored{2, {2, 3}, {2, 1, 4, 3, 6, 5}},
                               Stored{3, {2, 3}, {6, 5, 4, 3, 2, 1}}, Stored{4, {2, 3}, {5, 6, 3, 4, 1, 2}},
                               Stored{5, {3, 2}, {1, 3, 5, 2, 4, 6}}, Stored{6, {3, 2}, {2, 4, 6, 1, 3, 5}},
                               Stored{7, {3, 2}, {6, 4, 2, 5, 3, 1}}, Stored{8, {3, 2}, {5, 3, 1, 6, 4, 2}}}) {
    Image image{stored.size, {}};
    for (const int value : stored.pixels) {
      image.rgba.insert(image.rgba.end(), {static_cast<std::uint8_t>(value), 0, 0, 255});
    }
    const Image upright = turned_upright(image, stored.orientation);
    CAPTURE(stored.orientation);
    REQUIRE(upright.size == Size{2, 3});
    for (int i = 0; i < 6; ++i) {
      CHECK(int{pixel(upright, i % 2, i / 2).r} == i + 1);
    }
  }
}
