#include "base/color.h"

#include "tests/catch.h"

using namespace kiosk;

TEST_CASE("contrast is WCAG's ratio, whichever colour stands above") {
  CHECK(contrast(rgb(0), rgb(0xffffff)) == Approx(21.0));
  CHECK(contrast(rgb(0xffffff), rgb(0)) == Approx(21.0));
  CHECK(contrast(rgb(0x123456), rgb(0x123456)) == Approx(1.0));
  CHECK(contrast(rgb(0x777777), rgb(0xffffff)) == Approx(4.48).margin(0.005));  // WCAG's well-known near miss
}
