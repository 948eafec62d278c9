#include <malloc.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>

#include "dialects/read_feed.h"
#include "tests/catch.h"
#include "tests/dialects/worst_feeds.h"

using kiosk::read_feed;
using kiosk::test::WorstFeed;

namespace {

struct Cost {
  double seconds = 0;     // of the processor
  std::size_t bytes = 0;  // of memory at most, what the process had before included
  std::size_t findings = 0;
};

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

// In a process of its own, whose peak nothing else has raised.
Cost cost_of(const std::function<std::size_t()>& work) {
  ::malloc_trim(0);
  int pipes[2];
  REQUIRE(::pipe(pipes) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    Cost cost;
    cost.findings = work();
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    cost.seconds = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
    cost.bytes = static_cast<std::size_t>(usage.ru_maxrss) * 1024;
    ::_exit(::write(pipes[1], &cost, sizeof cost) == sizeof cost ? 0 : 1);
  }
  ::close(pipes[1]);
  Cost cost;
  const bool told = ::read(pipes[0], &cost, sizeof cost) == sizeof cost;
  ::close(pipes[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  REQUIRE(told);
  REQUIRE(status == 0);
  return cost;
}

}  // namespace

TEST_CASE("the worst feeds within all budgets are read in 2 seconds and 256 MB") {
  for (const WorstFeed& feed : kiosk::test::worst_feeds()) {
    CAPTURE(feed.name);
    const std::string text = feed.text();
    REQUIRE(text.size() <= kiosk::feed_budget.bytes);
    [[maybe_unused]] const Cost before = cost_of([] { return std::size_t{0}; });
    const Cost cost = cost_of([&] {
      const auto reading = read_feed(text, {.file = "feed.json", .base = "https://example.org/feed.json"});
      return reading ? reading->problems.size() : 1;
    });
    CHECK(cost.findings <= kiosk::feed_budget.findings);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    CHECK(cost.seconds - before.seconds < 2);
    // The text is the parent's memory, and the child's.
    CHECK(cost.bytes - before.bytes + text.size() < 256'000'000);
#endif
  }
}
