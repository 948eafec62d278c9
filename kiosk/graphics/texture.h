#pragma once

#include <cstdint>
#include <span>

#include "base/geometry.h"

namespace kiosk {

// Owns a GL texture; move-only. The GL context it was made in must be current when it is destroyed. Straight alpha, no
// mipmaps, clamped at the edges. Draw thread only.
class Texture {
 public:
  enum class Format {
    coverage,  // one byte a texel; sampled as (1, 1, 1, byte), to be tinted
    rgba,      // four bytes a texel
  };
  enum class Filter { linear, nearest };

  Texture() = default;
  // `pixels` are rows from the top, without padding; too few of them, or no area, make an empty texture.
  // A picture larger than the driver takes (4096 on a Raspberry Pi 4) is kept at a half, a third, ... of
  // its resolution; size() stays the size asked for.
  Texture(Size size, Format format, Filter filter, std::span<const std::uint8_t> pixels);
  // A copy of the current framebuffer, which has that size: opaque, sampled nearest. It stays on the GPU. Empty where
  // there is no area, or where the driver cannot take a texture so large.
  static Texture of_framebuffer(Size size);
  ~Texture();
  Texture(Texture&& other) noexcept;
  Texture& operator=(Texture&& other) noexcept;

  explicit operator bool() const { return id_ != 0; }
  unsigned id() const { return id_; }
  Size size() const { return size_; }
  bool is_bottom_up() const { return bottom_up_; }

 private:
  unsigned id_ = 0;
  Size size_;
  bool bottom_up_ = false;
};

}  // namespace kiosk
