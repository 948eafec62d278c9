#include "images/image_file.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "decoder/raster.h"
#include "tests/catch.h"
#include "tests/harness/colorful_image.h"

using namespace kiosk;
using kiosk::test::colorful;

TEST_CASE("what is written as PNG is read back to the last bit") {
  for (const Size size : {Size{1, 1}, Size{101, 37}, Size{3, 200}}) {
    const Image image = colorful(size);
    const auto back = decode_raster(encode_png(image));
    REQUIRE(back);
    CHECK(back->size == size);
    CHECK(back->rgba == image.rgba);
  }
}

TEST_CASE("a picture of a screen is opaque, whatever alpha the framebuffer held") {
  Image image = colorful({5, 5});
  image.rgba[3] = 0;
  const auto back = decode_raster(encode_png(image));
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
