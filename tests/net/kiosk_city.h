#pragma once

#include <algorithm>
#include <chrono>
#include <optional>
#include <random>
#include <vector>

#include "net/retry_delay.h"

namespace kiosk::test {

// A thousand kiosks that poll one server, by the second. The server is away from `outage` to `back`, and
// may tell those who ask meanwhile (all the same instant) when to come again.
struct City {
  std::vector<int> requests;                // each second
  std::chrono::milliseconds last_return{};  // the latest first success after the outage
};

struct Outage {
  std::chrono::milliseconds begin{};
  std::chrono::milliseconds end{};
  std::chrono::milliseconds retry_at{};  // 0: the server says nothing
};

inline City simulate(std::chrono::milliseconds interval, Outage outage, bool power_on_at_once, unsigned seed,
                     bool schedule_on_disk = true) {
  constexpr int kiosks = 1000;
  constexpr auto length = std::chrono::minutes(30);
  City city{std::vector<int>(std::chrono::seconds(length).count())};
  std::mt19937 engine(seed);
  std::uniform_real_distribution<double> random(0.0, 1.0);
  for (int kiosk = 0; kiosk < kiosks; ++kiosk) {
    std::chrono::milliseconds now =
        schedule_on_disk ? first_delay(interval, random(engine)) : std::chrono::milliseconds(0);
    bool has_schedule = schedule_on_disk;
    if (!power_on_at_once) {
      now += std::chrono::milliseconds(static_cast<int>(random(engine) * 60'000));
    }
    int failures = 0;
    while (now < length) {
      ++city.requests[static_cast<std::size_t>(std::chrono::floor<std::chrono::seconds>(now).count())];
      if (now >= outage.begin && now < outage.end) {
        const auto wish = outage.retry_at > std::chrono::milliseconds(0)
                              ? std::optional(std::chrono::ceil<std::chrono::seconds>(outage.retry_at - now))
                              : std::nullopt;
        ++failures;
        now += has_schedule ? retry_delay(interval, failures, wish, random(engine))
                            : retry_delay_with_nothing_to_show(interval, failures, wish, random(engine));
      } else {
        if (failures > 0) {
          city.last_return = std::max(city.last_return, now);
        }
        failures = 0;
        has_schedule = true;
        now += poll_delay(interval, random(engine));
      }
    }
  }
  return city;
}

}  // namespace kiosk::test
