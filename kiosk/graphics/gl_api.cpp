#include "graphics/gl_api.h"

#include <epoxy/gl.h>

#include <cstdlib>
#include <string_view>

#include "base/words.h"

namespace kiosk {
namespace {

std::string in_words(GlApi api, int major, int minor) {
  return (api == GlApi::es ? "OpenGL ES " : "OpenGL ") + std::to_string(major) + '.' + std::to_string(minor);
}

}  // namespace

int least_major(GlApi) { return 3; }
int least_minor(GlApi api) { return api == GlApi::es ? 0 : 1; }
std::string least_version(GlApi api) { return in_words(api, least_major(api), least_minor(api)); }

Result<std::vector<GlApi>> gl_apis_to_try() {
  const char* value = std::getenv("VENUE_KIOSK_GL");
  const std::string_view wish = value != nullptr ? value : "";
  if (wish.empty()) {
    return std::vector{GlApi::desktop, GlApi::es};
  }
  if (wish == "desktop" || wish == "es") {
    return std::vector{wish == "es" ? GlApi::es : GlApi::desktop};
  }
  return fail({.where = "VENUE_KIOSK_GL", .what = in_quotes(wish) + " is no kind of OpenGL", .right = "desktop or es"});
}

GlApi current_gl_api() { return epoxy_is_desktop_gl() ? GlApi::desktop : GlApi::es; }

std::optional<std::string> current_gl_too_old() {
  const GlApi api = current_gl_api();
  const int version = epoxy_gl_version();
  if (version >= least_major(api) * 10 + least_minor(api)) {
    return std::nullopt;
  }
  return in_words(api, version / 10, version % 10) + ", and " + least_version(api) + " is needed";
}

}  // namespace kiosk
