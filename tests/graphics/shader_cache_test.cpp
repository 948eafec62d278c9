#include "graphics/shader_cache.h"

#include <map>
#include <string>

#include "tests/catch.h"

using kiosk::shader_cache_parent;

TEST_CASE("Mesa's cache is where its own variable says, else where caches are, else in the home") {
  std::map<std::string, std::string> variables;
  const auto parent = [&] {
    return shader_cache_parent([&](const char* name) {
      const auto found = variables.find(name);
      return found == variables.end() ? nullptr : found->second.c_str();
    });
  };
  CHECK(parent().empty());
  variables["HOME"] = "/home/anna";
  CHECK(parent() == "/home/anna/.cache");
  variables["XDG_CACHE_HOME"] = "/var/cache/venue-kiosk";
  CHECK(parent() == "/var/cache/venue-kiosk");
  variables["MESA_SHADER_CACHE_DIR"] = "/run/shaders";
  CHECK(parent() == "/run/shaders");
  variables["MESA_SHADER_CACHE_DIR"] = "";
  CHECK(parent() == "/var/cache/venue-kiosk");
}
