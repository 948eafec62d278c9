#include "images/image_file.h"

#include <stb_image.h>
#include <stb_image_write.h>

#include <cstdint>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

#include "base/atomic_file.h"
#include "images/orientation.h"

namespace kiosk {
namespace {

// stb reads more formats than these. Bytes from the network reach only the parsers that are needed.
bool is_readable(std::string_view bytes) {
  return bytes.starts_with("\x89PNG\r\n\x1a\n") || bytes.starts_with("\xff\xd8\xff") || bytes.starts_with("GIF87a") ||
         bytes.starts_with("GIF89a") || bytes.starts_with("BM");
}

// The name of a format that organizers use and this program cannot read, recognised by its first bytes; else empty.
std::string_view foreign_format(std::string_view bytes) {
  const std::string_view kind = bytes.size() >= 12 ? bytes.substr(4, 8) : std::string_view();
  if (bytes.starts_with("RIFF") && kind.ends_with("WEBP")) {
    return "WebP";
  }
  if (kind.starts_with("ftypavi")) {
    return "AVIF";
  }
  if (kind.starts_with("ftyphei") || kind.starts_with("ftypmif")) {
    return "HEIC";
  }
  const std::string_view head = bytes.substr(0, 512);
  if (head.find("<svg") != std::string_view::npos) {
    return "SVG";
  }
  return head.find("<html") != std::string_view::npos || head.find("<!DOCTYPE") != std::string_view::npos ? "a web page"
                                                                                                          : "";
}

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

Problem unreadable(std::string what) { return {.file = {}, .where = {}, .what = "not a picture we can show: " + what}; }

}  // namespace

std::string encode_png(const Image& image) {
  const std::size_t pixels = static_cast<std::size_t>(image.size.width) * static_cast<std::size_t>(image.size.height);
  if (image.size.width <= 0 || image.size.height <= 0 || image.rgba.size() < pixels * 4) {
    return {};
  }
  std::vector<std::uint8_t> rgb(pixels * 3);
  for (std::size_t i = 0; i < pixels; ++i) {
    rgb[i * 3] = image.rgba[i * 4];
    rgb[i * 3 + 1] = image.rgba[i * 4 + 1];
    rgb[i * 3 + 2] = image.rgba[i * 4 + 2];
  }
  std::string png;
  stbi_write_png_to_func(
      [](void* out, void* bytes, int count) {
        static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), static_cast<std::size_t>(count));
      },
      &png, image.size.width, image.size.height, 3, rgb.data(), image.size.width * 3);
  return png;
}

Result<void> write_png(const std::filesystem::path& path, const Image& image) {
  const std::string png = encode_png(image);
  if (png.empty()) {
    return fail({.file = path.string(), .where = {}, .what = "there are no pixels to write"});
  }
  return write_file_atomically(path, png);
}

Result<Image> decode_image(std::string_view bytes, std::int64_t most_pixels) {
  if (!is_readable(bytes)) {
    const std::string_view foreign = foreign_format(bytes);
    return fail(unreadable((foreign.empty() ? "" : "it is " + std::string(foreign) + "; ") +
                           "PNG, JPEG, GIF and BMP are read"));
  }
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    return fail(unreadable("the file is over 2 GiB"));
  }
  if (bytes.starts_with("\xff\xd8") && has_impossible_codes(bytes)) {
    return fail(unreadable("its tables of codes are damaged"));
  }
  const auto* data = reinterpret_cast<const stbi_uc*>(bytes.data());
  const int length = static_cast<int>(bytes.size());
  Image image;
  int channels = 0;
  if (stbi_info_from_memory(data, length, &image.size.width, &image.size.height, &channels) == 0) {
    return fail(unreadable(stbi_failure_reason()));
  }
  const std::int64_t pixels = std::int64_t{image.size.width} * image.size.height;
  if (pixels <= 0 || pixels > most_pixels) {
    return fail(unreadable(std::to_string(image.size.width) + "x" + std::to_string(image.size.height) + " is over " +
                           std::to_string(most_pixels / 1'000'000) + " megapixels"));
  }
  const std::unique_ptr<stbi_uc, decltype(&stbi_image_free)> rgba(
      stbi_load_from_memory(data, length, &image.size.width, &image.size.height, &channels, 4), &stbi_image_free);
  if (!rgba) {
    return fail(unreadable(stbi_failure_reason()));
  }
  image.rgba.assign(rgba.get(), rgba.get() + pixels * 4);
  return turned_upright(std::move(image), exif_orientation(bytes));
}

}  // namespace kiosk
