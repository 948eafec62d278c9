#pragma once

#include <cstdint>

#include "base/color.h"
#include "base/geometry.h"
#include "images/image.h"

namespace kiosk {

// The middle part of a picture that has the proportions of a box, as large as it gets: drawn over the box it
// fills it, and what is too much is cut off evenly at both sides. Nothing (0 by 0) where either has no area.
Rect covering_part(Size picture, Size box);

// The part of the picture, in its pixels, at exactly `size`. Each pixel is the mean of the area it covers, so
// that a photo shrunk twentyfold keeps its fine lines without sparkling; where the picture is enlarged, it runs
// evenly between its pixels. Colours count by their alpha: what is hidden under clear pixels does not bleed out
// of them. Empty where there is nothing to scale. Pure; 30 ms for what fills a 1080p screen.
Image scaled(const Image& image, const Rect& part, Size size);

// The picture in its own proportions, with no side longer than `most`: as it is where it is not larger.
Image shrunk(Image image, Size most);

// Of a picture over a ground: its pixels of the least and the greatest luminance (WCAG 2.2) once `veil` of 255 of
// the ground lies over it; the pixels as they are without. The ground itself for a picture without pixels.
struct Extremes {
  Color darkest;
  Color lightest;
  friend bool operator==(const Extremes&, const Extremes&) = default;
};
Extremes extremes(const Image& image, Color ground, std::uint8_t veil = 0);

}  // namespace kiosk
