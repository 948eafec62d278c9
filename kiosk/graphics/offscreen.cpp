#include "graphics/offscreen.h"

#include <epoxy/egl.h>
#include <epoxy/gl.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graphics/gl_api.h"

namespace kiosk {
namespace {

std::string reason() {
  switch (const EGLint code = eglGetError()) {
    case EGL_NOT_INITIALIZED:
      return "no driver could be initialised";
    case EGL_BAD_MATCH:
      return "the driver does not offer it";
    case EGL_BAD_ALLOC:
      return "not enough memory";
    default: {
      char text[32];
      std::snprintf(text, sizeof text, "EGL error 0x%04x", static_cast<unsigned>(code));
      return text;
    }
  }
}

bool has_client_extension(std::string_view name) {
  const char* all = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
  return all != nullptr && (" " + std::string(all) + " ").find(" " + std::string(name) + " ") != std::string::npos;
}

struct Candidate {
  std::string name;
  EGLDisplay display;
};

std::vector<Candidate> candidates() {
  std::vector<Candidate> found;
  if (!has_client_extension("EGL_EXT_platform_base")) {
    return found;
  }
  if (has_client_extension("EGL_MESA_platform_surfaceless")) {
    found.push_back(
        {"EGL surfaceless", eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr)});
  }
  if (has_client_extension("EGL_EXT_platform_device") &&
      (has_client_extension("EGL_EXT_device_enumeration") || has_client_extension("EGL_EXT_device_base"))) {
    EGLDeviceEXT devices[16];
    EGLint count = 0;
    eglQueryDevicesEXT(16, devices, &count);
    for (EGLint i = 0; i < count; ++i) {
      found.push_back({"EGL device " + std::to_string(i + 1),
                       eglGetPlatformDisplayEXT(EGL_PLATFORM_DEVICE_EXT, devices[i], nullptr)});
    }
  }
  return found;
}

// A GL context, current without a surface.
//
// The display is never terminated: EGL hands out one display per platform for the whole process, and
// terminating it would end every other context on it.
class Context {
 public:
  static tl::expected<Context, std::string> make(EGLDisplay display, GlApi api) {
    if (display == EGL_NO_DISPLAY || eglInitialize(display, nullptr, nullptr) == EGL_FALSE) {
      return tl::unexpected(reason());
    }
    if (!epoxy_has_egl_extension(display, "EGL_KHR_surfaceless_context")) {
      return tl::unexpected<std::string>("it cannot draw without a surface");
    }
    const bool es = api == GlApi::es;
    if (eglBindAPI(es ? EGL_OPENGL_ES_API : EGL_OPENGL_API) == EGL_FALSE) {
      return tl::unexpected<std::string>("the driver has none");
    }
    const EGLint wanted[] = {EGL_SURFACE_TYPE, EGL_PBUFFER_BIT,  //
                             EGL_RENDERABLE_TYPE, es ? EGL_OPENGL_ES3_BIT_KHR : EGL_OPENGL_BIT, EGL_NONE};
    EGLConfig config = nullptr;  // EGL_NO_CONFIG_KHR where there is none to choose: nothing is drawn to a surface
    EGLint count = 0;
    eglChooseConfig(display, wanted, &config, 1, &count);
    const EGLint version[] = {EGL_CONTEXT_MAJOR_VERSION_KHR, least_major(api),  //
                              EGL_CONTEXT_MINOR_VERSION_KHR, least_minor(api), EGL_NONE};
    EGLContext context = eglCreateContext(display, config, EGL_NO_CONTEXT, version);
    if (context == EGL_NO_CONTEXT) {
      return tl::unexpected(reason());
    }
    Context out(display, context);
    if (eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, context) == EGL_FALSE) {
      return tl::unexpected(reason());
    }
    if (std::optional<std::string> too_old = current_gl_too_old()) {
      return tl::unexpected(std::move(*too_old));
    }
    return out;
  }

  Context(Context&& other) noexcept
      : display_(other.display_), context_(std::exchange(other.context_, EGL_NO_CONTEXT)) {}
  Context& operator=(Context&&) = delete;
  ~Context() {
    if (context_ != EGL_NO_CONTEXT) {
      if (eglGetCurrentContext() == context_) {
        eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
      }
      eglDestroyContext(display_, context_);
    }
  }

  void make_current() const { eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, context_); }

 private:
  Context(EGLDisplay display, EGLContext context) : display_(display), context_(context) {}
  EGLDisplay display_;
  EGLContext context_;
};

Problem cannot(const std::string& what) {
  return {.file = {}, .where = {}, .what = "cannot draw without a display: " + what};
}

std::string to_string(Size size) { return std::to_string(size.width) + "x" + std::to_string(size.height); }

// Of the driver whose context is current.
Result<void> check_size(Size size) {
  if (size.width <= 0 || size.height <= 0) {
    return fail(cannot("a picture of " + to_string(size) + " has no pixels"));
  }
  GLint largest = 0;
  glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &largest);
  GLint viewport[2] = {};
  glGetIntegerv(GL_MAX_VIEWPORT_DIMS, viewport);
  largest = std::min({largest, viewport[0], viewport[1]});
  if (std::max(size.width, size.height) > largest) {
    return fail(
        cannot("this driver draws at most " + std::to_string(largest) + " pixels a side, not " + to_string(size)));
  }
  return {};
}

class Framebuffer final : public Offscreen {
 public:
  Framebuffer(Context context, Size size) : context_(std::move(context)) {
    glGenRenderbuffers(1, &color_);
    store(size);
    glGenFramebuffers(1, &framebuffer_);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, color_);
  }
  Framebuffer(const Framebuffer&) = delete;
  Framebuffer& operator=(const Framebuffer&) = delete;
  ~Framebuffer() override {
    context_.make_current();
    glDeleteFramebuffers(1, &framebuffer_);
    glDeleteRenderbuffers(1, &color_);
  }

  bool complete() const { return glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE; }
  Size size() const override { return size_; }

  Result<void> resize(Size size) override {
    if (Result<void> checked = check_size(size); !checked) {
      return checked;
    }
    const Size before = size_;
    store(size);
    if (!complete()) {
      store(before);
      return fail(cannot("no framebuffer of " + to_string(size)));
    }
    return {};
  }

  Image read_pixels() const override {
    const std::size_t row = static_cast<std::size_t>(size_.width) * 4;
    Image image{size_, std::vector<std::uint8_t>(row * static_cast<std::size_t>(size_.height))};
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, size_.width, size_.height, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
    // GL's rows start at the bottom.
    auto top = image.rgba.begin();
    auto bottom = image.rgba.end();
    const auto length = static_cast<std::ptrdiff_t>(row);
    for (int y = 0; y < size_.height / 2; ++y, top += length) {
      bottom -= length;
      std::swap_ranges(top, top + length, bottom);
    }
    return image;
  }

 private:
  void store(Size size) {
    glBindRenderbuffer(GL_RENDERBUFFER, color_);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, size.width, size.height);
    size_ = size;
  }

  Context context_;
  Size size_;
  GLuint color_ = 0;
  GLuint framebuffer_ = 0;
};

}  // namespace

Result<std::unique_ptr<Offscreen>> Offscreen::open(Size size) {
  const Result<std::vector<GlApi>> apis = gl_apis_to_try();
  if (!apis) {
    return fail(apis.error());
  }
  std::string failures;
  for (const Candidate& candidate : candidates()) {
    // Both on one device before the next device, which may be the software renderer.
    for (const GlApi api : *apis) {
      const auto failed = [&](const std::string& why) {
        failures += (failures.empty() ? "" : "; ") + candidate.name + ", " + least_version(api) + ": " + why;
      };
      auto context = Context::make(candidate.display, api);
      if (!context) {
        failed(context.error());
        continue;
      }
      if (Result<void> checked = check_size(size); !checked) {
        return fail(checked.error());
      }
      auto framebuffer = std::make_unique<Framebuffer>(std::move(*context), size);
      if (!framebuffer->complete()) {
        failed("no framebuffer of that size");
        continue;
      }
      return framebuffer;
    }
  }
  return fail(cannot(failures.empty() ? "EGL knows neither the surfaceless platform nor a device; install Mesa's EGL"
                                      : failures));
}

}  // namespace kiosk
