#include "base/edit_distance.h"

#include "tests/catch.h"

using kiosk::edit_distance;

TEST_CASE("the distance of two names counts letters added, dropped, changed and swapped") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("poll", "poll") == 0);
  CHECK(edit_distance("pol", "poll") == 1);
  CHECK(edit_distance("polll", "poll") == 1);
  CHECK(edit_distance("pull", "poll") == 1);
  CHECK(edit_distance("opll", "poll") == 1);
  CHECK(edit_distance("", "poll") == 4);
  CHECK(edit_distance("url", "hall") == 3);
}
