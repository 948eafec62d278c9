#include "graphics/glass.h"

#include <epoxy/gl.h>

namespace kiosk {
namespace {

std::string gl_string(GLenum name) {
  const auto* text = reinterpret_cast<const char*>(glGetString(name));
  return text != nullptr ? text : "unknown";
}

}  // namespace

Renderer current_renderer() { return {gl_string(GL_RENDERER), gl_string(GL_VERSION)}; }

}  // namespace kiosk
