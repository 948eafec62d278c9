#include "graphics/gl_api.h"

#include <cstdlib>
#include <string>

#include "graphics/offscreen.h"
#include "graphics/window.h"
#include "tests/catch.h"
#include "tests/graphics/drawing.h"
#include "tests/harness/xvfb.h"

using namespace kiosk;

namespace {

// VENUE_KIOSK_GL, until the end of a test case.
class GlWish {
 public:
  explicit GlWish(const char* wish) { setenv("VENUE_KIOSK_GL", wish, 1); }
  GlWish(const GlWish&) = delete;
  GlWish& operator=(const GlWish&) = delete;
  ~GlWish() {
    if (was_) {
      setenv("VENUE_KIOSK_GL", was_->c_str(), 1);
    } else {
      unsetenv("VENUE_KIOSK_GL");
    }
  }

 private:
  std::optional<std::string> was_ = std::getenv("VENUE_KIOSK_GL") != nullptr
                                        ? std::optional<std::string>(std::getenv("VENUE_KIOSK_GL"))
                                        : std::nullopt;
};

}  // namespace

TEST_CASE("either OpenGL draws without a display, and says which it is") {
  for (const std::string wish : {"desktop", "es"}) {
    const GlWish gl(wish.c_str());
    Drawing drawing({20, 10});
    CHECK((current_gl_api() == GlApi::es) == (wish == "es"));
    CHECK(current_renderer().version.find(wish == "es" ? "OpenGL ES 3." : "OpenGL ") == 0);
    CHECK((wish == "es") == (current_renderer().version.find("OpenGL ES") == 0));
    CHECK_FALSE(current_gl_too_old());
    drawing.canvas().fill({0, 0, 20, 10}, {1, 2, 3, 255});
    CHECK(pixel(drawing.finish(), 19, 9) == Color{1, 2, 3, 255});
  }
}

TEST_CASE("either OpenGL draws in a window") {
  const Xvfb server;
  REQUIRE(server.runs());
  for (const std::string wish : {"desktop", "es"}) {
    const GlWish gl(wish.c_str());
    const auto window = Window::open({.title = "kiosk", .windowed = Size{320, 200}});
    REQUIRE(window);
    CHECK((current_gl_api() == GlApi::es) == (wish == "es"));
    ImguiContext gui;
    ImguiFrame frame = gui.begin_frame((*window)->size());
    Canvas(frame).fill({0, 0, 320, 200}, {1, 2, 3, 255});
    frame.end();
    const Texture copy = Texture::of_framebuffer({320, 200});
    CHECK(copy);
    (*window)->show_frame();
  }
}

TEST_CASE("without a wish desktop OpenGL comes first, and OpenGL ES is left for who has no other") {
  const GlWish none("");
  REQUIRE(gl_apis_to_try());
  CHECK(*gl_apis_to_try() == std::vector{GlApi::desktop, GlApi::es});
}

TEST_CASE("a wish for some other GL is refused in words, with a display and without") {
  const Xvfb server;
  REQUIRE(server.runs());
  const GlWish gl("vulkan");
  const auto window = Window::open({.title = "kiosk", .windowed = Size{320, 200}});
  const auto offscreen = Offscreen::open({320, 200});
  REQUIRE_FALSE(window);
  REQUIRE_FALSE(offscreen);
  CHECK(to_string(window.error()) == "VENUE_KIOSK_GL: \"vulkan\" is no kind of OpenGL; desktop or es");
  CHECK(offscreen.error() == window.error());
}
