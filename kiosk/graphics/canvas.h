#pragma once

#include <array>
#include <memory>
#include <optional>
#include <span>

#include "base/color.h"
#include "base/geometry.h"
#include "graphics/texture.h"

namespace kiosk {

// Composes one frame out of filled shapes and textures on the current framebuffer, through Dear ImGui's
// background draw list. Needs one GL 3.1+ context, current for its whole life. Draw thread only.
//
//   canvas.begin(window.size());
//   canvas.fill(...); canvas.image(...);
//   canvas.end();   // the GL commands are sent here
//
// A shape with whole-number edges has crisp edges; curves and slopes are anti-aliased. Textures drawn between begin()
// and end() must live until end().
class Canvas {
 public:
  Canvas();
  ~Canvas();
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  // Starts a frame over the whole framebuffer, on opaque black.
  void begin(Size framebuffer);
  void end();

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
  struct Gui;
  std::unique_ptr<Gui> gui_;
};

}  // namespace kiosk
