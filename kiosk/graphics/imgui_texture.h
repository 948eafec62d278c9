#pragma once

#include <imgui.h>

#include <cstdint>

#include "graphics/texture.h"

namespace kiosk {

// Dear ImGui's id of a texture, also for ImGui::Image(). A pointer up to Dear ImGui 1.91.4, a 64-bit number since
// then: only a C cast makes both.
inline ImTextureID imgui_texture(const Texture& texture) { return (ImTextureID)(std::intptr_t)texture.id(); }

}  // namespace kiosk
