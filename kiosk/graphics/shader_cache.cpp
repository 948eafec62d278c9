#include "graphics/shader_cache.h"

#include <pwd.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <system_error>

#include "base/nearest_existing.h"

namespace kiosk {
namespace {

// The index takes 1.3 MB, a board's shaders some hundred kB.
constexpr std::uintmax_t enough_bytes = 8'000'000;

std::filesystem::path home_of_user() {
  passwd entry{};
  std::array<char, 4096> texts{};
  passwd* found = nullptr;
  const int error = ::getpwuid_r(::getuid(), &entry, texts.data(), texts.size(), &found);
  return error == 0 && found != nullptr ? entry.pw_dir : std::filesystem::path();
}

}  // namespace

std::filesystem::path shader_cache_parent(const std::function<const char*(const char*)>& environment,
                                          const std::filesystem::path& home) {
  for (const char* name : {"MESA_SHADER_CACHE_DIR", "MESA_GLSL_CACHE_DIR", "XDG_CACHE_HOME"}) {
    if (const char* folder = environment(name); folder != nullptr && *folder != 0) {
      return folder;
    }
  }
  return home.empty() ? home : home / ".cache";
}

void keep_no_shaders_on_full_disk() {
  const std::filesystem::path wanted =
      shader_cache_parent([](const char* name) { return std::getenv(name); }, home_of_user());
  std::error_code error;
  const std::filesystem::space_info space = std::filesystem::space(nearest_existing(wanted), error);
  if (!error && space.available < enough_bytes) {
    ::setenv("MESA_SHADER_CACHE_DISABLE", "true", 1);
  }
}

}  // namespace kiosk
