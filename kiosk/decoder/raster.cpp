#include "decoder/raster.h"

#include <limits>
#include <memory>
#include <string>

// Compiled here, since the distribution's library is built with its assertions: a picture then ends the program.
#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_ASSERT(condition) static_cast<void>(0)
#define STBI_NO_STDIO
#define STBI_NO_HDR
#define STBI_NO_LINEAR
#define STBI_NO_PIC
#define STBI_NO_PNM
#define STBI_NO_PSD
#define STBI_NO_TGA
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wunused-parameter"
#pragma GCC diagnostic ignored "-Wunused-but-set-variable"
#include <stb_image.h>
#pragma GCC diagnostic pop

namespace kiosk {
namespace {

// stb (2.27, as in Debian 12) writes beyond its buffer where a JPEG's Huffman table claims more codes than there are
// bytes. Markers are searched for everywhere, not from segment to segment, because stb does so too.
bool has_impossible_codes(std::string_view jpeg) {
  constexpr std::string_view marker = "\xff\xc4";
  constexpr int most_tables = 8;  // of a whole picture
  constexpr int most_codes = 256;
  constexpr std::size_t lengths = 16;  // of codes, in bits; a byte each says how many codes have it
  const auto byte = [&](std::size_t at) { return at < jpeg.size() ? static_cast<unsigned char>(jpeg[at]) : 0; };
  for (std::size_t found = jpeg.find(marker); found != std::string_view::npos; found = jpeg.find(marker, found + 1)) {
    int left = (byte(found + 2) << 8 | byte(found + 3)) - 2;  // of the segment
    std::size_t at = found + 4;
    // A table begins with its class, 0 or 1, and its number, 0 to 3; stb stops at anything else.
    for (int tables = 0; left > 0 && (byte(at) & 0xEC) == 0; ++tables) {
      int codes = 0;
      for (std::size_t length = 1; length <= lengths; ++length) {
        codes += byte(at + length);
      }
      if (codes > most_codes || tables == most_tables) {
        return true;
      }
      left -= 1 + static_cast<int>(lengths) + codes;
      at += 1 + lengths + static_cast<std::size_t>(codes);
    }
  }
  return false;
}

// stb reads on past a Huffman table that a scan names and no segment has defined. So each of the eight is defined ahead
// of all others, without codes: what needs one that the picture does not bring is damaged.
std::string with_empty_tables(std::string_view jpeg) {
  constexpr std::size_t start_of_image = 2;
  constexpr std::size_t lengths = 16;
  std::string tables;
  for (const char table_class : {'\x00', '\x10'}) {
    for (char number = 0; number < 4; ++number) {
      tables += static_cast<char>(table_class | number);
      tables.append(lengths, '\0');
    }
  }
  std::string whole(jpeg.substr(0, start_of_image));
  whole += "\xff\xc4";
  whole += '\0';
  whole += static_cast<char>(2 + tables.size());  // the length counts itself
  whole += tables;
  whole += jpeg.substr(start_of_image);
  return whole;
}

// stb makes room for what a chunk of compressed pixels says of its length, up to 2 GiB, before it reads the chunk:
// whether one says more than there is.
bool has_chunk_beyond_end(std::string_view png) {
  constexpr std::size_t signature = 8;
  constexpr std::size_t around = 12;  // length, type and checksum (PNG specification, 5.3)
  for (std::size_t at = signature; at + around <= png.size();) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      length = length << 8U | static_cast<unsigned char>(png[at + i]);
    }
    if (length > png.size() - at - around) {
      return true;
    }
    if (png.substr(at + 4, 4) == "IEND") {
      return false;
    }
    at += around + length;
  }
  return false;
}

}  // namespace

// stb reads more formats than these, some by weak marks: bytes reach only the parsers that are needed.
bool is_raster(std::string_view bytes) {
  return bytes.starts_with("\x89PNG\r\n\x1a\n") || bytes.starts_with("\xff\xd8\xff") || bytes.starts_with("GIF87a") ||
         bytes.starts_with("GIF89a") || bytes.starts_with("BM");
}

Decoded<Image> decode_raster(std::string_view bytes) {
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()) / 2) {
    return tl::unexpected(NotAPicture("the file is over 1 GiB"));
  }
  std::string jpeg;
  if (bytes.starts_with("\xff\xd8")) {
    if (has_impossible_codes(bytes)) {
      return tl::unexpected(NotAPicture("its tables of codes are damaged"));
    }
    jpeg = with_empty_tables(bytes);
  }
  if (bytes.starts_with("\x89PNG") && has_chunk_beyond_end(bytes)) {
    return tl::unexpected(NotAPicture("it is cut short"));
  }
  const std::string_view read = jpeg.empty() ? bytes : jpeg;
  const auto* data = reinterpret_cast<const stbi_uc*>(read.data());
  const int length = static_cast<int>(read.size());
  // stb's reason may quote the file, up to its first zero byte.
  const auto damaged = [] { return tl::unexpected(NotAPicture("it is damaged: ") + stbi_failure_reason()); };
  Image image;
  int channels = 0;
  if (stbi_info_from_memory(data, length, &image.size.width, &image.size.height, &channels) == 0) {
    return damaged();
  }
  if (NotAPicture too_much = judge_size(image.size, bytes.size()); !too_much.empty()) {
    return tl::unexpected(std::move(too_much));
  }
  const std::unique_ptr<stbi_uc, decltype(&stbi_image_free)> rgba(
      stbi_load_from_memory(data, length, &image.size.width, &image.size.height, &channels, 4), &stbi_image_free);
  if (!rgba) {
    return damaged();
  }
  const auto pixels = static_cast<std::ptrdiff_t>(image.size.width) * image.size.height;
  image.rgba.assign(rgba.get(), rgba.get() + pixels * 4);
  return image;
}

}  // namespace kiosk
