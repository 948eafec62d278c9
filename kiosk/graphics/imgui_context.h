#pragma once

#include <cstddef>
#include <memory>
#include <span>

#include "base/geometry.h"
#include "graphics/input.h"
#include "graphics/turn.h"

struct ImDrawList;
struct ImGuiContext;

namespace kiosk {

class ImguiContext;

// One frame over the whole framebuffer, from ImguiContext::begin_frame() to end(). A Canvas draws its background;
// windows of Dear ImGui lie over that, in whatever order both are drawn.
//
// While it is open, Dear ImGui's current context is this frame's, so that any code may call widgets. Textures that were
// drawn must live until end(). One frame at a time in a process.
class ImguiFrame {
 public:
  ImguiFrame(ImguiFrame&& other) noexcept;
  ImguiFrame& operator=(ImguiFrame&&) = delete;
  // Drops a frame that was not ended: nothing of it is drawn.
  ~ImguiFrame();

  // Sends the GL commands to the framebuffer that is bound. To be called once, last.
  void end();

  Size size() const { return size_; }  // upright, as it is drawn
  // The draw list behind all windows. Plain shapes in it are filled with a texture of the context's own.
  ImDrawList& background() const { return *background_; }

 private:
  friend class ImguiContext;
  ImguiFrame(ImGuiContext& context, Size size, Turn turn, ImDrawList& background)
      : context_(&context), size_(size), turn_(turn), background_(&background) {}
  ImGuiContext* context_;
  Size size_;
  Turn turn_;
  ImDrawList* background_;
  bool open_ = true;
};

// Dear ImGui, ready to draw by GL: its context, its font and its renderer. Move-only; do not move it while a painter
// holds a reference to it. The GL context (gl_api.h) that is current when it is made must be current in every frame
// and when it is destroyed. Draw thread only.
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

  // From the next frame on all that is drawn is turned when it is sent. Frames are begun with, and drawn in, the
  // upright picture's size. Input is not turned.
  void set_turn(Turn turn);

  // Starts a frame on opaque black. `seconds` since the last frame are for widgets (repeating keys, a blinking caret);
  // the background does not depend on them.
  [[nodiscard]] ImguiFrame begin_frame(Size framebuffer, double seconds = 1.0 / 60);

  // Feeds input to the widgets, as much as one frame can take: once before each frame. Returns how many events that
  // were, from the first on. Feed the others before the next frame, which should follow at once.
  std::size_t feed(std::span<const InputEvent> events) const;

  // Makes this Dear ImGui's current context, for calls outside a frame.
  void make_current() const;

 private:
  struct Gui;
  std::unique_ptr<Gui> gui_;
};

}  // namespace kiosk
