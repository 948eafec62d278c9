#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace kiosk {

// What the kiosk draws with: either does, and all that is drawn looks the same. Desktop OpenGL is tried first, since
// there Dear ImGui's shaders compute in full precision whatever the driver. OpenGL ES is all that some small boards
// have: the driver of a Raspberry Pi 4 speaks desktop OpenGL 3.1 from Mesa 23.3 on, and Debian 12's is older.
enum class GlApi { desktop, es };

// The least version of each, which has all that is called: OpenGL 3.1, OpenGL ES 3.0.
int least_major(GlApi api);
int least_minor(GlApi api);
std::string least_version(GlApi api);  // in words

// Those to try, in order: both, or the one that the environment's VENUE_KIOSK_GL names, "desktop" or "es". A problem
// where it names neither.
Result<std::vector<GlApi>> gl_apis_to_try();

// Of the context that is current.
GlApi current_gl_api();
// Says which version it has, where that is under the least one: drivers may give less than was asked for.
std::optional<std::string> current_gl_too_old();

}  // namespace kiosk
