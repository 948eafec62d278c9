#include "settings/this_hall.h"

#include <string>
#include <vector>

#include "tests/catch.h"

using namespace kiosk;

namespace {

std::string hall_at(const std::vector<HallOfHost>& hosts, std::string_view host) {
  const HallOfHost* found = hall_of_host(hosts, host);
  return found == nullptr ? "" : found->hall;
}

}  // namespace

TEST_CASE("a machine finds its hall by its name, whatever the case") {
  const std::vector<HallOfHost> hosts{{"screen-06", "foyer"}, {"Screen-07", "gorky"}};
  CHECK(hall_at(hosts, "screen-07") == "gorky");
  CHECK(hall_at(hosts, "SCREEN-06") == "foyer");
  CHECK(hall_at(hosts, "screen-0") == "");
  CHECK(hall_at(hosts, "screen-08") == "");
  CHECK(hall_at(hosts, "") == "");
  CHECK(hall_at({{"", "nobody"}}, "") == "");
}

TEST_CASE("a full name finds its own line first, then that of its first part") {
  const std::vector<HallOfHost> hosts{{"screen-07", "gorky"}, {"screen-07.east.example", "foyer"}};
  CHECK(hall_at(hosts, "screen-07.east.example") == "foyer");
  CHECK(hall_at(hosts, "screen-07.west.example") == "gorky");
  CHECK(hall_at(hosts, "screen-07") == "gorky");
}

TEST_CASE("a machine that knows only its short name finds a full one, unless there are two") {
  CHECK(hall_at({{"screen-07.east.example", "foyer"}}, "screen-07") == "foyer");
  CHECK(hall_at({{"screen-07.east.example", "foyer"}, {"screen-07.west.example", "gorky"}}, "screen-07") == "");
  CHECK(hall_at({{"screen-07.east.example", "foyer"}}, "screen-07.west.example") == "");
}
