#include "graphics/shader_cache.h"

#include <map>
#include <string>

#include "tests/catch.h"

using kiosk::shader_cache_parent;

TEST_CASE("Mesa's cache is where its own variable says, else where caches are, else in the home") {
  std::map<std::string, std::string> variables{{"HOME", "/root"}};  // as sudo may leave it: Mesa does not look there
  const auto parent = [&](const char* home) {
    return shader_cache_parent(
        [&](const char* name) {
          const auto found = variables.find(name);
          return found == variables.end() ? nullptr : found->second.c_str();
        },
        home);
  };
  CHECK(parent("").empty());
  CHECK(parent("/home/anna") == "/home/anna/.cache");
  variables["XDG_CACHE_HOME"] = "/var/cache/venue-kiosk";
  CHECK(parent("/home/anna") == "/var/cache/venue-kiosk");
  variables["MESA_GLSL_CACHE_DIR"] = "/run/old";
  CHECK(parent("/home/anna") == "/run/old");
  variables["MESA_SHADER_CACHE_DIR"] = "/run/shaders";
  CHECK(parent("/home/anna") == "/run/shaders");
  variables["MESA_SHADER_CACHE_DIR"] = variables["MESA_GLSL_CACHE_DIR"] = "";
  CHECK(parent("/home/anna") == "/var/cache/venue-kiosk");
}
