#pragma once

#include <bit>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>

#include "graphics/offscreen.h"
#include "tests/harness/child_process.h"
#include "tests/harness/temporary_folder.h"
#include "tests/harness/xvfb.h"

namespace kiosk::test {

// Reads the file in which Xvfb (-fbdir) keeps its screen: an X window dump, whose header is big-endian
// words and whose pixels follow a colour map (X11/XWDFile.h).
class WindowDump {
 public:
  explicit WindowDump(const std::string& bytes) : bytes_(bytes) {
    if (bytes_.size() < 25 * 4 || word(1) != 7 || bits_per_pixel() != 32 ||
        bytes_.size() < pixels() + stride() * height()) {
      throw std::runtime_error("no window dump of 32 bits a pixel");
    }
  }

  Image image() const {
    Image image{{static_cast<int>(width()), static_cast<int>(height())}, {}};
    image.rgba.reserve(width() * height() * 4U);
    for (std::size_t y = 0; y < height(); ++y) {
      for (std::size_t x = 0; x < width(); ++x) {
        const std::uint32_t pixel = pixel_at(pixels() + y * stride() + x * 4);
        for (const std::size_t mask : {14U, 15U, 16U}) {
          image.rgba.push_back(static_cast<std::uint8_t>((pixel & word(mask)) >> std::countr_zero(word(mask))));
        }
        image.rgba.push_back(255);
      }
    }
    return image;
  }

 private:
  std::uint32_t byte(std::size_t at) const { return static_cast<unsigned char>(bytes_[at]); }
  std::uint32_t word(std::size_t index) const {
    const std::size_t at = index * 4;
    return byte(at) << 24U | byte(at + 1) << 16U | byte(at + 2) << 8U | byte(at + 3);
  }
  std::uint32_t pixel_at(std::size_t at) const {
    const bool big_endian = word(7) == 1;
    return big_endian ? byte(at) << 24U | byte(at + 1) << 16U | byte(at + 2) << 8U | byte(at + 3)
                      : byte(at + 3) << 24U | byte(at + 2) << 16U | byte(at + 1) << 8U | byte(at);
  }
  std::size_t width() const { return word(4); }
  std::size_t height() const { return word(5); }
  std::uint32_t bits_per_pixel() const { return word(11); }
  std::size_t stride() const { return word(12); }
  std::size_t pixels() const { return word(0) + word(19) * 12U; }

  const std::string& bytes_;
};

// The pixels on the screen. To see no half-drawn frame, it reads twice, lets the server finish its work in between, and
// repeats that until both are equal.
inline Image screen_pixels(const Xvfb& display) {
  std::string bytes;
  const bool still = eventually([&] {
    std::string before = std::move(bytes);
    display.let_finish();
    bytes = file_text(display.framebuffer());
    return !bytes.empty() && bytes == before;
  });
  if (!still) {
    throw std::runtime_error("the screen never stands still: " + display.framebuffer().string());
  }
  return WindowDump(bytes).image();
}

}  // namespace kiosk::test
