#include "layout/whole_layout.h"

#include <cmath>
#include <cstdlib>

#include "tests/catch.h"

using namespace kiosk;

namespace {

// A band from edge to edge, and on it a chip with a word at its left.
Layout some_layout() {
  Layout layout;
  layout.size = {1000, 500};
  layout.surfaces = {{{0, 400, 1000, 100}, Surface::card, 0}, {{50, 420, 100, 40}, Surface::chip_alert, 5}};
  layout.texts = {{{60, 425, 80, 30}, 0, "Cancelled", {}, Ink::on_alert}, {{60, 50, 300, 60}, 300, "Title", {}}};
  return layout;
}

}  // namespace

TEST_CASE("a mirrored layout is as far from the other side, and twice mirrored it is the first") {
  Layout layout = some_layout();
  mirror(layout);
  CHECK(layout.right_to_left);
  CHECK(layout.surfaces[0].rect == Rect{0, 400, 1000, 100});
  CHECK(layout.surfaces[1].rect == Rect{850, 420, 100, 40});
  CHECK(layout.texts[0].style.align == Align::right);
  mirror(layout);
  CHECK(layout.surfaces[1].rect == some_layout().surfaces[1].rect);
  CHECK(layout.texts[0].style.align == Align::left);
}

TEST_CASE("what drifts goes a little round and is back after an hour; what reaches from edge to edge stays") {
  const Rect at_rest = some_layout().texts[0].rect;
  for (std::int64_t turn = 0; turn < 60; ++turn) {
    Layout layout = some_layout();
    drift(layout, turn);
    const Rect moved = layout.texts[0].rect;
    CHECK(std::abs(moved.x - at_rest.x) <= 2);
    CHECK(std::abs(moved.y - at_rest.y) <= 2);
    CHECK(layout.surfaces[1].rect.x - moved.x == some_layout().surfaces[1].rect.x - at_rest.x);
    CHECK(layout.surfaces[0].rect == some_layout().surfaces[0].rect);
    Layout an_hour_on = some_layout();
    drift(an_hour_on, turn + 60);
    CHECK(an_hour_on.texts[0].rect == moved);
  }
}

TEST_CASE("an alarm takes the whole screen and turns its marks round") {
  Layout layout = some_layout();
  alarm(layout);
  REQUIRE(layout.surfaces.size() == 3);
  CHECK(layout.surfaces[0].surface == Surface::alarm);
  CHECK(layout.surfaces[0].rect == Rect{0, 0, 1000, 500});
  CHECK(layout.surfaces[2].surface == Surface::alarm_chip);
  CHECK(layout.texts[0].ink == Ink::on_alarm_chip);
  CHECK(layout.texts[1].ink == Ink::on_alarm);
}
