#pragma once

#include <cstddef>
#include <memory>
#include <span>

#include "base/geometry.h"
#include "graphics/input.h"

struct ImDrawList;
struct ImGuiContext;

namespace kiosk {

class ImguiContext;

// One frame over the whole framebuffer, from ImguiContext::begin_frame() to end(): the background first (a Canvas
// draws there), over it whatever windows of Dear ImGui are begun and ended meanwhile, in any order of calls.
//
// While it is open, Dear ImGui's current context is this frame's, so that its widgets may be called by whoever is
// called; textures that were drawn must live until end(). One frame at a time in a process.
class ImguiFrame {
 public:
  ImguiFrame(ImguiFrame&& other) noexcept;
  ImguiFrame& operator=(ImguiFrame&&) = delete;
  // A frame that was not ended is forgotten: nothing of it is sent.
  ~ImguiFrame();

  // The GL commands are sent here, to the framebuffer that is bound. Once, and the last call.
  void end();

  Size size() const { return size_; }
  // What stands behind every window. Plain shapes in it are filled with a texture of the context's own.
  ImDrawList& background() const { return *background_; }

 private:
  friend class ImguiContext;
  ImguiFrame(ImGuiContext& context, Size size, ImDrawList& background)
      : context_(&context), size_(size), background_(&background) {}
  ImGuiContext* context_;
  Size size_;
  ImDrawList* background_;
  bool open_ = true;
};

// Dear ImGui, ready to draw by GL: its context, its font and its renderer. Move-only; whoever draws with it holds a
// reference, so it stays where it is while they live. The GL 3.1+ context that is current when it is made must
// be current in every frame and when it goes. Draw thread only.
//
//   ImguiContext gui;
//   gui.feed(events);
//   ImguiFrame frame = gui.begin_frame(glass.size(), seconds);
//   painter.draw(board, frame);
//   panels();      // ImGui::Begin() ... ImGui::End()
//   frame.end();
//   glass.show_frame();
//
// Nothing is kept on disk. The font is Dear ImGui's own of 13 pixels; style, fonts and flags may be changed
// between frames after make_current().
class ImguiContext {
 public:
  // Throws std::runtime_error where there is no GL to draw with.
  ImguiContext();
  ImguiContext(ImguiContext&&) noexcept;
  ImguiContext& operator=(ImguiContext&&) noexcept;
  ~ImguiContext();

  // Starts on opaque black. `seconds` have passed since the frame before; widgets go by them (a key that repeats, a
  // caret that blinks), the background does not.
  [[nodiscard]] ImguiFrame begin_frame(Size framebuffer, double seconds = 1.0 / 60);

  // Tells the widgets what a person did, as much of it as one frame can take: once before each frame. Returns how many
  // events that were, from the first on. The others are for the frame after, which should not wait.
  std::size_t feed(std::span<const InputEvent> events) const;

  // For calls of Dear ImGui outside a frame.
  void make_current() const;

 private:
  struct Gui;
  std::unique_ptr<Gui> gui_;
};

}  // namespace kiosk
