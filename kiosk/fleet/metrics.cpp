#include "fleet/metrics.h"

#include <spdlog/fmt/fmt.h>

#include "base/printable.h"

namespace kiosk {
namespace {

// Label values escape backslash and quote. What would end the line, or steer a terminal, is a blank.
std::string escaped(const std::string& value) {
  std::string text;
  for (const char letter : printable(value)) {
    switch (letter) {
      case '\\':
        text += "\\\\";
        break;
      case '"':
        text += "\\\"";
        break;
      default:
        text += letter;
    }
  }
  return text;
}

class Exposition {
 public:
  void family(const char* name, const char* type, const char* help) {
    name_ = std::string("venue_kiosk_") + name;
    text_ += fmt::format("# HELP {} {}\n# TYPE {} {}\n", name_, help, name_, type);
  }
  template <class Number>
  void sample(Number value, const std::string& labels = "") {
    text_ += fmt::format("{}{} {}\n", name_, labels.empty() ? "" : '{' + labels + '}', value);
  }
  template <class Number>
  void single(const char* name, const char* type, const char* help, Number value) {
    family(name, type, help);
    sample(value);
  }
  std::string take() { return std::move(text_); }

 private:
  std::string name_;
  std::string text_;
};

}  // namespace

std::string to_prometheus(const ScreenReport& report, std::uint64_t resident_memory_bytes) {
  Exposition out;
  out.family("info", "gauge", "The screen itself, always 1.");
  out.sample(1, fmt::format(R"(hall="{}",version="{}",renderer="{}",gl="{}")", escaped(report.hall),
                            VENUE_KIOSK_VERSION, escaped(report.renderer), escaped(report.gl)));
  out.single("frames_drawn_total", "counter", "Frames drawn since start.", report.frames_drawn);
  if (report.first_frame_seconds) {
    out.single("first_frame_seconds", "gauge", "From the start of the process to its first frame.",
               *report.first_frame_seconds);
  }
  if (report.last_frame) {
    out.single("last_frame_timestamp_seconds", "gauge", "When the last frame was drawn, Unix time.",
               report.last_frame->time_since_epoch().count());
  }
  out.family("polls_total", "counter", "Looks at the feed, by what came of them.");
  out.sample(report.polls.new_body, R"(result="new")");
  out.sample(report.polls.not_modified, R"(result="not_modified")");
  out.sample(report.polls.failed, R"(result="failed")");
  out.sample(report.polls.refused, R"(result="refused")");
  out.single("feed_bytes_total", "counter", "Bytes of HTTP for the feed, both ways, headers included.",
             report.polls.bytes);
  if (report.last_success) {
    out.single("schedule_age_seconds", "gauge",
               "Since the feed last answered with a good schedule or with nothing new.",
               (report.instant - *report.last_success).count());
  }
  out.single("feed_problems", "gauge", "Problems found in the feed that is shown.", report.feed_problems);
  out.single("time_zone_unknown", "gauge", "1 where nobody knows the schedule's time zone, so that nothing is on.",
             report.zone_unknown ? 1 : 0);
  out.single("sessions_held", "gauge", "Sessions that vanished from the feed and are shown all the same.",
             report.sessions_held);
  out.family("light", "gauge", "How bright the screen is by its hours: 1 for the one that holds.");
  out.sample(report.light == Light::full ? 1 : 0, R"(state="full")");
  out.sample(report.light == Light::dimmed ? 1 : 0, R"(state="dimmed")");
  out.sample(report.light == Light::dark ? 1 : 0, R"(state="dark")");
  out.single("clock_offset_seconds", "gauge", "The clock on the screen less the system's.",
             report.clock_offset_seconds);
  out.single("resident_memory_bytes", "gauge", "Resident memory.", resident_memory_bytes);
  return out.take();
}

}  // namespace kiosk
