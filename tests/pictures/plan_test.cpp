#include "pictures/plan.h"

#include <algorithm>
#include <set>

#include "tests/catch.h"

using namespace std::chrono_literals;
using kiosk::PicturePlan;

namespace {

using Time = PicturePlan::Time;

const Time noon = Time(100h);
const std::string logo = "https://example.org/logo.png";
const std::string hall = "https://example.org/hall.jpg";
const std::string file = "/srv/logo.png";

// Looks at one picture that is wanted and missing, and reports what it brought.
void look_and_fail(PicturePlan& plan, const std::string& address, Time now) {
  REQUIRE(plan.start(now) == address);
  plan.not_to_be_had(address, {}, now);
}

}  // namespace

TEST_CASE("with nothing wanted there is nothing to look at, ever") {
  PicturePlan plan(1);
  CHECK_FALSE(plan.start(noon));
  CHECK_FALSE(plan.next_start());
  plan.want({logo});
  plan.want({});
  CHECK_FALSE(plan.start(noon));
  CHECK_FALSE(plan.next_start());
}

TEST_CASE("what is missing is looked at once, in order of importance") {
  PicturePlan plan(1);
  plan.want({logo, hall});
  CHECK(plan.next_start().value() <= noon);
  CHECK(plan.start(noon) == logo);
  CHECK(plan.start(noon) == hall);
  CHECK_FALSE(plan.start(noon));
  CHECK_FALSE(plan.next_start());
}

TEST_CASE("six of a host are under way at most, and the end of one makes room") {
  PicturePlan plan(1);
  std::vector<std::string> addresses;
  for (int i = 0; i < 8; ++i) {
    addresses.push_back("https://example.org" + std::string(i % 2 == 0 ? "" : ":444") + "/" + std::to_string(i));
  }
  plan.want(addresses);
  for (std::size_t i = 0; i < PicturePlan::most_of_a_host; ++i) {
    CHECK(plan.start(noon) == addresses[i]);
  }
  CHECK_FALSE(plan.start(noon));
  CHECK_FALSE(plan.next_start());
  plan.succeeded(addresses[2], noon);
  CHECK(plan.next_start().value() <= noon);
  CHECK(plan.start(noon) == addresses[6]);
  CHECK_FALSE(plan.start(noon));
}

TEST_CASE("four hosts are asked at a time, files beside them, and the end of all of one host makes room for another") {
  PicturePlan plan(1);
  std::vector<std::string> addresses;
  for (const std::string host : {"a", "b", "c", "d", "e"}) {
    addresses.push_back("https://" + host + ".example/1");
    addresses.push_back("https://" + host + ".example/2");
  }
  addresses.push_back(file);
  plan.want(addresses);
  for (std::size_t i = 0; i < 2 * PicturePlan::most_hosts; ++i) {
    CHECK(plan.start(noon) == addresses[i]);
  }
  CHECK(plan.start(noon) == file);
  CHECK_FALSE(plan.start(noon));
  CHECK_FALSE(plan.next_start());
  plan.succeeded("https://b.example/1", noon);
  CHECK_FALSE(plan.start(noon));
  plan.succeeded("https://b.example/2", noon);
  CHECK(plan.start(noon) == "https://e.example/1");
  CHECK(plan.start(noon) == "https://e.example/2");
}

TEST_CASE("one host that never answers leaves room for others, however many pictures it has") {
  PicturePlan plan(1);
  std::vector<std::string> addresses;
  for (int i = 0; i < 100; ++i) {
    addresses.push_back("https://stalled.example/" + std::to_string(i));
  }
  addresses.push_back(logo);
  plan.want(addresses);
  for (std::size_t i = 0; i < PicturePlan::most_of_a_host; ++i) {
    CHECK(plan.start(noon) == addresses[i]);
  }
  CHECK(plan.start(noon) == logo);
}

TEST_CASE("many hosts that fail come after those that do not, and one that answers again comes in its turn") {
  PicturePlan plan(1);
  std::vector<std::string> addresses;
  for (int i = 0; i < 8; ++i) {
    addresses.push_back("https://stalled" + std::to_string(i % 4) + ".example/" + std::to_string(i));
  }
  addresses.push_back(logo);
  plan.want(addresses);
  for (std::size_t i = 0; i < 8; ++i) {
    REQUIRE(plan.start(noon) == addresses[i]);
  }
  CHECK_FALSE(plan.start(noon));
  for (std::size_t i = 0; i < 8; ++i) {
    plan.not_to_be_had(addresses[i], {}, noon);
  }
  CHECK(plan.start(noon + 60s) == logo);
  CHECK(plan.start(noon + 60s) == addresses[0]);
  plan.not_to_be_shown(addresses[0], noon + 60s);  // it arrived, at least
  CHECK(plan.start(noon + 60s) == addresses[1]);
}

TEST_CASE("what is to be looked at again is due at once, whatever kept it") {
  PicturePlan plan(1);
  plan.want({logo});
  REQUIRE(plan.start(noon));
  plan.not_to_be_shown(logo, noon);
  REQUIRE_FALSE(plan.start(noon + 1s));
  plan.look_again(logo);
  plan.look_again("https://example.org/unknown.png");
  CHECK(plan.start(noon + 1s) == logo);
}

TEST_CASE("a picture that was had is looked at again after ten minutes, never before, and soon after") {
  std::set<Time> times;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    PicturePlan plan(seed);
    plan.want({logo});
    REQUIRE(plan.start(noon));
    plan.succeeded(logo, noon);
    CHECK_FALSE(plan.start(noon + 10min - 1s));
    const Time next = plan.next_start().value();
    CHECK(next >= noon + 10min);
    CHECK(next <= noon + 11min);
    CHECK_FALSE(plan.start(next - 1ms));
    CHECK(plan.start(next) == logo);
    times.insert(next);
  }
  CHECK(times.size() > 50);  // screens switched on together drift apart
}

TEST_CASE("a file is looked at again after ten seconds") {
  PicturePlan plan(1);
  plan.want({file});
  REQUIRE(plan.start(noon));
  plan.succeeded(file, noon);
  CHECK_FALSE(plan.start(noon + 9s));
  CHECK(plan.start(noon + 11s) == file);
}

TEST_CASE("one from the disk is looked at when it is ten minutes old") {
  PicturePlan plan(1);
  plan.want({logo});
  SECTION("fetched a moment ago") {
    plan.at_hand(logo, 0s, noon);
    CHECK_FALSE(plan.start(noon + 599s));
    CHECK(plan.start(noon + 11min) == logo);
  }
  SECTION("fetched nine minutes ago") {
    plan.at_hand(logo, 9min, noon);
    CHECK_FALSE(plan.start(noon + 59s));
    CHECK(plan.start(noon + 2min) == logo);
  }
  SECTION("fetched yesterday") {
    plan.at_hand(logo, 24h, noon);
    CHECK(plan.start(noon) == logo);
  }
  SECTION("fetched tomorrow, by a clock that was set back") {
    plan.at_hand(logo, -24h, noon);
    CHECK(plan.start(noon) == logo);
  }
}

TEST_CASE("failures back off to a minute, and a success ends that") {
  PicturePlan plan(7);
  plan.want({logo});
  const auto longest_after = [&](int failures) {
    std::chrono::nanoseconds longest{};
    for (int attempt = 0; attempt < 200; ++attempt) {
      PicturePlan fresh(static_cast<std::uint64_t>(attempt));
      fresh.want({logo});
      Time now = noon;
      for (int i = 0; i < failures; ++i) {
        look_and_fail(fresh, logo, now);
        longest = i + 1 == failures ? std::max(longest, fresh.next_start().value() - now) : longest;
        now = fresh.next_start().value();
      }
    }
    return longest;
  };
  CHECK(longest_after(1) > 8s);
  CHECK(longest_after(1) <= 10s);
  CHECK(longest_after(2) > 10s);
  CHECK(longest_after(2) <= 20s);
  CHECK(longest_after(12) > 45s);
  CHECK(longest_after(12) <= 60s);
  look_and_fail(plan, logo, noon);
  REQUIRE(plan.start(noon + 10s) == logo);
  plan.succeeded(logo, noon + 10s);
  CHECK(plan.next_start().value() >= noon + 10s + 10min);
}

TEST_CASE("a server's wish to be left alone is honoured") {
  PicturePlan plan(1);
  plan.want({logo});
  REQUIRE(plan.start(noon));
  plan.not_to_be_had(logo, 300s, noon);
  CHECK_FALSE(plan.start(noon + 299s));
  CHECK(plan.start(noon + 311s) == logo);
}

TEST_CASE("what cannot be shown is not fetched again and again") {
  PicturePlan plan(1);
  plan.want({logo});
  REQUIRE(plan.start(noon));
  plan.not_to_be_shown(logo, noon);
  CHECK_FALSE(plan.start(noon + 599s));
  CHECK(plan.start(noon + 11min) == logo);
}

TEST_CASE("one that fails holds up no other") {
  PicturePlan plan(1);
  plan.want({logo, hall});
  look_and_fail(plan, logo, noon);
  CHECK(plan.start(noon) == hall);
}

TEST_CASE("a wish that comes and goes hammers no server") {
  PicturePlan plan(1);
  plan.want({logo, hall});
  REQUIRE(plan.start(noon) == logo);
  plan.not_to_be_shown(logo, noon);
  REQUIRE(plan.start(noon) == hall);
  plan.succeeded(hall, noon);
  plan.want({});
  plan.want({logo, hall});
  plan.missing(logo);
  plan.at_hand(hall, 0s, noon + 20s);
  CHECK_FALSE(plan.start(noon + 599s));
}

TEST_CASE("one that was let go of and is on no disk is looked at once it is wanted again") {
  PicturePlan plan(1);
  plan.want({logo});
  REQUIRE(plan.start(noon));
  plan.succeeded(logo, noon);
  plan.want({});
  plan.want({logo});
  plan.missing(logo);
  CHECK(plan.start(noon + 1s) == logo);
}

TEST_CASE("one that is no longer wanted ends all the same, and is not started twice") {
  PicturePlan plan(1);
  plan.want({logo});
  REQUIRE(plan.start(noon));
  plan.want({});
  plan.want({logo});
  CHECK_FALSE(plan.start(noon));
  plan.want({});
  plan.succeeded(logo, noon);
  CHECK_FALSE(plan.next_start());
  plan.want({logo});
  CHECK(plan.next_start().value() >= noon + 10min);
}

TEST_CASE("however many were ever wanted, what is under way is not forgotten") {
  PicturePlan plan(1);
  plan.want({logo});
  REQUIRE(plan.start(noon));
  for (int i = 0; i < 5000; ++i) {
    plan.want({"https://example.org/" + std::to_string(i)});
  }
  plan.want({logo});
  CHECK_FALSE(plan.start(noon));
  plan.succeeded(logo, noon);
  CHECK(plan.next_start().value() >= noon + 10min);
}

TEST_CASE("what there is no memory to read is tried again later, longer each time up to ten minutes") {
  PicturePlan plan(1);
  plan.want({logo, hall});
  REQUIRE(plan.start(noon) == logo);
  plan.not_readable(logo, noon);
  plan.succeeded(logo, noon);
  CHECK_FALSE(plan.read_again(noon + 4s));
  CHECK(plan.next_reading().value() >= noon + 5s);
  CHECK(plan.next_reading().value() <= noon + 10s);
  CHECK(plan.read_again(noon + 10s) == logo);
  CHECK_FALSE(plan.read_again(noon + 10s));
  CHECK_FALSE(plan.next_reading());
  for (int i = 0; i < 100; ++i) {
    plan.not_readable(logo, noon);
  }
  CHECK(plan.next_reading().value() >= noon + 5min);
  CHECK(plan.next_reading().value() <= noon + 10min);

  plan.want({hall});
  CHECK_FALSE(plan.next_reading());
  plan.want({logo});
  CHECK(plan.next_reading());
  plan.readable(logo);
  CHECK_FALSE(plan.next_reading());
  plan.not_readable(logo, noon);
  CHECK(plan.next_reading().value() <= noon + 10s);
}

TEST_CASE("what was interrupted is under way no more, and backs off up to ten minutes") {
  PicturePlan plan(1);
  plan.want({logo, hall});
  REQUIRE(plan.start(noon) == logo);
  REQUIRE(plan.start(noon) == hall);
  SECTION("one of them") {
    plan.interrupted(logo, noon);
    CHECK(plan.next_start().value() <= noon + 10s);
    CHECK_FALSE(plan.start(noon + 4s));
    CHECK(plan.start(noon + 10s) == logo);
    CHECK_FALSE(plan.start(noon + 10s));
    for (int i = 0; i < 100; ++i) {
      plan.interrupted(logo, noon);
    }
    CHECK(plan.next_start().value() >= noon + 5min);
    CHECK(plan.next_start().value() <= noon + 10min);
  }
  SECTION("all, and what is not under way is left as it is") {
    plan.succeeded(hall, noon);
    plan.all_interrupted(noon);
    CHECK(plan.start(noon + 10s) == logo);
    CHECK_FALSE(plan.start(noon + 10s));
    CHECK(plan.start(noon + 11min) == hall);
  }
}
