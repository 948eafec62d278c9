#include "graphics/image_file.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/catch.h"

using namespace kiosk;

namespace {
Image colorful(Size size) {
  Image image{size, {}};
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      image.rgba.insert(image.rgba.end(), {static_cast<std::uint8_t>(x * 3), static_cast<std::uint8_t>(y * 5),
                                           static_cast<std::uint8_t>(x ^ y), 255});
    }
  }
  return image;
}

std::string big_endian(std::uint32_t value) {
  return {static_cast<char>(value >> 24U), static_cast<char>(value >> 16U), static_cast<char>(value >> 8U),
          static_cast<char>(value)};
}
}  // namespace

TEST_CASE("what is written as PNG is read back to the last bit") {
  for (const Size size : {Size{1, 1}, Size{101, 37}, Size{3, 200}}) {
    const Image image = colorful(size);
    const auto back = decode_image(encode_png(image));
    REQUIRE(back);
    CHECK(back->size == size);
    CHECK(back->rgba == image.rgba);
  }
}

TEST_CASE("a picture of a screen is opaque, whatever alpha the framebuffer held") {
  Image image = colorful({5, 5});
  image.rgba[3] = 0;
  const auto back = decode_image(encode_png(image));
  REQUIRE(back);
  CHECK(int{back->rgba[3]} == 255);
}

TEST_CASE("an image without pixels is no PNG") {
  CHECK(encode_png({}).empty());
  CHECK(encode_png({{10, 10}, std::vector<std::uint8_t>(399)}).empty());
  const auto written = write_png("/nowhere.png", {});
  REQUIRE_FALSE(written);
  CHECK(written.error().file == "/nowhere.png");
}

TEST_CASE("bytes that are no picture are refused with a reason") {
  const std::string png = encode_png(colorful({50, 50}));
  for (const std::string& bytes : {std::string(), std::string("<html>404</html>"),
                                   std::string("GIF89a\x01\x00\x01\x00", 10), std::string("\xff\xd8\xff\xe0 not quite"),
                                   png.substr(0, 8), png.substr(0, 40), png.substr(0, png.size() / 2)}) {
    const auto image = decode_image(bytes);
    REQUIRE_FALSE(image);
    CHECK(image.error().what.find("not a picture we can show: ") == 0);
  }
}

TEST_CASE("a picture that would take gigabytes is refused by its header alone") {
  std::string png = encode_png(colorful({2, 2}));
  const auto with_size = [&png](std::uint32_t width, std::uint32_t height) {
    std::string out = png;
    return out.replace(16, 8, big_endian(width) + big_endian(height));  // IHDR stands first in every PNG
  };
  CHECK_FALSE(decode_image(with_size(60000, 60000)));
  const auto over = decode_image(with_size(8001, 8000));
  REQUIRE_FALSE(over);
  CHECK(over.error().what.find("64 megapixels") != std::string::npos);
  const auto fits = decode_image(with_size(8000, 8000));  // read on, to fail where its pixels are missing
  REQUIRE_FALSE(fits);
  CHECK(fits.error().what.find("64 megapixels") == std::string::npos);
}

TEST_CASE("a picture is written to the file that was named") {
  const auto folder = std::filesystem::temp_directory_path() / ("kiosk-image-" + std::to_string(getpid()));
  const auto path = folder / "gorky.png";
  const Image image = colorful({64, 32});
  REQUIRE(write_png(path, image));
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  CHECK(bytes.str() == encode_png(image));
  std::filesystem::remove_all(folder);
}

TEST_CASE("a picture that cannot be written is a problem that names the file") {
  const auto written = write_png("/proc/no-such-folder/hall.png", colorful({2, 2}));
  REQUIRE_FALSE(written);
  CHECK(to_string(written.error()).find("/proc/no-such-folder") != std::string::npos);
}
