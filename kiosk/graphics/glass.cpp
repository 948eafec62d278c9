#include "graphics/glass.h"

#include <epoxy/gl.h>

#include "graphics/gl_api.h"

namespace kiosk {
namespace {

std::string gl_string(GLenum name) {
  const auto* text = reinterpret_cast<const char*>(glGetString(name));
  return text != nullptr ? text : "unknown";
}

}  // namespace

Renderer current_renderer() {
  // OpenGL ES names itself.
  const bool es = current_gl_api() == GlApi::es;
  return {gl_string(GL_RENDERER), (es ? "" : "OpenGL ") + gl_string(GL_VERSION)};
}

}  // namespace kiosk
