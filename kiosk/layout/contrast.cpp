#include "layout/contrast.h"

#include <algorithm>

namespace kiosk {
namespace {

constexpr Color white = rgb(0xffffff);
constexpr Color black = rgb(0x000000);

// A colour between two others may be darker than both: between yellow and cyan lies a green. None is lighter, because
// luminance is convex in the channels.
Color darkest_between(Color one, Color other) {
  constexpr int step = 17;
  // One less in each channel covers colours between two steps, and rounding.
  const auto less = [](std::uint8_t channel) { return static_cast<std::uint8_t>(std::max(0, channel - 1)); };
  Color darkest = relative_luminance(one) < relative_luminance(other) ? one : other;
  for (int part = step; part < 255; part += step) {
    const Color shade = mixed(one, other, static_cast<std::uint8_t>(part));
    if (relative_luminance(shade) < relative_luminance(darkest)) {
      darkest = {less(shade.r), less(shade.g), less(shade.b), 255};
    }
  }
  return darkest;
}

using RatioOf = std::function<double(Color)>;

// Changed colours get a little more contrast than they need, to allow for the rounding of shades and translucent chips.
constexpr double aim = enough_contrast + 0.1;

// The least share of `end`, 0 to 255, with which the mix has the contrast `aim`, or that of `end` itself where it is
// less but enough. Nothing where `end` itself has too little. Precondition: the ratio does not fall again once it is
// enough.
std::optional<std::uint8_t> least_share(Color from, Color end, const RatioOf& ratio_of) {
  const double goal = std::min(aim, ratio_of(end));
  if (goal < enough_contrast) {
    return std::nullopt;
  }
  int too_little = 0;
  int does = 255;
  while (does - too_little > 1) {
    const int middle = (too_little + does) / 2;
    (ratio_of(mixed(end, from, static_cast<std::uint8_t>(middle))) >= goal ? does : too_little) = middle;
  }
  return static_cast<std::uint8_t>(does);
}

// Both colours mixed with as little of `end` as makes `text`, its opposite, readable on each; and then with a little
// more of it, where a colour between the two needs that.
struct MovedPage {
  PageColors page;
  int share = 0;  // the sum of both shares of `end`, 0 to 510
};
MovedPage moved_for(Color text, Color end, const PageColors& page) {
  const auto ratio_on = [text](const PageColors& moved) { return worst(text, grounds_with_chips(moved, text)).ratio; };
  const auto alone = [&](Color color) -> int {
    const auto ratio_of = [&](Color moved) { return ratio_on({moved, moved}); };
    return ratio_of(color) >= aim ? 0 : least_share(color, end, ratio_of).value_or(255);
  };
  const int background = alone(page.background);
  const int glow = alone(page.glow);
  const auto moved_by = [&](int more) {
    const auto part = [more](int least) { return static_cast<std::uint8_t>(std::min(255, least + more)); };
    return MovedPage{{mixed(end, page.background, part(background)), mixed(end, page.glow, part(glow))},
                     part(background) + part(glow)};
  };
  MovedPage moved = moved_by(0);
  for (int more = 1; more <= 255 && ratio_on(moved.page) < aim; ++more) {
    moved = moved_by(more);
  }
  return moved;
}

}  // namespace

double contrast(Color a, Color b) {
  const double first = relative_luminance(a);
  const double second = relative_luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Worst worst(Color text, const std::vector<Ground>& grounds) {
  Worst worst{"", 22};
  for (const Ground& ground : grounds) {
    if (const double ratio = contrast(text, ground.color); ratio < worst.ratio) {
      worst = {ground.name, ratio};
    }
  }
  return worst;
}

std::vector<Ground> plain_grounds(const PageColors& page) {
  return {{"theme.background", page.background},
          {"theme.glow", page.glow},
          {"the shade between theme.glow and theme.background", darkest_between(page.background, page.glow)}};
}

std::vector<Ground> grounds_with_chips(const PageColors& page, Color text) {
  const PageColors chips{mixed(text, page.background, calm_chip_alpha), mixed(text, page.glow, calm_chip_alpha)};
  std::vector<Ground> grounds = plain_grounds(page);
  grounds.insert(grounds.end(), {{"a calm chip on theme.background", chips.background},
                                 {"a calm chip on theme.glow", chips.glow},
                                 {"a calm chip", darkest_between(chips.background, chips.glow)}});
  return grounds;
}

double best_on(const PageColors& page) {
  return std::max(worst(white, grounds_with_chips(page, white)).ratio,
                  worst(black, grounds_with_chips(page, black)).ratio);
}

double best_on_chip(Color chip) { return std::max(contrast(white, chip), contrast(black, chip)); }

std::optional<Color> moved_until_readable(Color from, const RatioOf& ratio_of) {
  if (ratio_of(from) >= enough_contrast) {
    return from;
  }
  const auto to_white = least_share(from, white, ratio_of);
  const auto to_black = least_share(from, black, ratio_of);
  if (to_white && (!to_black || *to_white <= *to_black)) {
    return mixed(white, from, *to_white);
  }
  return to_black ? std::optional(mixed(black, from, *to_black)) : std::nullopt;
}

PageColors readable_page(const PageColors& page) {
  if (best_on(page) >= enough_contrast) {
    return page;
  }
  const MovedPage dark = moved_for(white, black, page);
  const MovedPage light = moved_for(black, white, page);
  return dark.share <= light.share ? dark.page : light.page;
}

Color readable_chip(Color chip) { return moved_until_readable(chip, best_on_chip).value_or(chip); }

}  // namespace kiosk
