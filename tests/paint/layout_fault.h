#pragma once

#include <algorithm>
#include <cstddef>
#include <string>

#include "layout/layout.h"
#include "typesetting/ruler.h"

namespace kiosk {

inline std::string described(const TextBox& box) {
  return "\"" + box.text + "\" at " + std::to_string(box.rect.x) + ',' + std::to_string(box.rect.y) + ' ' +
         std::to_string(box.rect.width) + 'x' + std::to_string(box.rect.height);
}

inline Rect with_quiet_zone(const QrBox& box) {
  const auto quiet = static_cast<float>(4 * box.module_pixels);
  return {box.rect.x - quiet, box.rect.y - quiet, box.rect.width + 2 * quiet, box.rect.height + 2 * quiet};
}

// The first thing that is wrong with a layout, or nothing.
inline std::string layout_fault(const Layout& layout, Ruler& ruler) {
  const Rect screen{0, 0, static_cast<float>(layout.size.width), static_cast<float>(layout.size.height)};
  const float unit = static_cast<float>(layout.size.short_side()) / 100;
  for (std::size_t i = 0; i < layout.texts.size(); ++i) {
    const TextBox& box = layout.texts[i];
    const TextSize size = ruler.text_size(box.text, box.style, box.wrap);
    if (!screen.contains(box.rect)) {
      return described(box) + " leaves the screen";
    }
    if (size.height > box.rect.height + 0.5F || size.width > box.rect.width + 1) {
      return described(box) + " leaves its box";
    }
    if (box.style.cap_height < 1.99F * unit) {
      return described(box) + " is smaller than 2 %";
    }
    for (std::size_t j = i + 1; j < layout.texts.size(); ++j) {
      if (box.rect.overlaps(layout.texts[j].rect)) {
        return described(box) + " overlaps " + described(layout.texts[j]);
      }
    }
    for (const QrBox& code : layout.qr_codes) {
      if (box.rect.overlaps(with_quiet_zone(code))) {
        return described(box) + " stands in a code's quiet zone";
      }
    }
    for (const IconBox& icon : layout.icons) {
      if (box.rect.overlaps(icon.rect)) {
        return described(box) + " overlaps an icon";
      }
    }
    for (const PictureBox& picture : layout.pictures) {
      if (box.rect.overlaps(picture.rect)) {
        return described(box) + " overlaps a picture";
      }
    }
  }
  for (const PictureBox& picture : layout.pictures) {
    if (!screen.contains(picture.rect)) {
      return "a picture leaves the screen";
    }
  }
  for (std::size_t i = 0; i < layout.surfaces.size(); ++i) {
    const SurfaceBox& box = layout.surfaces[i];
    for (std::size_t j = i + 1; box.surface == Surface::card && j < layout.surfaces.size(); ++j) {
      if (box.rect.overlaps(layout.surfaces[j].rect)) {
        return "a card overlaps something";
      }
    }
    if (box.surface != Surface::card &&
        std::any_of(layout.qr_codes.begin(), layout.qr_codes.end(),
                    [&](const QrBox& code) { return box.rect.overlaps(with_quiet_zone(code)); })) {
      return "something stands in a code's quiet zone";
    }
  }
  for (const QrBox& code : layout.qr_codes) {
    if (!screen.contains(with_quiet_zone(code))) {
      return "a code's quiet zone leaves the screen";
    }
    const int modules = std::max(ruler.qr_modules(code.payload), code.least_modules);
    if (code.rect.width != static_cast<float>(modules * code.module_pixels)) {
      return "a code's modules are no whole pixels";
    }
  }
  return {};
}

}  // namespace kiosk
