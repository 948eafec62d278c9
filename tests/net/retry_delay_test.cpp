#include "net/retry_delay.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "tests/catch.h"
#include "tests/net/kiosk_city.h"

using namespace std::chrono_literals;
using kiosk::first_delay;
using kiosk::poll_delay;
using kiosk::retry_delay;
using kiosk::retry_delay_with_nothing_to_show;
using kiosk::test::City;
using kiosk::test::simulate;

namespace {

constexpr double almost_one = 0.999999999;

// Of the minute from `begin` on: its busiest second, as a multiple of its mean second.
double peak_of_minute(const City& city, std::chrono::seconds begin) {
  const auto first = city.requests.begin() + begin.count();
  const auto last = first + 60;
  double sum = 0;
  std::for_each(first, last, [&](int requests) { sum += requests; });
  return *std::max_element(first, last) / (sum / 60);
}

}  // namespace

TEST_CASE("a poll is never later than the interval and at most a tenth earlier") {
  CHECK(poll_delay(10s, 0.0) == 10s);
  CHECK(poll_delay(10s, 0.5) == 9500ms);
  CHECK(poll_delay(10s, almost_one) > 9s);
  CHECK(poll_delay(10s, almost_one) <= 9001ms);
  CHECK(poll_delay(1h, 0.5) == 57min);
}

TEST_CASE("the first poll comes within the interval, and within a minute") {
  CHECK(first_delay(10s, 0.0) == 0s);
  CHECK(first_delay(10s, 0.5) == 5s);
  CHECK(first_delay(10s, almost_one) < 10s);
  CHECK(first_delay(1h, 0.5) == 30s);
}

TEST_CASE("the limit of a retry is the interval, doubled with each failure up to a minute") {
  for (const auto& [failures, limit] : std::vector<std::pair<int, std::chrono::milliseconds>>{
           {1, 10s}, {2, 20s}, {3, 40s}, {4, 60s}, {5, 60s}, {1000, 60s}, {2'000'000'000, 60s}}) {
    CAPTURE(failures);
    CHECK(retry_delay(10s, failures, {}, 0.0) == 0s);
    CHECK(retry_delay(10s, failures, {}, 0.5) == limit / 2);
    CHECK(retry_delay(10s, failures, {}, almost_one) < limit);
  }
}

TEST_CASE("an interval over a minute does not make a retry later than a minute") {
  CHECK(retry_delay(1h, 1, {}, almost_one) < 60s);
  CHECK(retry_delay(1h, 1, {}, 0.5) == 30s);
}

TEST_CASE("with nothing to show the limit of a retry is a second, doubled with each failure up to a minute") {
  for (const auto& [failures, limit] : std::vector<std::pair<int, std::chrono::milliseconds>>{
           {1, 1s}, {2, 2s}, {3, 4s}, {4, 8s}, {5, 16s}, {6, 32s}, {7, 60s}, {8, 60s}, {2'000'000'000, 60s}}) {
    CAPTURE(failures);
    CHECK(retry_delay_with_nothing_to_show(10s, failures, {}, 0.0) == 0s);
    CHECK(retry_delay_with_nothing_to_show(10s, failures, {}, 0.5) == limit / 2);
    CHECK(retry_delay_with_nothing_to_show(10s, failures, {}, almost_one) < limit);
    CHECK(retry_delay_with_nothing_to_show(1h, failures, {}, 0.5) == limit / 2);
  }
}

TEST_CASE("with nothing to show an interval under a second is where the back-off begins") {
  CHECK(retry_delay_with_nothing_to_show(200ms, 1, {}, 0.5) == 100ms);
  CHECK(retry_delay_with_nothing_to_show(200ms, 4, {}, 0.5) == 800ms);
  CHECK(retry_delay_with_nothing_to_show(0s, 1, {}, almost_one) < 1ms);
}

TEST_CASE("with nothing to show the server's wish counts as ever") {
  for (const auto wish : {-100s, 0s, 5s, 120s, 3601s}) {
    for (const double random : {0.0, 0.5, almost_one}) {
      CAPTURE(wish.count(), random);
      CHECK(retry_delay_with_nothing_to_show(10s, 1, wish, random) == retry_delay(10s, 1, wish, random));
    }
  }
  CHECK(retry_delay_with_nothing_to_show(10s, 7, 5s, 0.9) == 54s);
}

TEST_CASE("a retry is never before the server's wish, and at most an interval after it") {
  CHECK(retry_delay(10s, 1, 120s, 0.0) == 120s);
  CHECK(retry_delay(10s, 1, 120s, 0.5) == 125s);
  CHECK(retry_delay(10s, 6, 5s, 0.9) == 54s);
  CHECK(retry_delay(10s, 1, 0s, 0.5) == 5s);
}

TEST_CASE("a wish for more than an hour is an hour, one for the past is none") {
  CHECK(retry_delay(10s, 1, 3600s, 0.0) == 1h);
  CHECK(retry_delay(10s, 1, 3601s, 0.0) == 1h);
  CHECK(retry_delay(10s, 1, std::chrono::seconds::max(), 0.0) == 1h);
  CHECK(retry_delay(10s, 1, -100s, 0.0) == 0s);
}

TEST_CASE("a thousand kiosks powered on at once do not ask at once") {
  for (const auto interval : {5s, 10s, 30s, 60s}) {
    CAPTURE(interval.count());
    const City city = simulate(interval, {}, true, 1);
    for (const auto minute : {0s, 60s, 120s, 600s}) {
      CHECK(peak_of_minute(city, minute) <= 2.0);
    }
  }
}

TEST_CASE("after an outage a thousand kiosks are back within a minute, and no second has twice its share") {
  for (const auto length : {3s, 15s, 60s, 600s}) {
    for (unsigned seed = 1; seed <= 5; ++seed) {
      CAPTURE(length.count(), seed);
      const auto back = 300s + length;
      const City city = simulate(10s, {300s, back, 0s}, false, seed);
      CHECK(city.last_return > back);
      CHECK(city.last_return <= back + 60s);
      for (const auto minute : {back, back + 30s, back + 60s, back + 120s}) {
        CHECK(peak_of_minute(city, minute) <= 2.0);
      }
    }
  }
}

TEST_CASE("an outage makes the kiosks ask a little over twice as often for seconds, then a third as often") {
  const City city = simulate(10s, {300s, 900s, 0s}, false, 1);
  const auto first = city.requests.begin() + 300;
  CHECK(*std::max_element(first, first + 600) < 2.5 * 1000 / 9.5);
  CHECK(*std::max_element(first + 120, first + 600) < 0.7 * 1000 / 9.5);
}

TEST_CASE("told all the same instant to come again, the kiosks spread over an interval") {
  const City city = simulate(10s, {300s, 400s, 420s}, false, 1);
  CHECK(city.last_return >= 420s);
  CHECK(city.last_return <= 420s + 60s);
  CHECK(peak_of_minute(city, 420s) <= 2.0);
}

TEST_CASE("a thousand kiosks with nothing to show find the server within a minute, and no second has twice its share") {
  for (const auto length : {15s, 60s, 600s}) {
    for (unsigned seed = 1; seed <= 5; ++seed) {
      CAPTURE(length.count(), seed);
      const City city = simulate(10s, {0s, length, 0s}, true, seed, false);
      CHECK(city.last_return > length);
      CHECK(city.last_return <= length + 60s);
      for (const auto minute : {length, length + 30s, length + 60s, length + 120s}) {
        CHECK(peak_of_minute(city, minute) <= 2.0);
      }
    }
  }
}

TEST_CASE("a thousand kiosks with nothing to show ask two or three times in the first second, then less and less") {
  const City city = simulate(10s, {0s, 600s, 0s}, true, 1, false);
  const auto first = city.requests.begin();
  CHECK(*first < 2.5 * 1000);
  CHECK(*std::max_element(first + 1, first + 10) < 1000);
  CHECK(*std::max_element(first + 10, first + 600) < 2 * 1000 / 9.5);
  CHECK(*std::max_element(first + 120, first + 600) < 0.7 * 1000 / 9.5);
}
