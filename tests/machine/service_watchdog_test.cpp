#include "machine/service_watchdog.h"

#include "tests/catch.h"

using namespace std::chrono_literals;
using kiosk::service_watchdog;

TEST_CASE("a watchdog is for the process that it names") {
  CHECK(service_watchdog("180000000", "41", 41, 1) == 180s);
  CHECK_FALSE(service_watchdog("180000000", "40", 41, 1));
}

TEST_CASE("a watchdog that names the parent, a compositor, is for its child") {
  CHECK(service_watchdog("180000000", "40", 41, 40) == 180s);
}

TEST_CASE("a watchdog that names no process is for whoever hears of it") {
  CHECK(service_watchdog("500000", nullptr, 41, 1) == 500ms);
}

TEST_CASE("without a watchdog there is no limit") {
  CHECK_FALSE(service_watchdog(nullptr, nullptr, 41, 1));
  CHECK_FALSE(service_watchdog(nullptr, "41", 41, 1));
  CHECK_FALSE(service_watchdog("0", "41", 41, 1));
}

TEST_CASE("a watchdog that is no number is none") {
  for (const char* usec : {"", "soon", "-1", "180s", " 5", "99999999999999999999"}) {
    CAPTURE(usec);
    CHECK_FALSE(service_watchdog(usec, "41", 41, 1));
  }
  for (const char* pid : {"", "me", "41x", "-41", "0"}) {
    CAPTURE(pid);
    CHECK_FALSE(service_watchdog("5000000", pid, 41, 0));
  }
}
