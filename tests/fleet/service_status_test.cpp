#include "fleet/service_status.h"

#include "tests/catch.h"

using namespace kiosk;

namespace {

ScreenReport screen() {
  ScreenReport report;
  report.hall = "gorky";
  report.instant = Instant(std::chrono::seconds(1713344400));
  report.last_success = report.instant - std::chrono::seconds(3);
  return report;
}

}  // namespace

TEST_CASE("the status names the hall and how old its schedule is") {
  CHECK(service_status(screen()) == "gorky: schedule 3 s old");
}

TEST_CASE("the status says what is missing") {
  ScreenReport report = screen();
  report.last_success.reset();
  CHECK(service_status(report) == "gorky: no schedule yet");
  report.hall.clear();
  CHECK(service_status(report) == "no hall: no schedule yet");
}

TEST_CASE("the status says what is the matter") {
  ScreenReport report = screen();
  report.feed_problems = 1;
  CHECK(service_status(report) == "gorky: schedule 3 s old, 1 problem in the feed");
  report.feed_problems = 2;
  report.zone_unknown = true;
  report.sessions_held = 31;
  report.light = Light::dark;
  CHECK(service_status(report) ==
        "gorky: schedule 3 s old, 2 problems in the feed, time zone unknown, 31 vanished sessions held, dark by its "
        "hours");
}

TEST_CASE("a hall's name cannot say anything else to systemd") {
  ScreenReport report = screen();
  report.hall = "gorky\nMAINPID=1";
  CHECK(service_status(report) == "gorky MAINPID=1: schedule 3 s old");
}
