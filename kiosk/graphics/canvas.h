#pragma once

#include <array>
#include <optional>
#include <span>

#include "base/color.h"
#include "base/geometry.h"
#include "graphics/imgui_context.h"
#include "graphics/texture.h"

namespace kiosk {

// Draws filled shapes and textures on the background of one frame, in the order of the calls. It borrows the frame's
// draw list and holds nothing else, so a frame may have several. Not after the frame's end. Draw thread only.
//
//   ImguiFrame frame = gui.begin_frame(window.size());
//   Canvas canvas(frame);
//   canvas.fill(...); canvas.image(...);
//   frame.end();   // the GL commands are sent here
//
// A shape with whole-number edges has crisp edges; curves and slopes are anti-aliased.
class Canvas {
 public:
  explicit Canvas(const ImguiFrame& frame) : list_(&frame.background()) {}

  // The radius shrinks to half the rectangle's shorter side.
  void fill(const Rect& rect, Color color, float radius = 0);
  // Colours at the corners in the order top left, top right, bottom right, bottom left.
  void gradient(const Rect& rect, const std::array<Color, 4>& corners);
  void polygon(std::span<const Point> points, Color color);  // convex, clockwise
  void stroke(std::span<const Point> points, Color color, float width, bool closed = false);
  void circle(Point center, float radius, Color color, float width = 0);  // width 0: filled
  // An empty texture draws nothing. At the texture's own size it lands on whole pixels, texel for pixel. The radius
  // shrinks as fill()'s does: one of half a square's side makes a circle. `part`, in texels, is what is drawn of the
  // texture instead of all of it.
  void image(const Texture& texture, const Rect& rect, Color tint = {255, 255, 255, 255}, float radius = 0,
             const std::optional<Rect>& part = std::nullopt);

 private:
  ImDrawList* list_;
};

}  // namespace kiosk
