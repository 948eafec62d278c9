#include "graphics/canvas.h"

#include <backends/imgui_impl_opengl3.h>
#include <epoxy/gl.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <stdexcept>

namespace kiosk {
namespace {

ImU32 packed(Color color) { return IM_COL32(color.r, color.g, color.b, color.a); }
ImVec2 vec(Point point) { return {point.x, point.y}; }

// A pointer up to Dear ImGui 1.91.4, a 64-bit number since: only a C cast makes both.
ImTextureID texture_id(const Texture& texture) { return (ImTextureID)(std::intptr_t)texture.id(); }

// What plain shapes are filled with, in place of the white pixel in Dear ImGui's font: a texture of the same
// kind as a text block's. Software renderers compile the shader anew for every kind of texture that they meet,
// some 30 ms each on a first start; one with sides of a power of two is a kind of its own.
Texture white_texture() {
  std::array<std::uint8_t, 9> coverage{};
  coverage.fill(255);
  return Texture({3, 3}, Texture::Format::coverage, Texture::Filter::nearest, coverage);
}

// Dear ImGui shortens the radius to leave two straight pixels on each side; a pill shall be round.
// Points that coincide are left out: the anti-aliased edge needs a direction between neighbours.
void path_round_rect(ImDrawList& list, const Rect& rect, float radius) {
  constexpr float quarter = std::numbers::pi_v<float> / 2;
  const int steps = std::max(3, static_cast<int>(std::ceil(quarter * std::sqrt(radius) * 1.2F)));
  const ImVec2 centers[] = {{rect.x + radius, rect.y + radius},
                            {rect.right() - radius, rect.y + radius},
                            {rect.right() - radius, rect.bottom() - radius},
                            {rect.x + radius, rect.bottom() - radius}};
  const auto close = [](ImVec2 a, ImVec2 b) { return std::abs(a.x - b.x) + std::abs(a.y - b.y) < 0.01F; };
  const ImVec2 first{rect.x, rect.y + radius};
  ImVec2 last{-1e9F, -1e9F};
  for (int corner = 0; corner < 4; ++corner) {
    for (int step = 0; step <= steps; ++step) {
      const float angle =
          quarter * (2 + static_cast<float>(corner) + static_cast<float>(step) / static_cast<float>(steps));
      const ImVec2 point{centers[corner].x + radius * std::cos(angle), centers[corner].y + radius * std::sin(angle)};
      const bool closes = corner == 3 && step == steps && close(point, first);
      if (!close(point, last) && !closes) {
        list.PathLineTo(point);
        last = point;
      }
    }
  }
}

}  // namespace

struct Canvas::Gui {
  ImGuiContext* context = ImGui::CreateContext();
  Texture white = white_texture();
  Gui() = default;
  Gui(const Gui&) = delete;
  Gui& operator=(const Gui&) = delete;
  ~Gui() {
    ImGui::SetCurrentContext(context);
    if (ImGui::GetIO().BackendRendererUserData != nullptr) {
      ImGui_ImplOpenGL3_Shutdown();
    }
    ImGui::DestroyContext(context);
  }
  ImDrawList& list() const {
    ImGui::SetCurrentContext(context);
    return *ImGui::GetBackgroundDrawList();
  }
};

Canvas::Canvas() : gui_(std::make_unique<Gui>()) {
  ImGui::SetCurrentContext(gui_->context);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.DeltaTime = 1.0F / 60;
  // Text on the board is Pango's; this font is only there because a frame cannot start without one.
  io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors;
  ImGui::GetStyle().CircleTessellationMaxError = 0.1F;  // pixels; the default shows corners on a 4K screen
  ImGui::GetStyle().AntiAliasedLinesUseTex = false;     // lines would be drawn with the font's texture
  if (!ImGui_ImplOpenGL3_Init("#version 140")) {
    throw std::runtime_error("Dear ImGui found no OpenGL to draw with");
  }
  ImGui_ImplOpenGL3_NewFrame();  // compiles the shaders and uploads the font
#if IMGUI_VERSION_NUM < 19200    // from there on the font grows as it is used, and keeps its pixels
  io.Fonts->ClearTexData();
#endif
}

Canvas::~Canvas() = default;

void Canvas::begin(Size framebuffer) {
  ImGui::SetCurrentContext(gui_->context);
  glDisable(GL_SCISSOR_TEST);
  glViewport(0, 0, framebuffer.width, framebuffer.height);
  glClearColor(0, 0, 0, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui::GetIO().DisplaySize = {static_cast<float>(framebuffer.width), static_cast<float>(framebuffer.height)};
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  gui_->list().PushTextureID(texture_id(gui_->white));  // for whatever is drawn without a texture
}

void Canvas::end() {
  ImGui::SetCurrentContext(gui_->context);
  ImGui::Render();
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void Canvas::fill(const Rect& rect, Color color, float radius) {
  if (!(rect.width > 0) || !(rect.height > 0)) {
    return;
  }
  ImDrawList& list = gui_->list();
  radius = std::min({radius, rect.width / 2, rect.height / 2});
  if (radius < 0.5F) {
    list.AddRectFilled({rect.x, rect.y}, {rect.right(), rect.bottom()}, packed(color));
  } else {
    path_round_rect(list, rect, radius);
    list.PathFillConvex(packed(color));
  }
}

void Canvas::gradient(const Rect& rect, const std::array<Color, 4>& corners) {
  gui_->list().AddRectFilledMultiColor({rect.x, rect.y}, {rect.right(), rect.bottom()}, packed(corners[0]),
                                       packed(corners[1]), packed(corners[2]), packed(corners[3]));
}

void Canvas::polygon(std::span<const Point> points, Color color) {
  ImDrawList& list = gui_->list();
  for (const Point point : points) {
    list.PathLineTo(vec(point));
  }
  list.PathFillConvex(packed(color));
}

void Canvas::stroke(std::span<const Point> points, Color color, float width, bool closed) {
  ImDrawList& list = gui_->list();
  for (const Point point : points) {
    list.PathLineTo(vec(point));
  }
  list.PathStroke(packed(color), closed ? ImDrawFlags_Closed : ImDrawFlags_None, width);
}

void Canvas::circle(Point center, float radius, Color color, float width) {
  if (width > 0) {
    gui_->list().AddCircle(vec(center), radius, packed(color), 0, width);
  } else {
    gui_->list().AddCircleFilled(vec(center), radius, packed(color));
  }
}

void Canvas::image(const Texture& texture, const Rect& rect, Color tint, float radius,
                   const std::optional<Rect>& part) {
  if (!texture || !(rect.width > 0) || !(rect.height > 0)) {
    return;
  }
  const Size size = texture.size();
  const Rect whole{0, 0, static_cast<float>(size.width), static_cast<float>(size.height)};
  const Rect shown = part.value_or(whole);
  Rect place = rect;
  if (rect.width == shown.width && rect.height == shown.height) {
    place.x = std::round(rect.x);
    place.y = std::round(rect.y);
  }
  // A point of the screen as one of the texture, 0 to 1.
  const auto texel = [&](ImVec2 at) {
    const float u = (shown.x + (at.x - place.x) / place.width * shown.width) / whole.width;
    const float v = (shown.y + (at.y - place.y) / place.height * shown.height) / whole.height;
    return ImVec2{u, texture.is_bottom_up() ? 1 - v : v};
  };
  ImDrawList& list = gui_->list();
  radius = std::min({radius, place.width / 2, place.height / 2});
  if (radius < 0.5F) {
    const ImVec2 from{place.x, place.y};
    const ImVec2 to{place.right(), place.bottom()};
    list.AddImage(texture_id(texture), from, to, texel(from), texel(to), packed(tint));
    return;
  }
  list.PushTextureID(texture_id(texture));
  const int first = list.VtxBuffer.Size;
  path_round_rect(list, place, radius);
  list.PathFillConvex(packed(tint));
  list.PopTextureID();
  for (int vertex = first; vertex < list.VtxBuffer.Size; ++vertex) {
    list.VtxBuffer[vertex].uv = texel(list.VtxBuffer[vertex].pos);
  }
}

}  // namespace kiosk
