#pragma once

#include <filesystem>
#include <functional>

namespace kiosk {

// Where Mesa keeps the shaders that it has compiled, as an environment has it (std::getenv): MESA_SHADER_CACHE_DIR or
// its older name, else XDG_CACHE_HOME, else .cache in `home`, that of the user's entry in passwd(5) (docs.mesa3d.org,
// "Environment Variables"). Empty: nobody knows. Pure.
std::filesystem::path shader_cache_parent(const std::function<const char*(const char*)>& environment,
                                          const std::filesystem::path& home);

// Has Mesa keep none from now on where the disk there is all but full now. It maps the index of them into memory, and
// where the disk has no room for a page of that, the kernel ends the process (SIGBUS); Mesa's own threads block
// signals, so that nobody could catch it. Before the first GL context, and before another thread reads the environment.
void keep_no_shaders_on_full_disk();

}  // namespace kiosk
