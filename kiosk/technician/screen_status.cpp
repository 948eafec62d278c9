#include "technician/screen_status.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "base/printable.h"
#include "venue/parse_instant.h"

namespace kiosk {
namespace {

constexpr std::string_view monitor_in_words(MonitorPower monitor) {
  return monitor == MonitorPower::off    ? "the monitor is off, "
         : monitor == MonitorPower::none ? "no monitor is on, "
                                         : "";
}

constexpr std::string_view light_in_words(Light light) {
  return light == Light::full ? "full" : light == Light::dimmed ? "dimmed" : "dark";
}

std::string utc(Instant instant) { return format_instant(instant, SaidZone()) + "Z"; }

nlohmann::ordered_json or_null(const std::optional<Instant>& instant) {
  return instant ? nlohmann::ordered_json(utc(*instant)) : nlohmann::ordered_json(nullptr);
}

class Lines {
 public:
  void add(std::string_view what, const std::string& value) {
    text_ += std::string(what) + ": " + printable(value) + '\n';
  }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace

bool needs_somebody(const ScreenReport& report) {
  return !report.settings_problems.empty() || !report.feed_failure.empty() || !report.last_success ||
         report.hall_name.empty() || report.zone_unknown;
}

std::string screen_status_text(const ScreenReport& report) {
  Lines lines;
  const bool known = !report.hall_name.empty();
  lines.add("hall", (report.hall.empty() ? "none is given" : report.hall) + (known ? " (" + report.hall_name + ")"
                                                                             : report.last_success
                                                                                 ? " (the schedule has no such hall)"
                                                                                 : std::string()));
  lines.add("glass", std::to_string(report.size.width) + "x" + std::to_string(report.size.height) + ", " +
                         std::string(light_in_words(report.light)) + " light, " +
                         std::string(monitor_in_words(report.monitor)) + report.renderer);
  const auto ahead = static_cast<std::int64_t>(report.clock_offset_seconds);
  lines.add("now", utc(report.instant) + (ahead == 0 ? ""
                                                     : ", the board's clock is " + std::to_string(std::abs(ahead)) +
                                                           (ahead < 0 ? " s behind" : " s ahead")));
  lines.add("frames", std::to_string(report.frames_drawn) +
                          (report.last_frame ? ", the last at " + utc(*report.last_frame) : std::string()));
  lines.add("schedule", report.last_success ? "good as of " + utc(*report.last_success) : "none was ever seen");
  if (report.emergency) {
    lines.add("emergency", "one is on the glass");
  }
  if (report.zone_unknown) {
    lines.add("time zone", "nobody knows the schedule's, so that nothing is on");
  }
  if (report.sessions_held > 0) {
    lines.add("held", std::to_string(report.sessions_held) + " sessions that have vanished from the feed");
  }
  if (report.feed_problems > 0) {
    lines.add("feed problems", std::to_string(report.feed_problems) + "; venue-kiosk check lists them");
  }
  lines.add("polls", std::to_string(report.polls.new_body) + " with something new, " +
                         std::to_string(report.polls.not_modified) + " without, " +
                         std::to_string(report.polls.failed) + " failed, " + std::to_string(report.polls.refused) +
                         " refused, " + std::to_string(report.polls.bytes) + " bytes");
  if (!report.feed_failure.empty()) {
    lines.add("feed", report.feed_failure);
  }
  for (const std::string& problem : report.settings_problems) {
    lines.add("settings", problem);
  }
  return lines.take();
}

nlohmann::ordered_json screen_status_json(const ScreenReport& report) {
  nlohmann::ordered_json json{{"hall", report.hall},
                              {"hall_name", report.hall_name},
                              {"instant", utc(report.instant)},
                              {"clock_offset_seconds", report.clock_offset_seconds},
                              {"renderer", report.renderer},
                              {"width", report.size.width},
                              {"height", report.size.height},
                              {"light", light_in_words(report.light)},
                              {"monitor_off", report.monitor == MonitorPower::off},
                              {"monitor_missing", report.monitor == MonitorPower::none},
                              {"emergency", report.emergency},
                              {"frames_drawn", report.frames_drawn},
                              {"first_frame_seconds", nullptr},
                              {"last_frame", or_null(report.last_frame)},
                              {"last_success", or_null(report.last_success)},
                              {"zone_unknown", report.zone_unknown},
                              {"sessions_held", report.sessions_held},
                              {"feed_problems", report.feed_problems},
                              {"feed_failure", nullptr},
                              {"polls",
                               {{"new", report.polls.new_body},
                                {"not_modified", report.polls.not_modified},
                                {"failed", report.polls.failed},
                                {"refused", report.polls.refused},
                                {"bytes", report.polls.bytes}}},
                              {"settings_problems", report.settings_problems}};
  if (report.first_frame_seconds) {
    json["first_frame_seconds"] = *report.first_frame_seconds;
  }
  if (!report.feed_failure.empty()) {
    json["feed_failure"] = report.feed_failure;
  }
  return json;
}

}  // namespace kiosk
