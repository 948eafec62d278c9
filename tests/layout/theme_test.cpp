#include "layout/theme.h"

#include <utility>

#include "tests/catch.h"

using namespace kiosk;

namespace {

const Color black = rgb(0);
const Color white = rgb(0xffffff);

Color under_veil(const ThemeColors& theme, double share, Color pixel) {
  return mixed(theme.background, pixel, static_cast<std::uint8_t>(share * 255 + 0.5));
}

bool readable_on(const ThemeColors& theme, Color ground) {
  return contrast(theme.text, ground) >= enough_contrast && contrast(theme.quiet_text, ground) >= enough_contrast &&
         contrast(theme.text, blended(color_of(Surface::chip_calm, theme), ground)) >= enough_contrast;
}

}  // namespace

TEST_CASE("a picture as dark as the background needs no veil") {
  const ThemeColors theme;
  CHECK(veil_share(theme, black, black) == 0);
  CHECK(veil_share(theme, theme.background, theme.background) == 0);
}

TEST_CASE("a veil is as thick as the lightest pixel of a dark board wants it") {
  const ThemeColors theme;
  const double grey = veil_share(theme, black, rgb(0x808080));
  const double all = veil_share(theme, black, white);
  CHECK(grey > 0.3);
  CHECK(all > grey);
  CHECK(all < 0.95);  // even of white paper something is seen
}

TEST_CASE("on a light board it is the darkest pixel that wants it") {
  const ThemeColors theme = base_colors(ThemeBase::light);
  CHECK(veil_share(theme, white, white) == 0);
  CHECK(veil_share(theme, black, white) > veil_share(theme, rgb(0x808080), white));
  CHECK(veil_share(theme, black, white) < 1);
}

TEST_CASE("under its veil every picture leaves all text at seven to one, and no veil is thicker than that takes") {
  for (const ThemeBase base : {ThemeBase::dark, ThemeBase::light}) {
    const ThemeColors theme = base_colors(base);
    for (int level = 0; level < 256; level += 5) {
      const auto byte = static_cast<std::uint8_t>(level);
      const Color grey{byte, byte, byte, 255};
      for (const auto& [darkest, lightest] : {std::pair{black, grey}, {grey, white}, {grey, grey}, {black, white}}) {
        const double share = veil_share(theme, darkest, lightest);
        const Color dark = under_veil(theme, share, darkest);
        const Color light = under_veil(theme, share, lightest);
        CAPTURE(level);
        CHECK(readable_on(theme, dark));
        CHECK(readable_on(theme, light));
        if (share > 0) {
          const double less = share - 1 / 255.0;
          CHECK_FALSE((readable_on(theme, under_veil(theme, less, darkest)) &&
                       readable_on(theme, under_veil(theme, less, lightest))));
        }
      }
    }
  }
}

TEST_CASE("a theme that cannot be read on its own background hides the picture") {
  ThemeColors theme;
  theme.quiet_text = rgb(0x606060);
  CHECK(veil_share(theme, black, white) == 1);
  CHECK(veil_share(theme, white, white) == 1);
}
