#include "layout/contrast.h"

#include "tests/catch.h"

using namespace kiosk;

TEST_CASE("contrast is WCAG's ratio, whichever colour stands above") {
  CHECK(contrast(rgb(0), rgb(0xffffff)) == Approx(21.0));
  CHECK(contrast(rgb(0xffffff), rgb(0)) == Approx(21.0));
  CHECK(contrast(rgb(0x123456), rgb(0x123456)) == Approx(1.0));
  CHECK(contrast(rgb(0x777777), rgb(0xffffff)) == Approx(4.48).margin(0.005));  // WCAG's well-known near miss
}

TEST_CASE("a text that cannot be read moves the shorter way, and no further than it must") {
  const auto on_black = [](Color color) { return contrast(color, rgb(0)); };
  CHECK(moved_until_readable(rgb(0xffffff), on_black) == rgb(0xffffff));
  const Color moved = moved_until_readable(rgb(0x404040), on_black).value();
  CHECK(contrast(moved, rgb(0)) >= enough_contrast);
  CHECK(contrast(moved, rgb(0)) < enough_contrast + 0.3);
  CHECK_FALSE(moved_until_readable(rgb(0x808080), [](Color) { return 1.0; }));
}

TEST_CASE("on a page of two colours neither white nor black may do, and then both colours move") {
  const PageColors harlequin{rgb(0x000000), rgb(0xffffff)};
  CHECK(best_on(harlequin) == Approx(1.0));
  CHECK(best_on(readable_page(harlequin)) >= enough_contrast);
}

TEST_CASE("between two colours a darker one may lie, and text is read on that too") {
  const PageColors page{rgb(0xffff00), rgb(0x00ffff)};
  const Worst least = worst(rgb(0x000000), plain_grounds(page));
  CHECK(least.ground == "the shade between theme.glow and theme.background");
  CHECK(least.ratio < contrast(rgb(0x000000), page.glow));
}
