#include "graphics/glfw_platform.h"

#include "tests/catch.h"

using namespace kiosk;

TEST_CASE("a GLFW that does not speak to the display that is named is to be replaced") {
  constexpr DisplayServers x{.x = true};
  constexpr DisplayServers wayland{.wayland = true};
  constexpr DisplayServers both{.x = true, .wayland = true};
  CHECK(other_glfw_wanted(x, wayland).find("install libglfw3-wayland") != std::string::npos);
  CHECK(other_glfw_wanted(x, both).find("install libglfw3-wayland") != std::string::npos);  // Xwayland has not started
  CHECK(other_glfw_wanted(wayland, x).find("install libglfw3 ") != std::string::npos);
}

TEST_CASE("where it does, or no display is named, no other one would help") {
  constexpr DisplayServers x{.x = true};
  constexpr DisplayServers wayland{.wayland = true};
  constexpr DisplayServers both{.x = true, .wayland = true};
  for (const auto& [spoken_to, named] : {std::pair{x, x}, std::pair{wayland, wayland}, std::pair{wayland, both},
                                         std::pair{both, x}, std::pair{both, wayland}, std::pair{both, both},
                                         std::pair{x, DisplayServers{}}, std::pair{wayland, DisplayServers{}}}) {
    CHECK(other_glfw_wanted(spoken_to, named).empty());
  }
}
