// What a thousand kiosks ask of one server when the power comes, while it is away for five minutes, and when it is
// back: by the program's own delays, at the default interval.

#include <algorithm>
#include <cstdio>
#include <numeric>
#include <string>

#include "tests/net/kiosk_city.h"

using namespace std::chrono_literals;

namespace {

void print(const char* what, const kiosk::test::City& city, std::chrono::seconds from, std::chrono::seconds to) {
  for (auto begin = from; begin < to; begin += 10s) {
    const auto first = city.requests.begin() + begin.count();
    const int sum = std::accumulate(first, first + 10, 0);
    const int peak = *std::max_element(first, first + 10);
    std::printf("%-24s %5lld s %10.1f %8d  %s\n", what, static_cast<long long>((begin - from).count()), sum / 10.0,
                peak, std::string(static_cast<std::size_t>(sum / 50), '#').c_str());
  }
}

}  // namespace

int main() {
  std::printf("1000 kiosks, poll = 10s          requests a second: mean, peak (steady: 105)\n");
  print("powered on at once", kiosk::test::simulate(10s, {}, true, 1), 0s, 60s);
  const auto outage = kiosk::test::simulate(10s, {300s, 600s, 0s}, false, 1);
  print("the server is away", outage, 300s, 360s);
  print("the server is back", outage, 600s, 660s);
  std::printf("all back %.0f s after the server\n", std::chrono::duration<double>(outage.last_return - 600s).count());
}
