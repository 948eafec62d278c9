#include "graphics/qr_code.h"

#include <string>
#include <vector>

#include "tests/catch.h"
#include "tests/graphics/drawing.h"
#include "tests/harness/read_qr.h"

using namespace kiosk;

namespace {

int version(const QrCode& code) { return (code.modules - 17) / 4; }

// Level in the format information: bits 14 and 13 of 15, first in the row below the top left finder; masked
// with 101010000010010 (ISO/IEC 18004, 7.9).
char level(const QrCode& code) {
  const int bits = ((code.is_dark(0, 8) ? 2 : 0) | (code.is_dark(1, 8) ? 1 : 0)) ^ 0b10;
  return "MLHQ"[bits];
}

constexpr int quiet_zone = 4;  // modules

// As a board draws it: a texture of one texel a module, quiet zone included, grown by a whole factor.
Image drawn(const QrCode& code, int pixels_per_module) {
  const int side = code.modules + 2 * quiet_zone;
  std::vector<std::uint8_t> light(static_cast<std::size_t>(side) * side, 255);
  for (int y = 0; y < code.modules; ++y) {
    for (int x = 0; x < code.modules; ++x) {
      if (code.is_dark(x, y)) {
        light[static_cast<std::size_t>(y + quiet_zone) * side + x + quiet_zone] = 0;
      }
    }
  }
  const int pixels = side * pixels_per_module;
  Drawing drawing({pixels + 20, pixels + 20});
  const Texture texture({side, side}, Texture::Format::coverage, Texture::Filter::nearest, light);
  drawing.canvas().image(texture, {10, 10, static_cast<float>(pixels), static_cast<float>(pixels)});
  return drawing.finish();
}

std::string some_bytes(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    out += static_cast<char>('a' + i * 7 % 26);
  }
  return out;
}

}  // namespace

TEST_CASE("links are read back byte for byte from the pixels of a board") {
  for (const std::string& link :
       {std::string("https://www.culture.ru/live/broadcasts/38461/forum-bibliotek?utm_source=kiosk#stream"),
        std::string("https://пример.рф/трансляция/Горьковский зал"), std::string("HTTPS://LIBRARY.RU/LIVE/1"),
        std::string("0123456789012345"), std::string("x"), some_bytes(700)}) {
    const auto code = encode_qr(link);
    REQUIRE(code);
    CHECK(read_qr_codes(drawn(*code, 4)) == std::vector<std::string>{link});
  }
}

TEST_CASE(
    "codes that are to look alike have the modules of the largest, more error correction for it, and their bytes") {
  const auto alone = encode_qr("https://library.ru/live/1");
  REQUIRE(alone);
  CHECK(alone->modules == 25);
  for (const int modules : {25, 41, 57, 177}) {
    const auto code = encode_qr("https://library.ru/live/1", modules);
    REQUIRE(code);
    CHECK(code->modules == modules);
    CHECK(level(*code) == (modules > 25 ? 'H' : level(*alone)));
    CHECK(read_qr_codes(drawn(*code, 4)) == std::vector<std::string>{"https://library.ru/live/1"});
  }
  // No fewer modules than asked for where that is none of a version's, and never fewer than hold the bytes.
  CHECK(encode_qr("x", 22)->modules == 25);
  CHECK(encode_qr("x", 1000)->modules == 177);
  CHECK(encode_qr(some_bytes(700), 25)->modules == encode_qr(some_bytes(700))->modules);
}

TEST_CASE("the smallest version that holds the bytes at level L is taken") {
  // Capacities in bytes at level L (ISO/IEC 18004, table 7): 17, 32, 53, 78, 106, 134.
  const int most[] = {17, 32, 53, 78, 106, 134};
  for (int i = 0; i < 6; ++i) {
    const auto full = encode_qr(some_bytes(static_cast<std::size_t>(most[i])));
    REQUIRE(full);
    CHECK(version(*full) == i + 1);
    CHECK(level(*full) == 'L');
    const auto over = encode_qr(some_bytes(static_cast<std::size_t>(most[i]) + 1));
    REQUIRE(over);
    CHECK(version(*over) == i + 2);
  }
}

TEST_CASE("what a version leaves free goes into the highest level that fits it") {
  // Version 3 holds 53, 42, 32 and 24 bytes at L, M, Q and H; version 2 holds 32 at L.
  CHECK(level(*encode_qr(some_bytes(53))) == 'L');
  CHECK(level(*encode_qr(some_bytes(43))) == 'L');
  CHECK(level(*encode_qr(some_bytes(42))) == 'M');
  CHECK(level(*encode_qr(some_bytes(33))) == 'M');
  CHECK(version(*encode_qr(some_bytes(33))) == 3);
  CHECK(level(*encode_qr(some_bytes(7))) == 'H');
  CHECK(version(*encode_qr(some_bytes(7))) == 1);
}

TEST_CASE("capitals and digits alone take a smaller version") {
  const std::string loud = "HTTPS://LIBRARY.RU/LIVE/1";  // 25 characters: the most of version 1 at L
  CHECK(version(*encode_qr(loud)) == 1);
  CHECK(version(*encode_qr("https://library.ru/live/1")) == 2);
}

TEST_CASE("bytes of any value are kept, NUL and all") {
  const std::string odd("\x00\xff\x80 A1\x00", 7);
  const auto code = encode_qr(odd);
  REQUIRE(code);
  CHECK(read_qr_codes(drawn(*code, 5)) == std::vector<std::string>{odd});
}

TEST_CASE("a payload is a code up to the standard's 2953 bytes") {
  const auto largest = encode_qr(some_bytes(2953));
  REQUIRE(largest);
  CHECK(largest->modules == 177);
  CHECK(largest->dark.size() == 177U * 177);
  CHECK_FALSE(encode_qr(some_bytes(2954)));
  CHECK_FALSE(encode_qr(std::string(100'000, '1')));
  CHECK_FALSE(encode_qr(""));
}

TEST_CASE("a picture without a code reads as none") {
  Drawing drawing({200, 200});
  CHECK(read_qr_codes(drawing.finish()).empty());
}
