#include "technician/screen_status.h"

#include <chrono>

#include <nlohmann/json.hpp>

#include "tests/catch.h"

using namespace kiosk;

namespace {

ScreenReport good_screen() {
  ScreenReport report;
  report.hall = "gorky";
  report.hall_name = "Горьковский зал";
  report.renderer = "llvmpipe";
  report.size = {1920, 1080};
  report.instant = Instant(std::chrono::seconds(1'713'337'200));
  report.last_success = report.instant;
  return report;
}

}  // namespace

TEST_CASE("a good screen tells its hall, its glass and how fresh its schedule is, and needs nobody") {
  const ScreenReport report = good_screen();
  CHECK_FALSE(needs_somebody(report));
  CHECK(screen_status_text(report) ==
        "hall: gorky (Горьковский зал)\n"
        "glass: 1920x1080, full light, llvmpipe\n"
        "now: 2024-04-17T07:00:00Z\n"
        "frames: 0\n"
        "schedule: good as of 2024-04-17T07:00:00Z\n"
        "polls: 0 with something new, 0 without, 0 failed, 0 refused, 0 bytes\n");
}

TEST_CASE("each thing that a technician would mend is told, and needs somebody") {
  const auto told = [](void (*harm)(ScreenReport&), const std::string& line) {
    ScreenReport report = good_screen();
    harm(report);
    CHECK(needs_somebody(report));
    CAPTURE(screen_status_text(report));
    return screen_status_text(report).find(line + '\n') != std::string::npos;
  };
  CHECK(told([](ScreenReport& r) { r.hall_name = ""; }, "hall: gorky (the schedule has no such hall)"));
  CHECK(
      told([](ScreenReport& r) { r.hall = r.hall_name = ""; }, "hall: none is given (the schedule has no such hall)"));
  CHECK(told([](ScreenReport& r) { r.last_success.reset(); }, "schedule: none was ever seen"));
  CHECK(told([](ScreenReport& r) { r.feed_failure = "https://x: no answer"; }, "feed: https://x: no answer"));
  CHECK(told([](ScreenReport& r) { r.settings_problems = {"kiosk.toml:3: hall"}; }, "settings: kiosk.toml:3: hall"));
  CHECK(told([](ScreenReport& r) { r.zone_unknown = true; },
             "time zone: nobody knows the schedule's, so that nothing is on"));
}

TEST_CASE("a monitor that is off in blank hours is told, and needs nobody") {
  ScreenReport report = good_screen();
  report.light = Light::dark;
  CHECK(screen_status_json(report)["monitor_off"] == false);
  report.monitor = MonitorPower::off;
  CHECK_FALSE(needs_somebody(report));
  CHECK(screen_status_text(report).find("glass: 1920x1080, dark light, the monitor is off, llvmpipe\n") !=
        std::string::npos);
  CHECK(screen_status_json(report)["monitor_off"] == true);
}

TEST_CASE("a screen without a monitor that is on says so, and needs nobody: televisions are switched off") {
  ScreenReport report = good_screen();
  CHECK(screen_status_json(report)["monitor_missing"] == false);
  report.monitor = MonitorPower::none;
  CHECK_FALSE(needs_somebody(report));
  CHECK(screen_status_text(report).find("glass: 1920x1080, full light, no monitor is on, llvmpipe\n") !=
        std::string::npos);
  CHECK(screen_status_json(report)["monitor_missing"] == true);
  CHECK(screen_status_json(report)["monitor_off"] == false);
}

TEST_CASE("what a status quotes steers no terminal") {
  ScreenReport report = good_screen();
  report.feed_failure = "a\x1b[2J\nhall: foyer";
  CHECK(screen_status_text(report).find("feed: a [2J hall: foyer\n") != std::string::npos);
}

TEST_CASE("as JSON a status has null for what is not known, and says whether an emergency is on") {
  ScreenReport report = good_screen();
  report.last_success.reset();
  report.emergency = true;
  report.clock_offset_seconds = -1.5;
  const auto json = screen_status_json(report);
  CHECK(json["hall_name"] == "Горьковский зал");
  CHECK(json["last_success"].is_null());
  CHECK(json["first_frame_seconds"].is_null());
  CHECK(json["feed_failure"].is_null());
  CHECK(json["emergency"] == true);
  CHECK(json["clock_offset_seconds"] == -1.5);
  CHECK(json["polls"]["failed"] == 0);
}
