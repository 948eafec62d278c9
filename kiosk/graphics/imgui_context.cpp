#include "graphics/imgui_context.h"

#include <backends/imgui_impl_opengl3.h>
#include <epoxy/gl.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <stdexcept>
#include <utility>

#include "graphics/gl_api.h"
#include "graphics/imgui_input.h"
#include "graphics/imgui_texture.h"
#include "graphics/texture.h"

namespace kiosk {
namespace {

// Plain shapes are filled with a texture of the same kind as text blocks, not with the white pixel in Dear ImGui's
// font. Software renderers compile the shader for each kind of texture, in some 30 ms at the first start, and a texture
// whose sides are powers of two is a kind of its own.
Texture white_texture() {
  std::array<std::uint8_t, 9> coverage{};
  coverage.fill(255);
  return Texture({3, 3}, Texture::Format::coverage, Texture::Filter::nearest, coverage);
}

// Dear ImGui refuses a time step of 0.
constexpr float least_seconds = 1e-4F;

// On whole pixels what was drawn stays on whole pixels: no letter is sampled between two.
void turn_drawn(ImDrawData& data, Size upright, Turn turn) {
  const auto moved = [&](ImVec2 point) {
    const Point to = on_glass({point.x, point.y}, upright, turn);
    return ImVec2(to.x, to.y);
  };
  for (int i = 0; i < data.CmdListsCount; ++i) {
    for (ImDrawVert& vertex : data.CmdLists[i]->VtxBuffer) {
      vertex.pos = moved(vertex.pos);
    }
    for (ImDrawCmd& command : data.CmdLists[i]->CmdBuffer) {
      const ImVec2 a = moved({command.ClipRect.x, command.ClipRect.y});
      const ImVec2 b = moved({command.ClipRect.z, command.ClipRect.w});
      command.ClipRect = {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
    }
  }
  const Size glass = turned(upright, turn);
  data.DisplaySize = {static_cast<float>(glass.width), static_cast<float>(glass.height)};
}

}  // namespace

struct ImguiContext::Gui {
  Turn turn = Turn::none;
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
};

ImguiContext::ImguiContext() : gui_(std::make_unique<Gui>()) {
  make_current();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  prepare_for_input(io);
  io.Fonts->Flags |= ImFontAtlasFlags_NoMouseCursors;
  ImGui::GetStyle().CircleTessellationMaxError = 0.1F;  // pixels; the default shows corners on a 4K screen
  ImGui::GetStyle().AntiAliasedLinesUseTex = false;     // lines would be drawn with the font's texture
  // The latter's fragment shader asks for medium precision alone. Wherever that is less than full precision (Mesa's
  // drivers of some ARM chips), there is desktop OpenGL, too.
  if (!ImGui_ImplOpenGL3_Init(current_gl_api() == GlApi::es ? "#version 300 es" : "#version 140")) {
    throw std::runtime_error("Dear ImGui found no OpenGL to draw with");
  }
  ImGui_ImplOpenGL3_NewFrame();  // compiles the shaders and uploads the font
#if IMGUI_VERSION_NUM < 19200    // from there on the font grows as it is used, and keeps its pixels
  io.Fonts->ClearTexData();
#endif
}

ImguiContext::ImguiContext(ImguiContext&&) noexcept = default;
ImguiContext& ImguiContext::operator=(ImguiContext&&) noexcept = default;
ImguiContext::~ImguiContext() = default;

void ImguiContext::set_turn(Turn turn) { gui_->turn = turn; }

void ImguiContext::make_current() const { ImGui::SetCurrentContext(gui_->context); }

std::size_t ImguiContext::feed(std::span<const InputEvent> events) const {
  make_current();
  const std::size_t count = events_of_one_frame(events);
  feed_input(ImGui::GetIO(), events.first(count));
  return count;
}

ImguiFrame ImguiContext::begin_frame(Size framebuffer, double seconds) {
  make_current();
  glDisable(GL_SCISSOR_TEST);
  const Size glass = turned(framebuffer, gui_->turn);
  glViewport(0, 0, glass.width, glass.height);
  glClearColor(0, 0, 0, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(framebuffer.width), static_cast<float>(framebuffer.height)};
  io.DeltaTime = std::max(least_seconds, static_cast<float>(seconds));
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  ImDrawList& background = *ImGui::GetBackgroundDrawList();
  background.PushTextureID(imgui_texture(gui_->white));  // for whatever is drawn without a texture
  return {*gui_->context, framebuffer, gui_->turn, background};
}

ImguiFrame::ImguiFrame(ImguiFrame&& other) noexcept
    : context_(other.context_),
      size_(other.size_),
      turn_(other.turn_),
      background_(other.background_),
      open_(std::exchange(other.open_, false)) {}

ImguiFrame::~ImguiFrame() {
  if (open_) {
    ImGui::SetCurrentContext(context_);
    ImGui::EndFrame();
  }
}

void ImguiFrame::end() {
  assert(open_);
  open_ = false;
  ImGui::SetCurrentContext(context_);
  ImGui::Render();
  if (turn_ != Turn::none) {
    turn_drawn(*ImGui::GetDrawData(), size_, turn_);
  }
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace kiosk
