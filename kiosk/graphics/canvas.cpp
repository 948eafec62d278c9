#include "graphics/canvas.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <numbers>

#include "graphics/imgui_texture.h"

namespace kiosk {
namespace {

ImU32 packed(Color color) { return IM_COL32(color.r, color.g, color.b, color.a); }
ImVec2 vec(Point point) { return {point.x, point.y}; }

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

void Canvas::fill(const Rect& rect, Color color, float radius) {
  if (!(rect.width > 0) || !(rect.height > 0)) {
    return;
  }
  radius = std::min({radius, rect.width / 2, rect.height / 2});
  if (radius < 0.5F) {
    list_->AddRectFilled({rect.x, rect.y}, {rect.right(), rect.bottom()}, packed(color));
  } else {
    path_round_rect(*list_, rect, radius);
    list_->PathFillConvex(packed(color));
  }
}

void Canvas::gradient(const Rect& rect, const std::array<Color, 4>& corners) {
  list_->AddRectFilledMultiColor({rect.x, rect.y}, {rect.right(), rect.bottom()}, packed(corners[0]),
                                 packed(corners[1]), packed(corners[2]), packed(corners[3]));
}

void Canvas::polygon(std::span<const Point> points, Color color) {
  for (const Point point : points) {
    list_->PathLineTo(vec(point));
  }
  list_->PathFillConvex(packed(color));
}

void Canvas::stroke(std::span<const Point> points, Color color, float width, bool closed) {
  for (const Point point : points) {
    list_->PathLineTo(vec(point));
  }
  list_->PathStroke(packed(color), closed ? ImDrawFlags_Closed : ImDrawFlags_None, width);
}

void Canvas::circle(Point center, float radius, Color color, float width) {
  if (width > 0) {
    list_->AddCircle(vec(center), radius, packed(color), 0, width);
  } else {
    list_->AddCircleFilled(vec(center), radius, packed(color));
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
  radius = std::min({radius, place.width / 2, place.height / 2});
  if (radius < 0.5F) {
    const ImVec2 from{place.x, place.y};
    const ImVec2 to{place.right(), place.bottom()};
    list_->AddImage(imgui_texture(texture), from, to, texel(from), texel(to), packed(tint));
    return;
  }
  list_->PushTextureID(imgui_texture(texture));
  const int first = list_->VtxBuffer.Size;
  path_round_rect(*list_, place, radius);
  list_->PathFillConvex(packed(tint));
  list_->PopTextureID();
  for (int vertex = first; vertex < list_->VtxBuffer.Size; ++vertex) {
    list_->VtxBuffer[vertex].uv = texel(list_->VtxBuffer[vertex].pos);
  }
}

}  // namespace kiosk
