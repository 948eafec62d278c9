#include "graphics/shader_cache.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <system_error>

namespace kiosk {
namespace {

// The index takes 1.3 MB, a board's shaders some hundred kB.
constexpr std::uintmax_t enough_bytes = 8'000'000;

}  // namespace

std::filesystem::path shader_cache_parent(const std::function<const char*(const char*)>& environment) {
  const auto variable = [&](const char* name) {
    const char* value = environment(name);
    return std::filesystem::path(value == nullptr ? "" : value);
  };
  for (const char* name : {"MESA_SHADER_CACHE_DIR", "XDG_CACHE_HOME"}) {
    if (std::filesystem::path folder = variable(name); !folder.empty()) {
      return folder;
    }
  }
  const std::filesystem::path home = variable("HOME");
  return home.empty() ? home : home / ".cache";
}

void keep_no_shaders_on_full_disk() {
  std::filesystem::path folder = shader_cache_parent([](const char* name) { return std::getenv(name); });
  std::error_code error;
  while (!std::filesystem::exists(folder, error) && folder.has_relative_path()) {
    folder = folder.parent_path();  // Mesa makes what is missing
  }
  const std::filesystem::space_info space = std::filesystem::space(folder, error);
  if (!error && space.available < enough_bytes) {
    ::setenv("MESA_SHADER_CACHE_DISABLE", "true", 1);
  }
}

}  // namespace kiosk
