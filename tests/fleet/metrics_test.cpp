#include "fleet/metrics.h"

#include "tests/catch.h"
#include "tests/harness/prometheus_text.h"

using namespace kiosk;
using namespace kiosk::test;

namespace {

const Instant noon{std::chrono::seconds(1713344400)};

ScreenReport busy_screen() {
  ScreenReport report;
  report.hall = "large-conference";
  report.renderer = "llvmpipe (LLVM 15.0.6, 256 bits)";
  report.gl = "OpenGL ES 3.2 Mesa 22.3.6";
  report.frames_drawn = 61;
  report.first_frame_seconds = 0.25;
  report.last_frame = noon - std::chrono::seconds(7);
  report.last_success = noon - std::chrono::seconds(3);
  report.feed_problems = 2;
  report.zone_unknown = true;
  report.clock_offset_seconds = -1.5;
  report.instant = noon;
  report.polls = {.new_body = 1, .not_modified = 20, .failed = 3, .refused = 4, .bytes = 12'345};
  return report;
}

}  // namespace

TEST_CASE("metrics are Prometheus text with each family's help and type") {
  const std::string text = to_prometheus(busy_screen(), 90'000'000);
  CHECK(broken_prometheus(text) == "");
  CHECK(prometheus_value(text, "venue_kiosk_frames_drawn_total") == 61.0);
  CHECK(prometheus_value(text, "venue_kiosk_first_frame_seconds") == 0.25);
  CHECK(prometheus_value(text, "venue_kiosk_last_frame_timestamp_seconds") == 1713344393.0);
  CHECK(prometheus_value(text, "venue_kiosk_schedule_age_seconds") == 3.0);
  CHECK(prometheus_value(text, R"(venue_kiosk_polls_total{result="new"})") == 1.0);
  CHECK(prometheus_value(text, R"(venue_kiosk_polls_total{result="not_modified"})") == 20.0);
  CHECK(prometheus_value(text, R"(venue_kiosk_polls_total{result="failed"})") == 3.0);
  CHECK(prometheus_value(text, R"(venue_kiosk_polls_total{result="refused"})") == 4.0);
  CHECK(prometheus_value(text, "venue_kiosk_feed_bytes_total") == 12345.0);
  CHECK(prometheus_value(text, "venue_kiosk_feed_problems") == 2.0);
  CHECK(prometheus_value(text, "venue_kiosk_time_zone_unknown") == 1.0);
  CHECK(prometheus_value(text, "venue_kiosk_clock_offset_seconds") == -1.5);
  CHECK(prometheus_value(text, "venue_kiosk_resident_memory_bytes") == 9e7);
}

TEST_CASE("of full, dimmed and dark just one holds") {
  ScreenReport report = busy_screen();
  report.light = Light::dark;
  const std::string text = to_prometheus(report, 90'000'000);
  CHECK(prometheus_value(text, R"(venue_kiosk_light{state="full"})") == 0.0);
  CHECK(prometheus_value(text, R"(venue_kiosk_light{state="dimmed"})") == 0.0);
  CHECK(prometheus_value(text, R"(venue_kiosk_light{state="dark"})") == 1.0);
}

TEST_CASE("the info metric names hall, version, renderer and its OpenGL") {
  const std::string text = to_prometheus(busy_screen(), 90'000'000);
  const std::regex info(
      R"re((.|\n)*\nvenue_kiosk_info\{hall="large-conference",version="[0-9.]+",renderer="llvmpipe \(LLVM 15\.0\.6, 256 bits\)",gl="OpenGL ES 3\.2 Mesa 22\.3\.6"\} 1\n(.|\n)*)re");
  CHECK(std::regex_match(text, info));
}

TEST_CASE("what is not known yet is left out, not reported as zero") {
  ScreenReport report = busy_screen();
  report.first_frame_seconds.reset();
  report.last_frame.reset();
  report.last_success.reset();
  const std::string text = to_prometheus(report, 90'000'000);
  CHECK(broken_prometheus(text) == "");
  CHECK(text.find("first_frame_seconds") == std::string::npos);
  CHECK(text.find("last_frame_timestamp_seconds") == std::string::npos);
  CHECK(text.find("schedule_age_seconds") == std::string::npos);
}

TEST_CASE("a screen that has only started has valid metrics") { CHECK(broken_prometheus(to_prometheus({}, 0)) == ""); }

TEST_CASE("quotes and backslashes in a hall's id are escaped, and what steers a terminal is a blank") {
  ScreenReport report = busy_screen();
  report.hall = "a \"b\"\\c\nd\u009b2J\u202e\x1b]0;\x9b";
  const std::string text = to_prometheus(report, 90'000'000);
  CHECK(broken_prometheus(text) == "");
  CHECK(text.find("hall=\"a \\\"b\\\"\\\\c d 2J  ]0;\uFFFD\"") != std::string::npos);
}

TEST_CASE("large and tiny numbers stay numbers") {
  ScreenReport report = busy_screen();
  report.frames_drawn = UINT64_MAX;
  report.clock_offset_seconds = -62'135'596'800.000001;
  report.first_frame_seconds = 1e-7;
  CHECK(broken_prometheus(to_prometheus(report, 90'000'000)) == "");
}

TEST_CASE("the grammar check finds what is broken") {
  CHECK(broken_prometheus("# HELP a b\n# TYPE a gauge\na 1") != "");
  CHECK(broken_prometheus("a 1\n") == "a 1");
  CHECK(broken_prometheus("# HELP a b\n# TYPE a gauge\na{x=\"\"\"} 1\n") != "");
  CHECK(broken_prometheus("# HELP a b\n# TYPE a gauge\na 1\na 2\n") == "a 2");
  CHECK(broken_prometheus("# HELP a b\n# TYPE a gauge\na nothing\n") != "");
  CHECK(broken_prometheus("# HELP a b\n# TYPE a gauge\na 1\n") == "");
}
