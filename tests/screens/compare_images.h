#pragma once

#include <string>

#include "images/image.h"

namespace kiosk::test {

// How far a picture is from its reference.
struct Difference {
  bool same_size = true;
  // Of the pixels, those that differ in a channel by more than 24 of 255: about what an eye notices side by side.
  double share = 0;
  // Of all channels of all pixels, of 255: a ground that has changed by a shade that no single pixel betrays.
  double mean = 0;
};
Difference difference(const Image& picture, const Image& reference);

// What may differ unseen, of pictures both reduced() (small_png.h). The letters, codes and boxes of two runs are the
// same to the pixel; the gradient behind them is rounded by whatever draws it, which is one or two of 255 here and
// there.
//
// A share of 1/20000 is 25 pixels of a 960x540 picture, less than the smallest letter on it; any word, icon, colour
// of a letter or shift of a line is far more. A mean of 0.4 is a ground that is another by half a shade: a
// gradient end changed by 4 of 255 is more.
constexpr double most_share = 1.0 / 20000;
constexpr double most_mean = 0.4;
bool looks_the_same(const Difference& difference);

// "0.31 % of the pixels differ visibly, by 1.2 of 255 on average"
std::string describe(const Difference& difference);

// The reference, the picture, and what differs in red over a pale reference, side by side.
Image side_by_side(const Image& reference, const Image& picture);

}  // namespace kiosk::test
