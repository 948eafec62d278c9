#pragma once

#include <cstdint>

#include "base/color.h"
#include "base/geometry.h"
#include "images/image.h"

namespace kiosk {

// The largest middle part of a picture that has the proportions of a box: drawn over the box, it fills it, and the rest
// is cut off evenly at both sides. 0 by 0 where either has no area.
Rect covering_part(Size picture, Size box);

// A part of the picture, given in its pixels, scaled to exactly `size`. Where it shrinks, each pixel is the mean of the
// area it covers, so that fine lines of a photo stay; where it grows, pixels are interpolated. Colours are weighted by
// their alpha, so that those of clear pixels do not bleed into others. Empty where there is nothing to scale. Pure;
// takes 30 ms for a 1080p screen.
Image scaled(const Image& image, const Rect& part, Size size);

// The picture, shrunk in its own proportions until no side is longer than `most`'s; itself where it is not larger.
Image shrunk(Image image, Size most);

// The darkest and the lightest pixel, by luminance (WCAG 2.2), of a picture that is drawn over a ground and lies under
// a veil of the ground's colour with alpha `veil`. Their colours are those without the veil. The ground itself for a
// picture without pixels.
struct Extremes {
  Color darkest;
  Color lightest;
  friend bool operator==(const Extremes&, const Extremes&) = default;
};
Extremes extremes(const Image& image, Color ground, std::uint8_t veil = 0);

}  // namespace kiosk
