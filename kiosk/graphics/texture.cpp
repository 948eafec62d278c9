#include "graphics/texture.h"

#include <epoxy/gl.h>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "graphics/gl_api.h"

namespace kiosk {
namespace {

// Desktop GL 3.1 has textures of one channel, but no swizzle that would sample them as white with alpha; ES 3.0 has
// both.
bool has_swizzle() {
  return current_gl_api() == GlApi::es || epoxy_gl_version() >= 33 ||
         epoxy_has_gl_extension("GL_ARB_texture_swizzle") || epoxy_has_gl_extension("GL_EXT_texture_swizzle");
}

std::vector<std::uint8_t> every_nth(std::span<const std::uint8_t> pixels, Size size, std::size_t texel, int n,
                                    Size kept) {
  std::vector<std::uint8_t> out;
  out.reserve(static_cast<std::size_t>(kept.width) * kept.height * texel);
  for (int y = 0; y < kept.height; ++y) {
    for (int x = 0; x < kept.width; ++x) {
      const std::size_t at = (static_cast<std::size_t>(y) * n * size.width + static_cast<std::size_t>(x) * n) * texel;
      out.insert(out.end(), pixels.begin() + static_cast<std::ptrdiff_t>(at),
                 pixels.begin() + static_cast<std::ptrdiff_t>(at + texel));
    }
  }
  return out;
}

std::vector<std::uint8_t> white_with_alpha(std::span<const std::uint8_t> coverage) {
  std::vector<std::uint8_t> out(coverage.size() * 4, 255);
  for (std::size_t i = 0; i < coverage.size(); ++i) {
    out[i * 4 + 3] = coverage[i];
  }
  return out;
}

void sample_bound_texture(Texture::Filter filter) {
  const GLint sampling = filter == Texture::Filter::nearest ? GL_NEAREST : GL_LINEAR;
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, sampling);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, sampling);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
}

}  // namespace

Texture::Texture(Size size, Format format, Filter filter, std::span<const std::uint8_t> pixels) {
  const std::size_t texel = format == Format::rgba ? 4 : 1;
  if (size.width <= 0 || size.height <= 0 ||
      pixels.size() < static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * texel) {
    return;
  }
  size_ = size;
  pixels = pixels.first(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * texel);

  GLint largest = 0;
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &largest);
  std::vector<std::uint8_t> shrunk;
  if (const int side = std::max(size.width, size.height); largest > 0 && side > largest) {
    const int n = (side + largest - 1) / largest;
    const Size kept{std::max(1, size.width / n), std::max(1, size.height / n)};
    shrunk = every_nth(pixels, size, texel, n, kept);
    pixels = shrunk;
    size = kept;
  }

  glGenTextures(1, &id_);
  glBindTexture(GL_TEXTURE_2D, id_);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  if (format == Format::rgba) {
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, size.width, size.height, 0, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
  } else if (has_swizzle()) {
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, size.width, size.height, 0, GL_RED, GL_UNSIGNED_BYTE, pixels.data());
    const GLint swizzle[] = {GL_ONE, GL_ONE, GL_ONE, GL_RED};
    glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, swizzle);
  } else {
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, size.width, size.height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 white_with_alpha(pixels).data());
  }
  sample_bound_texture(filter);
  glBindTexture(GL_TEXTURE_2D, 0);
}

Texture Texture::of_framebuffer(Size size) {
  Texture texture;
  GLint largest = 0;
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &largest);
  if (size.width <= 0 || size.height <= 0 || std::max(size.width, size.height) > largest) {
    return texture;
  }
  texture.size_ = size;
  texture.bottom_up_ = true;  // like GL's own rows
  glGenTextures(1, &texture.id_);
  glBindTexture(GL_TEXTURE_2D, texture.id_);
  // ES demands that the sizes of the channels match, which those of a window need not; it finds the format by itself.
  const GLenum format = current_gl_api() == GlApi::es ? GL_RGB : GL_RGB8;
  glCopyTexImage2D(GL_TEXTURE_2D, 0, format, 0, 0, size.width, size.height, 0);
  sample_bound_texture(Filter::nearest);
  glBindTexture(GL_TEXTURE_2D, 0);
  return texture;
}

Texture::~Texture() {
  if (id_ != 0) {
    glDeleteTextures(1, &id_);
  }
}

Texture::Texture(Texture&& other) noexcept
    : id_(std::exchange(other.id_, 0U)), size_(std::exchange(other.size_, Size{})), bottom_up_(other.bottom_up_) {}

Texture& Texture::operator=(Texture&& other) noexcept {
  std::swap(id_, other.id_);
  std::swap(size_, other.size_);
  std::swap(bottom_up_, other.bottom_up_);
  return *this;
}

}  // namespace kiosk
